"""`privacy-audit lia`: the legitimate interests assessment of an activity as a document."""

from __future__ import annotations

from ..errors import ParameterError
from .assessments import ActivityOption, AllOption, FormatOption, FormOption, OutOption, files_for, write_all
from .faults import command
from .options import AsOfOption, MapArgument, day, load


@command
def lia(
    data_map: MapArgument = None,
    *,
    out: OutOption,
    activity: ActivityOption = None,
    everything: AllOption = False,
    form: FormatOption = FormOption.DOCX,
    as_of: AsOfOption = None,
) -> int:
    """Draft a legitimate interests assessment: purpose, necessity, balancing.

    What the map shows for and against is listed; the outcome is left to a person. On a recognised
    legitimate interest it says which condition of Annex 1 is met; there is nothing to balance.
    """
    from ..risk.lia import lia as draft
    from ..risk.lia import rests_on_interest

    when = day(as_of)
    read = load(data_map)
    fitting = [each.id for each in read.activities if each.controllers and rests_on_interest(each)]
    if everything and not fitting:
        raise ParameterError.at("--all", "No activity of the map rests on a legitimate interest.")
    files = files_for(read, fitting, activity, everything, out, form.value)
    write_all(read, files, when, draft, out if everything else None)
    return 0
