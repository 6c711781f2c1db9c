"""Rules on who answers for data."""
