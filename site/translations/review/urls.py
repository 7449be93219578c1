"""The addresses of review, within the admin."""

from __future__ import annotations

from django.urls import path

from translations.review.page import CommentView, PreviewView, ReviewView, SubmitView
from translations.review.release_page import ReleaseView

app_name = "translations_review"
urlpatterns = [
    path("<int:translation_id>/", ReviewView.as_view(), name="review"),
    path("<int:translation_id>/submit/", SubmitView.as_view(), name="submit"),
    path("<int:translation_id>/comments/", CommentView.as_view(), name="comments"),
    path("<int:translation_id>/preview/", PreviewView.as_view(), name="preview"),
    path("together/<int:page_id>/", ReleaseView.as_view(), name="release"),
]
