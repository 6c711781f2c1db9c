"""How the time of a request is computed: its start, its pauses, its end, and what cannot be."""
