"""What holds for all tests: no property of the code is judged by how fast the machine is at that moment."""

from hypothesis import settings

settings.register_profile("patient", settings.default, deadline=None)
settings.load_profile("patient")
