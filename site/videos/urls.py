"""Public addresses of films and their timed texts."""

from __future__ import annotations

from django.urls import path

from videos import views
from videos.transcript import transcript

urlpatterns = [
    path("<uuid:key>/source", views.source, name="video_source"),
    path("<uuid:key>/still-<int:number>", views.still, name="video_still"),
    path("<uuid:key>/text.<slug:language>.txt", transcript, name="video_transcript"),
    path(
        "<uuid:key>/<slug:kind>.<slug:language>.<slug:digest>.vtt", views.track, name="video_track"
    ),
    path("<uuid:key>/<slug:preset>.<slug:digest>.<slug:extension>", views.file, name="video_file"),
]
