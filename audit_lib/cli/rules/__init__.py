"""`privacy-audit rules`: list and explain the rules, one file a command."""
