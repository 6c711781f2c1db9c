"""UK data protection law as versioned data, with typed readers."""
