"""What two maps, or the answers about them, differ in."""
