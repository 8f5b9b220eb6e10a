"""People's names: the Dutch surname with its prefixes, initials, calling name."""

from collections.abc import Sequence
from dataclasses import replace

from lijfspoor.interop.fhir import codes
from lijfspoor.interop.fhir.incoming import IncomingName
from lijfspoor.interop.fhir.parts import Part

_CORE = "http://hl7.org/fhir/StructureDefinition/"
_QUALIFIER = f"{_CORE}iso21090-EN-qualifier"
_FAMILY_PARTS = (
    f"{_CORE}humanname-own-prefix",
    f"{_CORE}humanname-own-name",
    f"{_CORE}humanname-partner-prefix",
    f"{_CORE}humanname-partner-name",
)
_PAST = {"old", "maiden", "anonymous"}
_CALLED = {"usual", "nickname"}


def read_names(names: Sequence[Part]) -> IncomingName:
    """Return the official name, else the first that still holds, with the calling name of another."""
    current = [name for name in names if _use(name) not in _PAST and _says_something(name)]
    if not current:
        return IncomingName()
    main = min(current, key=lambda name: (_use(name) != "official", not name.peek("family")))
    read = read_name(main)
    called = [name for name in current if name is not main and _use(name) in _CALLED]
    return replace(read, calling_name=_called(called[0]) if called else read.calling_name)


def read_name(name: Part) -> IncomingName:
    """Return one name; `text` is as the sender prints it, else put together from the parts."""
    name.code("use", codes.NAME_USE)
    family = name.text("family")
    given = _given(name)
    title = " ".join(part.taken() for part in name.texts("prefix"))
    put_together = " ".join(filter(None, (given["BR"] or given["IN"], family)))
    return IncomingName(
        text=name.text("text") or put_together,
        given=given["BR"],
        initials=given["IN"],
        family=family,
        family_prefix=_family_prefix(name, family),
        title=title,
        calling_name=given["CL"],
    )


def _use(name: Part) -> str:
    return name.known("use", codes.NAME_USE)


def _says_something(name: Part) -> bool:
    return isinstance(name.value, dict) and any(name.value.get(key) for key in ("family", "given", "text"))


def _called(name: Part) -> str:
    name.text("use")
    return " ".join(filter(None, (part.taken() for part in name.texts("given")))) or name.text("text")


def _given(name: Part) -> dict[str, str]:
    """Return the first names by their Dutch qualifier: BR given, IN initials, CL calling name."""
    found: dict[str, list[str]] = {"BR": [], "IN": [], "CL": []}
    for part in name.texts("given"):
        kind = _qualifier(name, part)
        found[kind if kind in found else "BR"].append(part.taken())
    dotted = all(text.endswith(".") for text in found["IN"])
    return {kind: ("" if kind == "IN" and dotted else " ").join(filter(None, texts)) for kind, texts in found.items()}


def _qualifier(name: Part, given: Part) -> str:
    index = given.path[-1] if isinstance(given.path[-1], int) else None
    beside = name.beside("given", index)
    extension = beside.extension(_QUALIFIER) if beside else None
    if extension is None or extension.peek("valueCode") not in ("BR", "IN", "CL"):
        return ""
    extension.text("url")
    return extension.text("valueCode")


def _family_prefix(name: Part, family: str) -> str:
    beside = name.beside("family")
    prefix = ""
    for extension in beside.many("extension") if beside else []:
        if extension.peek("url") not in _FAMILY_PARTS:
            continue
        extension.take_if_said("valueString", family)
        own = extension.peek("url") == _FAMILY_PARTS[0] and family.startswith(f"{extension.peek('valueString')} ")
        prefix = extension.peek("valueString") if own else prefix
        extension.text("url")
    return prefix
