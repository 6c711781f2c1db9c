"""What one person who uses one right sets going: whom to ask, whom to tell, what stays, what is shown."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from .activity import Basis
from .authority import Authority
from .flow import Role
from .holding import Resting
from .noun import Gap, Id, Noun, TextOrGap
from .rights import RightKind


class Standing(StrEnum):
    """How a source stands to us, in the order in which sources are asked.

    `public` is anybody at all; of the last two nothing is searched: each answers for itself.
    """

    OWN = "own"
    PROCESSOR = "processor"
    SUB_PROCESSOR = "sub-processor"
    JOINT_CONTROLLER = "joint-controller"
    UNCLEAR = "unclear"
    INDEPENDENT = "independent-controller"
    PUBLIC = "public"

    @property
    def words(self) -> str:
        """How a source stands to us, as a reader writes it."""
        said = {
            Standing.OWN: "our own",
            Standing.JOINT_CONTROLLER: "joint controller",
            Standing.UNCLEAR: "role unclear",
            Standing.INDEPENDENT: "controller of its own",
            Standing.PUBLIC: "the public",
        }
        return said.get(self, self.value)

    @property
    def searched(self) -> bool:
        """Whether what it holds belongs to our own search; whose role is unclear is asked too."""
        return self not in (Standing.INDEPENDENT, Standing.PUBLIC)


class KeptFor(Noun):
    """How long a retention entry keeps some of the data: an ISO 8601 duration, and what it runs from."""

    retention: Id
    data: tuple[Id, ...]
    period: str
    starts: TextOrGap = Gap.NOT_STATED


class Source(Noun):
    """A party that holds something about the people, and what it is to be asked for.

    `roles` are those in which flows or activities show it, `data` what to ask for (the highest categories
    that say it, in map order), `atoms` the same to the last level; `unconfirmed` and `presumed` are those of
    `atoms` of which the map is less sure (see `Holding`). `through` are the parties by which a sub-processor
    is asked, `teams` our own parties that send it the data and can ask it. `ask` is what it is asked to do,
    in a sentence. It is not `concerned` where the right reaches none of the activities for which it has the
    data: then there is nothing to ask.
    """

    party: Id
    standing: Standing
    roles: tuple[Role, ...] = ()
    data: tuple[Id, ...]
    atoms: tuple[Id, ...]
    unconfirmed: tuple[Id, ...] = ()
    presumed: tuple[Id, ...] = ()
    resting: tuple[Resting, ...] = ()
    kept: tuple[KeptFor, ...] = ()
    contracts: tuple[str, ...] = ()
    through: tuple[Id, ...] = ()
    teams: tuple[Id, ...] = ()
    activities: tuple[Id, ...] = ()
    flows: tuple[Id, ...] = ()
    generic: bool = False
    concerned: bool = True
    ask: str
    provision: str

    @property
    def expected(self) -> bool:
        """Whether it holds nothing of this unless something is real that the map only expects."""
        return len(self.unconfirmed) == len(self.atoms)


class TellingKind(StrEnum):
    """How a recipient learns of a rectification, erasure or restriction (UK GDPR Art. 17(2), 19).

    `instruct`: a processor, which acts on our instruction. `tell`: we disclosed to it. `onward`: another
    recipient did. `public`: the data was made public. `doubt`: perhaps no recipient (Art. 4(9)).
    """

    INSTRUCT = "instruct"
    TELL = "tell"
    ONWARD = "onward"
    PUBLIC = "public"
    DOUBT = "doubt"


class Telling(Noun):
    """A recipient of the data, who tells it, and why; `senders` are those who disclosed the data to it."""

    party: Id
    kind: TellingKind
    roles: tuple[Role, ...] = ()
    data: tuple[Id, ...]
    senders: tuple[Id, ...] = ()
    flows: tuple[Id, ...] = ()
    expected: bool = False
    generic: bool = False
    says: str
    provision: str
    authority: Authority = Authority.LAW


class Reach(StrEnum):
    """How far the right reaches into an activity; `ask` where the map does not say enough."""

    APPLIES = "applies"
    LIMITED = "limited"
    DOES_NOT = "does not apply"
    ASK = "ask"


class Verdict(Noun):
    """How far the right reaches into one activity under one basis; no basis: the map states none.

    `unclear`: the notice can be read so that the activity rests on this basis, and otherwise.
    """

    activity: Id
    basis: Basis | None
    reach: Reach
    reason: str
    provision: str
    authority: Authority = Authority.LAW
    law: str | None = None
    marketing: bool = False
    unclear: bool = False
    expected: bool = False


class Concern(StrEnum):
    """Why something may have to be held back, or checked before it is handed over."""

    OTHER_PEOPLE = "other people"
    REFERENCES = "references"
    HEALTH = "health"
    CRIME = "crime and taxation"
    PRIVILEGE = "legal privilege"
    FORECASTS = "management forecasts"
    NEGOTIATIONS = "negotiations"


class HeldBack(Noun):
    """What to check before handing over, and why; `others` are the other people who show in it."""

    concern: Concern
    data: tuple[Id, ...] = ()
    others: tuple[Id, ...] = ()
    activities: tuple[Id, ...] = ()
    flows: tuple[Id, ...] = ()
    says: str
    provision: str
    authority: Authority


class Kept(Noun):
    """What stays in spite of the request, and on which ground.

    Where it is not `certain`, a person has to say whether the ground holds.
    """

    says: str
    provision: str
    authority: Authority = Authority.LAW
    certain: bool = True
    activity: Id | None = None
    retention: Id | None = None
    data: tuple[Id, ...] = ()
    law: str | None = None
    period: str | None = None


class Portable(Noun):
    """What goes with the person out of one activity: what they gave.

    `made` is what the activity itself makes or observes: what was observed goes too, what was inferred does
    not, and the map does not tell them apart.
    """

    activity: Id
    basis: Basis
    provided: tuple[Id, ...] = ()
    made: tuple[Id, ...] = ()
    flows: tuple[Id, ...] = ()
    expected: bool = False


class Informed(Noun):
    """One thing that an access answer must say beside the copy (UK GDPR Art. 15(1), (2)).

    `gap`: the map does not say it, or not all of it, and a person has to.
    """

    item: str
    heading: str
    says: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    gap: str | None = None


class PlanQuestion(Noun):
    """What the map cannot tell, asked of a person; `about` are references such as "party:yardi"."""

    says: str
    about: tuple[str, ...] = ()


class Remark(Noun):
    """What else should be known, the provision it rests on, and of what weight that is."""

    says: str
    provision: str
    authority: Authority = Authority.LAW


class Desk(Noun):
    """Who answers the request and by which channels it comes, as far as the map says."""

    right: Id | None = None
    team: Id | None = None
    channels: tuple[Id, ...] = ()
    limits: TextOrGap = Gap.NOT_STATED


class RequestPlan(Noun):
    """All that the map says about one right of one kind of people.

    `data` narrows it: the categories that the request is about, none for everything. `sources` stand in the
    order to ask. `kept`, `portable` and `informed` are filled for the rights that they belong to.
    """

    map_id: str
    right: RightKind
    subject: Id
    as_of: dt.date
    data: tuple[Id, ...] = ()
    marketing: bool = False
    desk: Desk = Desk()
    sources: tuple[Source, ...] = ()
    tells: tuple[Telling, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    kept: tuple[Kept, ...] = ()
    portable: tuple[Portable, ...] = ()
    informed: tuple[Informed, ...] = ()
    questions: tuple[PlanQuestion, ...] = ()
    notes: tuple[Remark, ...] = ()

    @property
    def searched(self) -> tuple[Source, ...]:
        """The sources that are searched or asked, in their order."""
        return tuple(source for source in self.sources if source.standing.searched)

    @property
    def known(self) -> tuple[Source, ...]:
        """Those who answer for themselves: recipients to be named or told, never searched."""
        return tuple(source for source in self.sources if not source.standing.searched)
