"""Rules on what people are told."""
