"""The sign-in page speaks one language, and we notice when Wagtail sees to it itself."""

import pytest
from django.utils.translation import override
from wagtail.admin.forms.auth import LoginForm

pytestmark = pytest.mark.django_db


def test_the_sign_in_page_is_in_the_first_language_of_the_site(client):
    page = client.get("/admin/login/", headers={"accept-language": "en"}).content.decode()
    assert "Salasana" in page
    assert "Password" not in page


@pytest.mark.parametrize(("code", "label"), [("fi", "Salasana"), ("sv", "Lösenord")])
def test_wagtail_has_not_mended_it_yet(code, label):
    with override(code):
        assert LoginForm()["password"].label != label, "Wagtail mended it: delete the workaround"
