"""Rules on what must be shown to the regulator."""
