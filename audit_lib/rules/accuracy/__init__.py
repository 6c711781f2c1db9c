"""Rules on data that must be right."""
