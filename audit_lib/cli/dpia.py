"""`privacy-audit dpia`: the data protection impact assessment of an activity as a document."""

from __future__ import annotations

from ..errors import ParameterError
from .assessments import ActivityOption, AllOption, FormatOption, FormOption, OutOption, files_for, write_all
from .faults import command
from .options import AsOfOption, MapArgument, day, load


@command
def dpia(
    data_map: MapArgument = None,
    *,
    out: OutOption,
    activity: ActivityOption = None,
    everything: AllOption = False,
    form: FormatOption = FormOption.DOCX,
    as_of: AsOfOption = None,
) -> int:
    """Draft a data protection impact assessment in the regulator's seven steps.

    It is filled from the map: need, description, consultation, necessity, risks, measures, sign-off. What the
    map does not know stands there as a gap, with who fills it in.
    """
    from ..risk.dpia import dpia as draft

    when = day(as_of)
    read = load(data_map)
    fitting = [entry.id for entry in read.activities if entry.controllers]
    if everything and not fitting:
        raise ParameterError.at(
            "--all", "The map holds no activity of a controller, so there is none to assess."
        )
    files = files_for(read, fitting, activity, everything, out, form.value)
    write_all(read, files, when, draft, out if everything else None)
    return 0
