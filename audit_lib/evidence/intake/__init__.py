"""The files and tables of each source, read whatever their format, as Parquet files with known columns."""

from .tables import Intake, Progress, Reason, Refused, Table
from .take import take

__all__ = ["Intake", "Progress", "Reason", "Refused", "Table", "take"]
