"""One rank drawn from a seed so that any machine, now or later, draws the same.

NumPy promises its bit generators and seed sequences for ever, not its distributions. So only raw 64-bit words are used:
PCG64 seeded by SeedSequence(seed); a count that needs b bits takes ceil(b / 64) words, the first the most significant,
cut to the lowest b bits; a number that is not below the count is put aside and the next words are taken.
"""

import numpy as np

from lijfspoor.domain.singlecase.data.saying import refuse

GENERATOR = "PCG64"
METHOD = "seed-sequence/raw-64-bit-words/mask-and-retry/1"
WORD = 64


def rank_from_seed(seed: int, count: int) -> int:
    """Draw one whole number below `count`, each equally likely.

    Raises Refused: "bad-seed" (negative), "no-assignment" (nothing to draw from).
    """
    if seed < 0:
        raise refuse("bad-seed", nl="Het startgetal is 0 of meer.", en="The seed is 0 or more.")
    if count < 1:
        raise refuse("no-assignment", nl="Er is niets om uit te trekken.", en="There is nothing to draw from.")
    bits = (count - 1).bit_length()
    generator = np.random.PCG64(np.random.SeedSequence(seed))
    while True:
        number = 0
        for _ in range(-(-bits // WORD)):
            number = number << WORD | int(generator.random_raw())
        number &= (1 << bits) - 1
        if number < count:
            return number
