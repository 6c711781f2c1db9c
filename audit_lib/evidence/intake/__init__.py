"""The files and tables of each source, read whatever their format, as Parquet files with known columns."""

from .tables import DESCRIBED, Intake, Progress, Reason, Refused, Table, reasons_of
from .take import take

__all__ = ["DESCRIBED", "Intake", "Progress", "Reason", "Refused", "Table", "reasons_of", "take"]
