"""Rules on the seven kinds of privacy threat that LINDDUN names, looked for over the graph."""
