"""Who can reach what: the data map as a graph of flows, and the questions that it answers."""
