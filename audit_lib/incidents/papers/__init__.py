"""What is sent when something has leaked: to the regulator, to people, to and from processors."""
