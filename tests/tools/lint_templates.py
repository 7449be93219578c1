"""The house rules for templates that no general linter knows. Run: ``lint_templates.py templates``.

``tests/tools/test_lint_templates.py`` shows it a bad template for each rule, so that a rule which
stops finding anything is noticed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COMMENTS = re.compile(r"\{#.*?#\}|\{% comment.*?\{% endcomment %\}", re.DOTALL)


@dataclass(frozen=True)
class Rule:
    """A pattern that may not occur, and what to do instead."""

    pattern: re.Pattern[str]
    instead: str


RULES = (
    Rule(
        re.compile(r"\sstyle\s*=", re.IGNORECASE),
        "no style attribute: the content policy forbids it; write a class in css/",
    ),
    Rule(
        re.compile(r"<style\b", re.IGNORECASE),
        "no style element: the content policy forbids it; write a file in css/",
    ),
    Rule(
        re.compile(r"<script\b(?![^>]*\ssrc=)", re.IGNORECASE),
        "no script inside a page: the content policy forbids it; write a module in js/",
    ),
    Rule(
        re.compile(r"\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
        "no event attribute: the content policy forbids it; listen in a module in js/",
    ),
    Rule(
        re.compile(r"javascript:", re.IGNORECASE),
        "no javascript: address",
    ),
    Rule(
        re.compile(r"\|\s*safe\b|\{%\s*autoescape off"),
        "nothing unescaped: return a SafeString from Python, where what is in it is known",
    ),
    Rule(
        re.compile(r"\{%\s*load\s[^%]*\bi18n\b"),
        "no i18n library: {% ui %} says texts, and marks those that fell back to another language",
    ),
    Rule(
        re.compile(r"\{%\s*(?:translate|trans|blocktranslate|blocktrans)\b"),
        "say texts with {% ui %}, which marks those that fell back to another language",
    ),
    Rule(
        re.compile(r"(?:src|srcset|action)\s*=\s*[\"'](?:https?:)?//", re.IGNORECASE),
        "nothing is loaded from another host",
    ),
    Rule(
        re.compile(r"\.objects\b|\.get_(?:children|descendants|ancestors|siblings)\b"),
        "no query in a template: a named method of the page or its queryset fetches it",
    ),
)


def faults_of(source: str, name: str) -> Iterator[str]:
    """Yield each fault of one template as ``name:line: what to do instead``; comments are free."""
    text = COMMENTS.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), source)
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            yield f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {rule.instead}"


def main(folders: list[str]) -> int:
    """Print the faults of all templates in ``folders``; return how the process should end."""
    files = [path for folder in folders for path in sorted(Path(folder).rglob("*.html"))]
    if not files:
        print(f"no templates in {', '.join(folders) or 'nothing'}", file=sys.stderr)
        return 2
    faults = [
        fault
        for path in files
        for fault in faults_of(path.read_text(encoding="utf-8"), path.as_posix())
    ]
    print("\n".join([*faults, f"{len(files)} templates read, {len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
