"""What is wrong in a file of series: each problem with its line and column, all of them told at once."""

from dataclasses import dataclass, field

from lijfspoor.domain.singlecase.data.saying import Refused, Saying, refuse

SHOWN = 50


@dataclass(frozen=True, slots=True)
class SeriesProblem:
    """One thing that is wrong: `line` counts from 1, `column` is the header as written, or "" for the whole line."""

    line: int
    column: str
    code: str
    why: Saying

    @property
    def said(self) -> Saying:
        """The place and the reason in one sentence."""
        nl, en = f"Regel {self.line}", f"Line {self.line}"
        if self.column:
            nl, en = f"{nl}, kolom {self.column}", f"{en}, column {self.column}"
        return Saying(nl=f"{nl}: {self.why.nl}", en=f"{en}: {self.why.en}")


class UnreadableSeries(Refused):
    """The file cannot be read as series; `problems` holds the first 50 by line, `more` how many others there are."""

    def __init__(self, problems: tuple[SeriesProblem, ...], more: int) -> None:
        self.problems = problems
        self.more = more
        nl = [problem.said.nl for problem in problems]
        en = [problem.said.en for problem in problems]
        if more:
            nl.append(f"En nog {more} andere.")
            en.append(f"And {more} more.")
        super().__init__("unreadable-series", Saying(nl="\n".join(nl), en="\n".join(en)))


@dataclass
class Problems:
    """Collects problems in order of line; only the first 50 are kept, the others counted."""

    kept: list[SeriesProblem] = field(default_factory=list)
    count: int = 0

    def add(self, line: int, column: str, refused: Refused) -> None:
        """Note one problem."""
        self.count += 1
        self.kept.append(SeriesProblem(line, column, refused.code, refused.why))
        if len(self.kept) > 2 * SHOWN:
            self._keep_first()

    def raise_any(self) -> None:
        """Raise UnreadableSeries when there is a problem."""
        if self.count:
            self._keep_first()
            raise UnreadableSeries(tuple(self.kept), self.count - len(self.kept))

    def _keep_first(self) -> None:
        self.kept.sort(key=lambda problem: problem.line)
        del self.kept[SHOWN:]


def no_rows() -> Refused:
    """The reason of a file with a header and nothing else."""
    return refuse(
        "no-rows",
        nl="Onder de kopregel staat geen enkele meting.",
        en="There is no measurement below the header.",
    )


def no_trials() -> Refused:
    """The reason of a score whose number of trials is lacking, zero or less."""
    return refuse(
        "no-trials",
        nl="Van hoeveel deze score er een deel is, hoort een getal boven nul te zijn.",
        en="The number of trials this score is part of must be a number above zero.",
    )
