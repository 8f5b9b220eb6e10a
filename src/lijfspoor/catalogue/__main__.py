"""For developers: `python -m lijfspoor.catalogue publish` records new versions of the content."""

import sys

from lijfspoor.catalogue.mistakes import ContentRefused
from lijfspoor.catalogue.publication import PublishedChanged, publish
from lijfspoor.catalogue.reader import SHIPPED


def main(arguments: list[str]) -> int:
    """Publish what is new in the content of the product.

    Returns 0, 1 when it is refused, 2 when something else is asked.
    """
    if arguments != ["publish"]:
        sys.stderr.write("Use: python -m lijfspoor.catalogue publish\n")
        return 2
    try:
        new = publish(SHIPPED)
    except (ContentRefused, PublishedChanged) as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    sys.stdout.write(f"Published: {', '.join(new) or 'nothing new'}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
