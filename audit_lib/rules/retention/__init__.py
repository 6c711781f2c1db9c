"""Rules on how long data is kept."""
