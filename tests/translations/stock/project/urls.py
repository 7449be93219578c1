"""The admin, and every page under the prefix of its language, as Wagtail's manual has it."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("admin/", include("wagtail.admin.urls")),
    path("documents/", include("wagtail.documents.urls")),
    *i18n_patterns(path("", include("wagtail.urls"))),
]
