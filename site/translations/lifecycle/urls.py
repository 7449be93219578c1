"""The addresses of the lifecycle in the admin."""

from django.urls import path

from translations.lifecycle import views

app_name = "translations_lifecycle"
urlpatterns = [path("<int:page_id>/", views.decisions, name="decisions")]
