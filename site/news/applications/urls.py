"""Addresses of the applications in the admin, all named ``applications:…``."""

from __future__ import annotations

from django.urls import path, re_path

from news.applications import views

urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:key>/", views.of_call, name="list"),
    re_path(
        r"^(?P<key>[0-9a-f-]{36})/applications\.(?P<kind>csv|xlsx)$",
        views.spreadsheet,
        name="spreadsheet",
    ),
    path("<uuid:key>/<int:pk>/", views.one, name="one"),
    path("<uuid:key>/<int:pk>/delete/", views.delete, name="delete"),
    path("<uuid:key>/<int:pk>/files/<int:file_pk>/", views.download, name="download"),
]
