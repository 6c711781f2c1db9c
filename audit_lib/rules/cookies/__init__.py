"""Rules on what is stored on people's devices."""
