"""`privacy-audit runs`: what has been run, whether it is as it was, what differs; one file a command."""
