"""Risks to people: what could happen, how likely and how severe it is, and what makes the difference."""
