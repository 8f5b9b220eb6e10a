"""What comes in from other systems and goes out to them, as plain objects: no network, no Django."""
