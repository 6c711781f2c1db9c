"""Jobs and when they are due: the schedule read, its cases told one by one, each occasion made once."""
