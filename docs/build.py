"""Write the pages that come from the code: one a rule, and the index that maps them to the five mistakes.

usage: build.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from postingscan.rules import FAMILIES, RULES, rule_page

HERE = Path(__file__).parent
MISTAKES = {
    "EXP": "Over-expecting: one person who can do everything, and all of it today",
    "TRL": "Tasks before a job: loads of work in an unpaid trial",
    "GOL": "No objective: instructions, but no result to reach",
    "COM": "No communication and no relationship",
    "PAY": "Not paying, paying late or unclearly",
}


def pages() -> dict[Path, str]:
    """Every generated page by its path."""
    made = {HERE / "rules" / f"{rule.code}.md": rule_page(rule) + "\n" for rule in RULES}
    lines = [
        "# Rules",
        "",
        "Each family watches one of the five mistakes of people who outsource. `postingscan explain CODE` prints a page on",
        "the terminal. This index and the pages are made by `make docs` from the rules themselves.",
    ]
    for family, mistake in MISTAKES.items():
        lines += [
            "",
            f"## {family}: {FAMILIES[family]}",
            "",
            f"{mistake}.",
            "",
            "| code | name | severity | what it flags |",
        ]
        lines.append("| --- | --- | --- | --- |")
        for rule in RULES:
            if rule.family == family:
                lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.summary} |")
    made[HERE / "rules" / "index.md"] = "\n".join(lines) + "\n"
    return made


def main() -> int:
    """Write the pages, or with --check tell which are stale."""
    made = pages()
    if "--check" in sys.argv[1:]:
        stale = [path.name for path, text in made.items() if not path.is_file() or path.read_text() != text]
        stale += [path.name for path in (HERE / "rules").glob("*.md") if path not in made]
        if stale:
            print(f"stale pages: {', '.join(sorted(stale))}: run 'make docs'", file=sys.stderr)
        return int(bool(stale))
    for path in (HERE / "rules").glob("*.md"):
        path.unlink()
    for path, text in made.items():
        path.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
