"""How flows say no: not found, not allowed, not possible now, changed meanwhile, not understood."""

from collections.abc import Mapping


class Refusal(Exception):
    """A flow says no. `message` is plain Dutch for the person who asked and holds no client data."""

    status = 400

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotFound(Refusal):
    """There is no such record for this person; another practice's record looks just the same (404)."""

    status = 404

    def __init__(self, message: str = "Deze pagina bestaat niet.") -> None:
        super().__init__(message)


class NotAllowed(Refusal):
    """The person may see this but not do that (403)."""

    status = 403


class NotPossible(Refusal):
    """The step does not fit the standing (409). `reasons` are shown as a list."""

    status = 409

    def __init__(self, message: str, reasons: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.reasons = reasons


class ChangedMeanwhile(Refusal):
    """Someone else saved a newer version (409)."""

    status = 409

    def __init__(self, message: str = "Iemand anders heeft dit intussen gewijzigd.", version: int = 0) -> None:
        super().__init__(message)
        self.version = version


class NotUnderstood(Refusal):
    """Input does not fit; `fields` maps a field name to what is wrong with it (422, shown beside the field)."""

    status = 422

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__("Niet alles is goed ingevuld.")
        self.fields = dict(fields)
