"""wagtailmedia's own pages: its chooser stays, for films only; its other pages lead to ours.

Its addresses are answered here, before it is asked. Whoever may look at films may choose them: it has
no right to choose, and lets only those choose a film who may change it.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtailmedia.views import chooser

from videos.admin.rights import may_look
from videos.models import Video


def index(request: HttpRequest) -> HttpResponse:
    """Lead to our list, with the collection asked for."""
    collection = request.GET.get("collection_id", "")
    query = f"?{urlencode({'collection_id': collection})}" if collection.isdigit() else ""
    return redirect(reverse("videos:index") + query)


def add(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Lead to our form."""
    return redirect("videos:add")


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to the film's page."""
    return redirect("videos:edit", pk)


def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to our question."""
    return redirect("videos:delete", pk)


def usage(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to where the film is used."""
    return redirect(reverse("videos:edit", args=[pk]) + "#usage")


def choose(request: HttpRequest) -> HttpResponseBase:
    """Show the chooser, for films only."""
    if not may_look(request.user):
        raise PermissionDenied
    answer: HttpResponseBase = chooser.chooser(request, "video")
    return answer


def chosen(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Return the film chosen."""
    if not may_look(request.user):
        raise PermissionDenied
    video = get_object_or_404(Video, pk=pk)
    answer: HttpResponseBase = render_modal_workflow(
        request,
        None,
        None,
        None,
        json_data={"step": "media_chosen", "result": chooser.get_media_json(video)},
    )
    return answer


def nothing(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Refuse what is not about films: there are no audio files here."""
    raise PermissionDenied


def all_films(films: QuerySet[Video], request: HttpRequest) -> QuerySet[Video]:
    """Offer every film in the chooser to whoever may look at them."""
    return Video.objects.all() if may_look(request.user) else films


#: Under ``media/``; what is not here is wagtailmedia's.
urlpatterns: list[URLPattern] = [
    path("", index),
    path("audio/add/", add),
    path("video/add/", add),
    path("media/add/", add),
    path("edit/<int:pk>/", edit),
    path("delete/<int:pk>/", delete),
    path("usage/<int:pk>/", usage),
    path("chooser/", choose),
    path("chooser/audio/", nothing),
    path("chooser/video/", choose),
    path("chooser/<int:pk>/", chosen),
    path("audio/chooser/upload/", nothing),
]
