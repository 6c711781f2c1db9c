"""Rules on what people can ask for."""
