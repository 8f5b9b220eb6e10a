"""The press in its own process: reads a job as JSON on standard input, writes a PDF to standard output.

Runs as a script, outside the package, so that it starts fast and holds nothing but the job. A job has
`template` (Typst source, ours), `data` (what people wrote), `fonts` (a folder), `timestamp` (seconds since
1970), `memory` (bytes of address space) and `seconds` (of processor time).
"""

import json
import resource
import sys
from typing import Any

FAULT = 3


def limit(memory: int, seconds: int) -> None:
    """Cap address space and processor time, and forbid writing files and core dumps."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def press(job: dict[str, Any]) -> bytes:
    """Typeset one job into a PDF/A-2a and PDF/UA-1 file."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[job["fonts"]])
    # the stubs know paths only, the library also takes files held in memory
    files: Any = {"main": job["template"].encode(), "data.json": json.dumps(job["data"]).encode()}
    compiler = typst.Compiler(files, font_paths=fonts, ignore_system_fonts=True)
    pdf = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=job["timestamp"])
    if not isinstance(pdf, bytes):
        raise TypeError("the press gave no file")
    return pdf


def main() -> int:
    """Do one job. A fault gives no text back: what went wrong may quote what people wrote."""
    job = json.load(sys.stdin.buffer)
    limit(job["memory"], job["seconds"])
    try:
        pdf = press(job)
    except (RuntimeError, MemoryError, TypeError, ValueError):
        return FAULT
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
