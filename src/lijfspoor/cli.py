"""The command `lijfspoor`."""


def main() -> None:
    """Run the command line."""
