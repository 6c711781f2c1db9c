"""Reports: which there are, their parameters checked, run by papermill, and what became of each run."""
