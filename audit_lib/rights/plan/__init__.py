"""The parts of a search plan: whom to ask and tell, how far the right reaches, what stays, what to ask."""
