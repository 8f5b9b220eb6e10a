"""Software for a practice of psychomotor therapy, where every treatment is measured as a study of one client."""
