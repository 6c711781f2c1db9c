"""Rules on how data is protected."""
