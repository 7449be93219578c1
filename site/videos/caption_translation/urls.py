"""Addresses of the translator's pages, within the admin's ``videos:``."""

from __future__ import annotations

from django.urls import path

from videos.caption_translation import views

urlpatterns = [
    path("captions/", views.CaptionsToTranslate.as_view(), name="captions_to_translate"),
    path(
        "tracks/<int:pk>/translate/<slug:code>/",
        views.TranslateTrack.as_view(),
        name="track_translate",
    ),
    path(
        "tracks/<int:pk>/translate/<slug:code>/caption/",
        views.SaveCaption.as_view(),
        name="track_translate_save",
    ),
    path("tracks/<int:pk>/translate/<slug:code>/po/", views.DownloadPo.as_view(), name="track_po"),
    path(
        "tracks/<int:pk>/translate/<slug:code>/po/upload/",
        views.UploadPo.as_view(),
        name="track_po_upload",
    ),
]
