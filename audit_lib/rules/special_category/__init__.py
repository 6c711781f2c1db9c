"""Rules on special category data and data on criminal offences."""
