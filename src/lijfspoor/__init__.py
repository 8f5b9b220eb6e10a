"""Software for a practice of psychomotor therapy; every treatment is measured as a study of one client."""

__version__ = "0.1.0"
