"""What people can ask for, and by when it must be answered."""
