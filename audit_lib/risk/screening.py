"""Which activities call for a data protection impact assessment (UK GDPR Art. 35(1), (3), (4))."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import ParameterError
from ..graph.asked import Asked, refuse_unknown
from ..model.data_map import DataMap
from ..model.screening import Outcome, Screening
from ..rules.screening import screened
from ..rules.signs_of_risk import SignsOfRisk


def screen(data_map: DataMap, activity: str) -> Screening:
    """Screen one activity: whether an impact assessment is required, presumed, or not indicated.

    Nine criteria of WP 248 rev. 01 (two are enough for a presumption), the ten operations of the
    regulator's list and the three cases of Art. 35(3) are judged one by one, each with the evidence of the
    map. What the map cannot show is asked and never assumed; what a person has answered in the map
    (`dpia.answers`) counts before what the map shows. With too much unknown, it is not decidable.

    Parameters
    ----------
    activity
        The id of an activity. One that is only expected is screened too, and says so.

    Raises
    ------
    ParameterError
        If the map has no such activity.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> screening = screen(example_map(), "letting-work")
    >>> screening.outcome.value, len(screening.signs)
    ('not-decidable', 22)
    >>> [sign.name for sign in screening.criteria if sign.ask][:2]
    ['automated decisions with a legal or similar effect', 'large scale']
    """
    refuse_unknown([Asked("activity", activity, "activity of the map", tuple(data_map.activity))])
    return screened(SignsOfRisk(data_map), data_map.activity[activity])


def screen_all(data_map: DataMap) -> tuple[Screening, ...]:
    """Screen every activity of a map, in its order; the time is linear in the size of the map.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> [screening.activity for screening in screen_all(example_map())]
    ['letting-work', 'checking-work', 'insuring-work']
    """
    signs = SignsOfRisk(data_map)
    return tuple(screened(signs, activity) for activity in data_map.activities)


def gravest(screenings: Iterable[Screening]) -> Screening:
    """Return the screening of the activity that calls for an impact assessment most, the first of equals.

    Raises
    ------
    ParameterError
        If there is no activity at all.

    Examples
    --------
    >>> from audit_lib.graph.example import example_map
    >>> gravest(screen_all(example_map())).activity
    'letting-work'
    """
    listed = list(screenings)
    if not listed:
        raise ParameterError.at("activity", "The map has no activity that could be assessed.")
    return min(listed, key=lambda each: (list(Outcome).index(each.outcome), -len(each.met)))
