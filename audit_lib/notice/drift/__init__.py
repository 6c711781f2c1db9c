"""A mapped notice against its new text."""
