"""The judgement of all observations at once, as SQL text that DuckDB and Spark both run."""
