"""Rules on data that leaves the country."""
