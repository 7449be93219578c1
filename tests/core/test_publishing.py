"""What a page had better have before it goes out."""

from __future__ import annotations

import pytest

from core.publishing import alt_problem, link_problems
from news.models import NewsPage
from tests.factories import PhotographFactory, photo_file


@pytest.mark.django_db
@pytest.mark.parametrize("alt", ["", "  ", "tori.png", "Tori", "IMG_2034.JPG", "kuva.webp"])
def test_a_description_that_describes_nothing_is_found(alt):
    assert alt_problem(PhotographFactory(file=photo_file("tori.png")), alt)


@pytest.mark.django_db
def test_a_sentence_is_a_description():
    image = PhotographFactory(file=photo_file("tori.png"))
    assert alt_problem(image, "Kaksi ihmistä juttelee torin laidalla.") is None


def item(html: str) -> NewsPage:
    return NewsPage(body=[{"type": "paragraph", "value": html}])


@pytest.mark.parametrize(
    "text",
    ["täältä", "Täältä.", "<b>tästä</b>", "Lue lisää »", "här", "Läs mer", "Here", "READ MORE"],
)
def test_a_link_that_says_nothing_is_found(text):
    assert link_problems(item(f"<p>Suunnitelma on <a href='/x/'>{text}</a></p>"))


@pytest.mark.parametrize("text", ["Lue suunnitelma", "täältä alkanut hanke", "härkätie"])
def test_a_link_that_names_its_end_is_fine(text):
    assert not link_problems(item(f"<p><a href='/x/'>{text}</a> täältä</p>"))


def test_a_button_is_a_link_too():
    value = {"text": "Lue lisää", "introduction": "", "page": None, "url": "https://example.org/"}
    assert link_problems(NewsPage(body=[{"type": "call_to_action", "value": value}]))
