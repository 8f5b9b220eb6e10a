"""The icon sprite: every drawing in it, by name, and nothing else."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

# Drawn on 24 by 24; stroke, width and colour come from `.icon` in the style sheet.
ICONS: dict[str, str] = {
    "agenda": '<rect x="3.5" y="5" width="17" height="15.5" rx="2.5"/><path d="M3.5 10h17M8 3v4M16 3v4"/>',
    "bel": '<path d="M6 4h3.5l1.5 4.5-2 1.5c1 2.3 2.7 4 5 5l1.5-2 4.5 1.5V18c0 1.2-1 2-2 2C11 19.5 4.5 13 4 6'
    'c0-1 .8-2 2-2z"/>',
    "bestand": '<path d="M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5"/>',
    "bieb": '<path d="M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14C17 4.5 14 5 12 6.5z'
    'M12 6.5v14"/>',
    "blad": '<path d="M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6M9 16h6"/>',
    "brief": '<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="M4 7l8 6 8-6"/>',
    "clienten": '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.6-4 3-6 6.5-6s5.9 2 6.5 6M16 4.8a3.5 3.5 0 0 1 0'
    ' 6.5M18.5 14.8c1.8.9 2.7 2.7 3 5.2"/>',
    "dag": '<circle cx="12" cy="12" r="4.2"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4'
    'M5.6 18.4 7 17M17 7l1.4-1.4"/>',
    "deel": '<circle cx="6.5" cy="12" r="2.5"/><circle cx="17" cy="6" r="2.5"/><circle cx="17" cy="18" r="2.5"/>'
    '<path d="M8.7 10.8l6.1-3.5M8.7 13.2l6.1 3.5"/>',
    "doel": '<path d="M5 21V4M5 4.5c4-2 7 2 13 0v8c-6 2-9-2-13 0"/>',
    "filter": '<path d="M4 6h16M7 12h10M10 18h4"/>',
    "hand": '<path d="M7.5 12.5V6.2a1.4 1.4 0 0 1 2.8 0V11 4.7a1.4 1.4 0 0 1 2.8 0V11 5.7a1.4 1.4 0 0 1 2.8 0v8'
    "l1.3-2.2c.5-.8 1.5-1 2.2-.6.6.4.8 1.1.5 1.8l-2.7 5.6c-.9 1.9-2.5 2.7-4.5 2.7-3.4 0-5.2-2.2-5.2-5.2z"
    '"/>',
    "huis": '<path d="M4 11.5 12 4l8 7.5M6 10v10h12V10M10 20v-5.5h4V20"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.7v.1"/>',
    "klok": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.5 2"/>',
    "kring": '<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 3.5v4h-4"/>',
    "kruis": '<path d="M6 6l12 12M18 6 6 18"/>',
    "let-op": '<path d="M12 4 21 19.5H3zM12 10v4.5M12 17v.1"/>',
    "lijst": '<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1"/>',
    "map": '<path d="M3.5 6.5h6l2 2.5h9v10h-17z"/>',
    "mens": '<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20.5c.7-4.4 3.4-6.5 7.5-6.5s6.8 2.1 7.5 6.5"/>',
    "meting": '<path d="M3.5 4v16h17M7 15l4-5 3.5 3L20 6.5"/>',
    "omlaag": '<path d="M6 9.5l6 6 6-6"/>',
    "munt": '<circle cx="12" cy="12" r="8.5"/><path d="M15.5 8.8a4.3 4.3 0 1 0 0 6.4M7.5 11h5.5M7.5 13.2H12"/>',
    "oog": '<path d="M2.5 12c2-4 5.3-6.2 9.5-6.2s7.5 2.2 9.5 6.2c-2 4-5.3 6.2-9.5 6.2S4.5 16 2.5 12z"/>'
    '<circle cx="12" cy="12" r="2.8"/>',
    "opnieuw": '<path d="M4.5 12a7.5 7.5 0 1 0 2.3-5.4M4.5 3.5v4h4"/>',
    "pauze": '<path d="M8.5 5v14M15.5 5v14"/>',
    "pen": '<path d="M4 20l1-4.5L16 4.5 19.5 8 8.5 19zM13.5 7 17 10.5"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "praktijk": '<path d="M4 20.5V9l8-5 8 5v11.5M4 20.5h16M9 20.5v-5h6v5M9 11h.1M15 11h.1"/>',
    "print": '<path d="M7 8V3.5h10V8M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z"/>',
    "sleutel": '<circle cx="8" cy="15.5" r="4"/><path d="M11 12.5l8.5-8.5M16 7.5l3 3"/>',
    "slot": '<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2.5"/>',
    "start": '<path d="M7 4.5v15l12-7.5z"/>',
    "stem": '<path d="M4 5h16v11h-8l-4.5 4v-4H4z"/>',
    "stop": '<rect x="6" y="6" width="12" height="12" rx="1.5"/>',
    "tegen": '<path d="M5 12h14"/>',
    "tel": '<rect x="7" y="2.5" width="10" height="19" rx="2"/><path d="M11 18.5h2"/>',
    "terug": '<path d="M10.5 6l-6 6 6 6M5 12h15"/>',
    "uit": '<path d="M14 4H5v16h9M10 12h10.5M16.5 8l4 4-4 4"/>',
    "verder": '<path d="M13.5 6l6 6-6 6M4 12h15"/>',
    "vink": '<path d="M5 12.5l4.5 4.5L19 7"/>',
    "vraag": '<path d="M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.2v.1"/>',
    "weg": '<path d="M5 7h14M9.5 7V4.5h5V7M7 7l.8 13h8.4L17 7M10.5 11v5.5M13.5 11v5.5"/>',
    "wolk": '<path d="M7.5 18.5a4.5 4.5 0 0 1-.6-9A5.5 5.5 0 0 1 17.4 10a4.3 4.3 0 0 1-.4 8.5z"/>',
    "wolk-uit": '<path d="M4 4l16 16M8.2 8A5 5 0 0 0 4.5 13 4.5 4.5 0 0 0 9 18h8M12.5 7.2A5.2 5.2 0 0 1 16.8 11'
    'a3.6 3.6 0 0 1 3.4 5"/>',
    "zoek": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5 20.5 20.5"/>',
}

# The hatch of a high arousal zone and the dots of a low one, shared by every strip on a page.
PATTERNS = (
    '<pattern id="p-above" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path class="zp-above" d="M0 0v7"/></pattern>'
    '<pattern id="p-below" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<circle class="zp-below" cx="3" cy="3" r="1.3"/></pattern>'
)


def use(name: str, *, small: bool = False) -> SafeString:
    """Markup that shows the icon `name` from the sprite; decoration only, so hidden for screen readers.

    Raises KeyError for a name that is not in the sprite.
    """
    if name not in ICONS:
        raise KeyError(f"No icon is called {name!r}; known: {', '.join(sorted(ICONS))}")
    size = "icon icon--sm" if small else "icon"
    return mark_safe(  # noqa: S308 - both parts come from this file
        f'<svg class="{size}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href="#i-{name}"/></svg>'
    )


def sprite() -> SafeString:
    """The whole sprite as one hidden SVG, put once at the top of a page."""
    symbols = "".join(
        f'<symbol id="i-{name}" viewBox="0 0 24 24">{drawing}</symbol>' for name, drawing in ICONS.items()
    )
    return mark_safe(  # noqa: S308 - built from this file alone
        f'<svg class="sprite" aria-hidden="true" focusable="false"><defs>{symbols}{PATTERNS}</defs></svg>'
    )
