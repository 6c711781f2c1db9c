"""Rules on who gets data."""
