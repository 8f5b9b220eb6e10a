"""The check on a citizen service number."""

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def passes_eleven_test(number: str) -> bool:
    """Tell whether nine digits pass the 11-test (standards 3.2)."""
    if len(number) != len(WEIGHTS) or not number.isascii() or not number.isdigit() or not int(number):
        return False
    return sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=True)) % 11 == 0
