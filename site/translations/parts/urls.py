"""The addresses of the texts to check, in the admin."""

from django.urls import path

from translations.parts import views

app_name = "translations_parts"
urlpatterns = [
    path("", views.TextsToCheck.as_view(), name="texts_to_check"),
    path("<int:pk>/still-right/", views.still_right, name="still_right"),
]
