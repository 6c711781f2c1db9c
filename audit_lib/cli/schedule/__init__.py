"""Jobs and when they are due: list them, look ahead, carry them out, check their schedule."""
