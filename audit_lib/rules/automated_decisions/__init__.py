"""Rules on automated decisions and profiling."""
