"""Rules on the law of letting homes, where it turns on personal data."""
