"""Addresses of the films' pages in the admin, all named ``videos:…``."""

from __future__ import annotations

from django.urls import path

from videos.admin import progress, tracks
from videos.admin.editing import film
from videos.admin.listing import VideoIndexView
from videos.admin.removal import DeleteVideoView
from videos.admin.upload import AddView, ReplaceView

urlpatterns = [
    path("", VideoIndexView.as_view(), name="index"),
    path("results/", VideoIndexView.as_view(results_only=True), name="index_results"),
    path("add/", AddView.as_view(), name="add"),
    path("<int:pk>/", film, name="edit"),
    path("<int:pk>/replace/", ReplaceView.as_view(), name="replace"),
    path("<int:pk>/progress/", progress.progress, name="progress"),
    path("<int:pk>/delete/", DeleteVideoView.as_view(), name="delete"),
    path("<int:pk>/tracks/add/", tracks.AddTrackView.as_view(), name="track_add"),
    path("tracks/<int:pk>/", tracks.EditTrackView.as_view(), name="track_edit"),
    path("tracks/<int:pk>/delete/", tracks.DeleteTrackView.as_view(), name="track_delete"),
    path("tracks/<int:pk>/review/", tracks.review, name="track_review"),
    path("tracks/<int:pk>/download/", tracks.download, name="track_download"),
    path("files/<int:pk>/retry/", progress.retry, name="retry"),
]
