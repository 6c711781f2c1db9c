"""Rules on children, and on people other than the customer."""
