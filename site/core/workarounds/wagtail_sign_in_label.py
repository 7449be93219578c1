"""Wagtail's sign-in form says “Password” in English, whatever the language of the page.

Gap: ``wagtail.admin.forms.auth.LoginForm`` replaces Django's field without giving it a label, so Django
shows the name of the field, which no catalogue translates.
Delete, with the setting WAGTAILADMIN_USER_LOGIN_FORM, when
``tests/core/workarounds/test_wagtail_sign_in_label.py`` says that Wagtail mended it.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from wagtail.admin.forms.auth import LoginForm


class SignInForm(LoginForm):
    """Wagtail's form with Django's own, translated label on the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = AuthenticationForm.base_fields["password"].label
