"""The scene itself: it must hold what the tests of others rely on."""

from django.apps import apps

from core.models import BasePage
from news.models import CallPage
from tests.scene import CODES, every_block


def has_a_scene_of_its_own(page_type):
    """Tell of what ``tests/plans/scene.py`` and ``tests/news/call_scene.py`` build on the town."""
    return page_type is CallPage or page_type._meta.app_label == "plans"


def test_the_town_has_a_live_page_of_each_type_in_each_language(town):
    found = {(type(page), page.locale.language_code) for page in town.pages if page.live}
    types = [model for model in apps.get_models() if issubclass(model, BasePage)]
    wanted = [page_type for page_type in types if not has_a_scene_of_its_own(page_type)]
    assert found == {(page_type, code) for page_type in wanted for code in CODES}


def test_the_body_of_every_block_leaves_none_out(town):
    names = [block["type"] for block in every_block(town)]
    assert names == list(dict.fromkeys(names))
    assert set(names) == set(town.items["fi"].body.stream_block.child_blocks)


def test_staff_are_signed_in_by_name(client_as):
    assert client_as("editor").get("/admin/").status_code == 200
