"""Years of the ferry company, made up for a test, and how to look into them."""

import datetime as dt
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from audit_lib.evidence.generate import FAULTS, Generated, generate
from audit_lib.model.data_map import DataMap

from .ferry import ferry_map

START = dt.date(2026, 1, 1)


class Made(NamedTuple):
    """A made-up year that stands in a folder, with what is in its files."""

    data_map: DataMap
    generated: Generated
    folder: Path

    def rows(self) -> pd.DataFrame:
        files = [pd.read_parquet(path) for path in self.generated.files]
        return pd.concat(files, ignore_index=True)

    def key(self) -> pd.DataFrame:
        return pd.read_parquet(self.folder / "key.parquet")

    def list_of(self, name: str) -> pd.DataFrame:
        return pd.read_parquet(self.folder / f"{name}.parquet")


def make_year(folder: Path, data_map: DataMap | None = None, **asked: Any) -> Made:
    """Make up a small year with a dozen faults of each sort, unless something else is asked for."""
    usual = {"seed": 1, "events": 3_000, "people": 150, "start": START, "faults": dict.fromkeys(FAULTS, 12)}
    made = data_map or ferry_map()
    return Made(made, generate(made, folder, **{**usual, **asked}), folder)
