"""Rules on more data than the task needs."""
