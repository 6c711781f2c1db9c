"""The parts of an assessment of one activity, each filled from the map with its gaps marked."""
