"""Addresses of plans outside the page tree: the description of their open data."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from plans.data.answers import METHODS
from plans.data.openapi import openapi

urlpatterns = [
    path(
        "api/plans/openapi.json",
        csrf_exempt(require_http_methods(METHODS)(openapi)),
        name="plans_openapi",
    ),
]
