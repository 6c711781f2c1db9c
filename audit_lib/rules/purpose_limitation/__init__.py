"""Rules on data that is used for something other than it was collected for."""
