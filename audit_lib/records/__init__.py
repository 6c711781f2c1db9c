"""The records of processing that UK GDPR Art. 30 asks of controllers and of processors."""
