"""The embedded database: SQLite from its own wheel, set so that no acknowledged write is lost."""
