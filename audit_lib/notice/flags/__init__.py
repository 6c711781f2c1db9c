"""Words that a careful reader of a notice would stop at."""
