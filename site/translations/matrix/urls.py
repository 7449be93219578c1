"""The addresses of the matrix, within the admin."""

from __future__ import annotations

from django.urls import path

from translations.matrix.views import MatrixView, VocabularyView

app_name = "translations_matrix"
urlpatterns = [
    path("", MatrixView.as_view(), name="pages"),
    path("results/", MatrixView.as_view(results_only=True), name="pages_results"),
    path("texts/<str:label>/", VocabularyView.as_view(), name="vocabulary"),
    path(
        "texts/<str:label>/results/",
        VocabularyView.as_view(results_only=True),
        name="vocabulary_results",
    ),
]
