"""Personal data breaches: what one reaches, how grave it is, who must be told, and what would be worst."""
