"""`privacy-audit request`: time, search plan, letters and register of requests, one file a command."""
