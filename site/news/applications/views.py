"""The pages of those who handle applications. Every one of them asks for the right first."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Max
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from news import file_kinds
from news.applications import export, rights
from news.models import Application, ApplicationFile, CallPage

logger = logging.getLogger(__name__)

A_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def for_handlers(view: View[P]) -> View[P]:
    """Let nobody in who may not see applications, and let nothing be kept by caches."""

    @never_cache
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not rights.may_view(request.user):
            raise PermissionDenied
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    update_wrapper(guarded, view)
    return guarded


def _call(request: HttpRequest, key: UUID) -> CallPage:
    """Return the call; raise PermissionDenied where it is not hers to see, Http404 where there is none."""
    call = rights.call_for(request.user, key)
    if call is not None:
        return call
    if CallPage.objects.filter(translation_key=key).exists():
        raise PermissionDenied
    raise Http404


def _crumbs(*steps: tuple[str, str]) -> list[dict[str, str]]:
    found = [{"url": reverse("applications:index"), "label": _("Applications")}]
    return found + [{"url": url, "label": label} for url, label in steps]


@for_handlers
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the calls with a form, or with applications, that are hers to see; the last to close first."""
    counts = {
        row["call"]: row
        for row in Application.objects.order_by()
        .values("call")
        .annotate(count=Count("pk"), latest=Max("received_at"))
    }
    calls: dict[UUID, CallPage] = {}
    for call in rights.calls_of(request.user).defer("body").order_by("pk"):
        if call.has_form or call.translation_key in counts:
            calls.setdefault(call.translation_key, call)
    rows = [(call, counts.get(key, {"count": 0, "latest": None})) for key, call in calls.items()]
    rows.sort(key=lambda row: (row[0].closes_at is None, row[0].closes_at), reverse=True)
    context = {
        "rows": rows,
        "breadcrumbs_items": _crumbs(),
        "header_title": _("Applications"),
        "header_icon": "form",
    }
    return render(request, "news/admin/applications.html", context)


@for_handlers
@require_safe
def of_call(request: HttpRequest, key: UUID) -> HttpResponse:
    """List the applications to a call, the newest first, with the first answers of each."""
    call = _call(request, key)
    applications = (
        Application.objects.filter(call=key)
        .annotate(file_count=Count("files"))
        .order_by("-received_at", "-pk")
    )
    page = Paginator(applications, A_PAGE).get_page(request.GET.get("p"))
    columns = [
        (question.key, question.label)
        for question in call.questions.all()
        if question.field_type != question.Kind.FILE
    ][:2]
    rows = [(one, [export.shown(one.answer(column)) for column, _label in columns]) for one in page]
    context = {
        "call": call,
        "columns": [label for _key, label in columns],
        "rows": rows,
        "page": page,
        "breadcrumbs_items": _crumbs(("", call.title)),
        "header_title": call.title,
        "header_icon": "form",
    }
    return render(request, "news/admin/applications_of_call.html", context)


@for_handlers
@require_safe
def one(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    """Show an application in full."""
    call = _call(request, key)
    application = get_object_or_404(Application.objects.prefetch_related("files"), call=key, pk=pk)
    files: dict[str, list[ApplicationFile]] = {}
    for file in application.files.all():
        files.setdefault(file.question, []).append(file)
    context = {
        "call": call,
        "application": application,
        "answers": [
            (row["label"], export.shown(row["value"]), files.get(row["key"], []))
            for row in application.answers
        ],
        "may_delete": rights.may_delete(request.user),
        "breadcrumbs_items": _crumbs(
            (reverse("applications:list", args=[key]), call.title), ("", application.reference)
        ),
        "header_title": application.reference,
        "header_icon": "form",
    }
    return render(request, "news/admin/application.html", context)


@for_handlers
@require_safe
def download(request: HttpRequest, key: UUID, pk: int, file_pk: int) -> HttpResponseBase:
    """Send a file, to be saved: it is never shown within the site."""
    _call(request, key)
    row = get_object_or_404(ApplicationFile, pk=file_pk, application_id=pk, application__call=key)
    try:
        opened = row.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(
        opened, as_attachment=True, filename=row.name, content_type=file_kinds.KINDS[row.kind]
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@for_handlers
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    """Ask, then delete an application with its files."""
    call = _call(request, key)
    if not rights.may_delete(request.user):
        raise PermissionDenied
    application = get_object_or_404(Application, call=key, pk=pk)
    back = reverse("applications:list", args=[key])
    if request.method == "POST":
        with transaction.atomic():
            application.delete()
        logger.info("Application %s to call %s was deleted by user %s", pk, key, request.user.pk)
        messages.success(request, _("The application was deleted."))
        return redirect(back)
    context = {
        "call": call,
        "application": application,
        "back": reverse("applications:one", args=[key, pk]),
        "breadcrumbs_items": _crumbs((back, call.title), ("", application.reference)),
        "header_title": application.reference,
        "header_icon": "bin",
    }
    return render(request, "news/admin/delete_application.html", context)


@for_handlers
@require_safe
def spreadsheet(request: HttpRequest, key: UUID, kind: str) -> HttpResponse:
    """Send all applications to a call as a table, oldest first."""
    call = _call(request, key)
    applications = list(Application.objects.filter(call=key).order_by("received_at", "pk"))
    rows: Any = export.table(call, applications)
    if kind == "csv":
        response = HttpResponse(export.as_csv(rows), content_type="text/csv; charset=utf-8")
    else:
        file = io.BytesIO()
        export.write_xlsx(rows, file)
        response = HttpResponse(file.getvalue(), content_type=XLSX)
    name = slugify(call.title) or "call"
    response["Content-Disposition"] = f'attachment; filename="{name[:60]}.{kind}"'
    response["X-Content-Type-Options"] = "nosniff"
    logger.info("Applications to call %s were fetched as %s by user %s", key, kind, request.user.pk)
    return response
