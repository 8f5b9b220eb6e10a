"""A model's columns made orthonormal, so that dates, years and tiny units cost no digits.

X = Q A with Q'Q = I; the estimates are `back` (A inverse) times those on Q. Columns are centred and scaled first: a
trend in seconds since 1970 is as good as one in days. Scores likewise: y = unit (centre + z), max |z| = 1.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lijfspoor.domain.singlecase.data.saying import Refused, refuse
from lijfspoor.domain.singlecase.data.series import Floats
from lijfspoor.domain.singlecase.models.coefficients import too_large
from lijfspoor.domain.singlecase.models.piecewise import LinearModel

# A column is another's shadow when less than this share of it is left: round-off of a QR is a thousand times smaller.
SHADOW = 1e-10
PERFECT = 1e-10
# beyond these sizes the square of a score over a time leaves the range of the machine
SMALLEST, LARGEST = 1e-70, 1e70
EPSILON = float(np.finfo(np.float64).eps)


@dataclass(frozen=True, eq=False)
class Basis:
    """`columns` (n, p) orthonormal; `back` (p, p): estimates on the model's own terms = back @ estimates on these."""

    columns: Floats
    back: Floats

    @cached_property
    def log_det(self) -> float:
        """log |X'X| of the model's own columns."""
        return -2.0 * float(np.linalg.slogdet(self.back)[1])


@dataclass(frozen=True, eq=False)
class Scores:
    """Scores brought to size: raw = unit (centre + size z). `grain`: round-off of the raw scores on the scale of z."""

    z: Floats
    unit: float
    centre: float
    size: float
    grain: float

    @property
    def scale(self) -> float:
        """Raw units per unit of z."""
        return self.unit * self.size

    @property
    def origin(self) -> float:
        """The raw score where z is 0."""
        return self.unit * self.centre

    def perfect(self, residuals: Floats) -> bool:
        """Whether residuals of z are no more than round-off."""
        return float(np.max(np.abs(residuals))) <= max(PERFECT, 16 * self.grain)


def orthonormal(model: LinearModel) -> Basis:
    """Make the columns of a model orthonormal.

    Raises Refused: "no-scores", "fewer-scores-than-terms", "terms-not-separable" (names the term), "number-too-large".
    """
    rows, terms = model.matrix.shape
    _enough(rows, terms)
    centres, sizes = np.zeros(terms), np.ones(terms)
    for term in range(1, terms):
        column = model.matrix[:, term]
        _in_range(float(np.max(np.abs(column))))
        centres[term] = column.mean()
        sizes[term] = np.max(np.abs(column - centres[term]))
        if not sizes[term] > SHADOW * np.max(np.abs(column)):
            raise _shadow(model.names[term])
    columns, triangle = np.linalg.qr((model.matrix - centres) / sizes)
    for term, left in enumerate(np.abs(np.diag(triangle))):
        if left <= SHADOW * np.linalg.norm(triangle[:, term]):
            raise _shadow(model.names[term])
    # the model's columns are the scaled ones times sizes, plus their centre times the intercept
    scaled_back = np.diag(1.0 / sizes)
    scaled_back[0, 1:] = -centres[1:] / sizes[1:]
    return Basis(columns, scaled_back @ np.linalg.inv(triangle))


def to_size(values: Floats) -> Scores:
    """Bring scores to size; a series of one value keeps size 0 and z 0. Raises "number-too-large"."""
    unit = float(np.max(np.abs(values))) or 1.0
    _in_range(unit)
    shares = values / unit
    centre = math.fsum(shares.tolist()) / len(shares) if len(shares) <= 1000 else float(shares.mean())
    size = float(np.max(np.abs(shares - centre)))
    if size <= 4 * EPSILON:
        return Scores(np.zeros(len(values)), unit, float(shares[0]), 0.0, 0.0)
    return Scores((shares - centre) / size, unit, centre, size, EPSILON / size)


def restated(basis: Basis, scores: Scores, estimates: Floats) -> Floats:
    """Estimates of z on the basis, said on the model's own terms and in raw scores."""
    own = scores.scale * (basis.back @ estimates)
    own[0] += scores.origin
    return np.asarray(own)


def _in_range(largest: float) -> None:
    if largest > LARGEST or 0 < largest < SMALLEST:
        raise too_large()


def _enough(rows: int, terms: int) -> None:
    if rows == 0:
        raise refuse("no-scores", nl="De reeks heeft geen enkele score.", en="The series has no score at all.")
    if rows < terms:
        raise refuse(
            "fewer-scores-than-terms",
            nl=f"Het model heeft {terms} onderdelen en de reeks maar {rows} scores.",
            en=f"The model has {terms} terms and the series only {rows} scores.",
        )


def _shadow(name: str) -> Refused:
    return refuse(
        "terms-not-separable",
        nl=f"Het onderdeel {name} is met deze scores niet te scheiden van de andere; een fase heeft te weinig scores.",
        en=f"The term {name} cannot be told apart from the others with these scores; a phase has too few.",
    )
