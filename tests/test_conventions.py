"""The house: the same noun at the same place in every tree (docs/adr/0001, CONTRIBUTING.md)."""

from __future__ import annotations

import ast
import re
from itertools import chain
from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template
from wagtail.blocks import Block

from core.models import BasePage
from tests import factories
from videos.blocks import PageBodyBlock

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = (
    "core",
    "people",
    "videos",
    "translations",
    "news",
    "home",
    "campaigns",
    "plans",
    "config",
)
FOLDERS = [ROOT / "site" / name for name in PACKAGES if (ROOT / "site" / name).is_dir()]
FOLDERS += [ROOT / "home", ROOT / "campaigns", ROOT / "plans"]
MODULES = sorted(chain.from_iterable(folder.rglob("*.py") for folder in FOLDERS))
OURS = [module for module in MODULES if "migrations" not in module.parts]
PAGE_TYPES = [model for model in apps.get_models() if issubclass(model, BasePage)]
#: Blocks whose look comes from elsewhere, and why.
STYLED_ELSEWHERE = {
    "HeadingBlock": "a heading is a heading: base.css",
    "ContactBlock": "shows components/contact_card.css",
}
MOST_LINES, MOST_LINES_OF_SETTINGS = 500, 250


def snake(name: str) -> str:
    """Return ``QuoteBlock`` as ``quote_block``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def blocks_of_the_house() -> list[type[Block]]:
    """Return the classes of the blocks an editor can put into a body, in order of name."""
    found = {type(block) for block in PageBodyBlock().child_blocks.values()}
    return sorted(found, key=lambda block: block.__name__)


def app_of(cls: type) -> str:
    """Return the app a class is written in."""
    return cls.__module__.partition(".")[0]


def place(path: Path) -> str:
    """Return where a file is, from the root."""
    return path.relative_to(ROOT).as_posix()


def named(cls: type) -> str:
    """Return the name pytest shows for a class."""
    return cls.__name__


# Pages --------------------------------------------------------------------------------------------


def test_there_are_page_types_and_blocks_to_look_at():
    assert len(PAGE_TYPES) >= 5
    assert len(blocks_of_the_house()) >= 10


@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=named)
def test_a_page_type_has_its_template(page_type):
    template = f"{app_of(page_type)}/{snake(page_type.__name__)}.html"
    assert page_type.template == template
    assert Path(get_template(template).origin.name).is_relative_to(ROOT / "templates")


@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=named)
def test_a_page_type_has_its_tests(page_type):
    assert (ROOT / "tests" / app_of(page_type) / f"test_{snake(page_type.__name__)}.py").is_file()


@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=named)
def test_a_page_type_has_its_factory(page_type):
    assert hasattr(factories, f"{page_type.__name__}Factory")


@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=named)
def test_a_page_type_says_what_it_is_for_and_where_it_belongs(page_type):
    assert page_type.__doc__
    assert not page_type.__doc__.startswith(f"{page_type.__name__}(")  # Django's own stopgap
    assert {"parent_page_types", "subpage_types"} <= vars(page_type).keys()


# Blocks -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("block", blocks_of_the_house(), ids=named)
def test_a_block_has_its_template(block):
    template = f"blocks/{snake(block.__name__)}.html"
    assert block().meta.template == template
    assert Path(get_template(template).origin.name).is_relative_to(ROOT / "templates")


@pytest.mark.parametrize("block", blocks_of_the_house(), ids=named)
def test_a_block_has_its_style_sheet(block):
    css = ROOT / "site" / "core" / "static" / "core" / "css"
    name = f"blocks/{snake(block.__name__)}.css"
    assert (css / name).is_file() != (block.__name__ in STYLED_ELSEWHERE)
    if block.__name__ not in STYLED_ELSEWHERE:
        assert name in (css / "order.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("block", blocks_of_the_house(), ids=named)
def test_a_block_has_its_tests(block):
    folder = ROOT / "tests" / app_of(block) / "blocks"
    assert (folder / f"test_{snake(block.__name__)}.py").is_file()


@pytest.mark.parametrize("block", blocks_of_the_house(), ids=named)
def test_a_block_tells_editors_what_it_is_and_shows_them_an_example(block):
    made = block()
    assert block.__doc__
    assert made.meta.icon != Block().meta.icon
    assert str(made.get_description())
    assert made.has_preview if hasattr(made, "has_preview") else True
    assert getattr(made.meta, "preview_value", None) is not None


# The tree -----------------------------------------------------------------------------------------


def test_every_style_sheet_is_served_and_every_served_one_exists():
    css = ROOT / "site" / "core" / "static" / "core" / "css"
    lines = (css / "order.txt").read_text("utf-8").splitlines()
    listed = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    assert listed == list(dict.fromkeys(listed))
    found = {path.relative_to(css).as_posix() for path in css.rglob("*.css")}
    assert found - set(listed) <= {"admin.css"}  # the admin's own, outside the public sheet
    assert set(listed) <= found


def test_the_top_level_stays_as_it_is():
    code = {path.parent.name for path in ROOT.glob("*/*.py")} | {"site", "templates"}
    assert code <= {"site", "home", "campaigns", "plans", "templates", "tests"}


def test_the_source_root_is_never_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()


def test_a_module_is_short_enough_to_read():
    lengths = {place(module): len(module.read_text("utf-8").splitlines()) for module in OURS}
    too_long = {
        name: lines
        for name, lines in lengths.items()
        if lines >= (MOST_LINES_OF_SETTINGS if "/settings/" in name else MOST_LINES)
    }
    assert not too_long


def test_a_module_says_what_it_is_for():
    silent = [
        place(module)
        for module in OURS
        if (tree := ast.parse(module.read_text("utf-8"))).body
        and not ast.get_docstring(tree)
        and module.name != "manage.py"  # four lines, known to everybody
    ]
    assert not silent


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_says_what_it_is_for(name):
    folder = next(folder for folder in FOLDERS if folder.name == name)
    assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))


# Paper --------------------------------------------------------------------------------------------


def test_decisions_are_numbered_without_a_gap():
    names = sorted(path.name for path in (ROOT / "docs" / "adr").glob("*.md"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]


def test_a_decision_says_why_and_what_follows():
    for path in (ROOT / "docs" / "adr").glob("*.md"):
        text = path.read_text("utf-8")
        assert re.match(rf"# {int(path.name[:4])}\. \S", text), path.name
        for heading in ("## Context", "## Decision", "## Consequences"):
            assert heading in text, f"{path.name}: {heading}"


def test_decisions_named_in_the_code_exist():
    numbers = {path.name[:4] for path in (ROOT / "docs" / "adr").glob("*.md")}
    for module in OURS:
        for number in re.findall(r"\bADR (\d{4})\b", module.read_text("utf-8")):
            assert number in numbers, f"{place(module)}: ADR {number}"


def test_links_between_our_documents_lead_somewhere():
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    for document in documents:
        for target in re.findall(
            r"\]\((?!https?:|mailto:|#)([^)#\s]+)", document.read_text("utf-8")
        ):
            assert (document.parent / target).exists(), f"{place(document)}: {target}"
