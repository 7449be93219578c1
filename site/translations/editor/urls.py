"""The addresses of the editor's script, within the admin."""

from __future__ import annotations

from django.urls import path

from translations.editor.views import OwnView, PreviewView, TextView

app_name = "translation_editor"
urlpatterns = [
    path("<int:translation_id>/texts/<int:context>/<int:string>/", TextView.as_view(), name="text"),
    path("<int:translation_id>/own/<int:context>/", OwnView.as_view(), name="own"),
    path("<int:translation_id>/preview/", PreviewView.as_view(), name="preview"),
    path("<int:translation_id>/preview/<slug:mode>/", PreviewView.as_view(), name="preview"),
]
