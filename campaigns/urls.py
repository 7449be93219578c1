"""Addresses of what a campaign gives to others: QR codes, and films for frames on partners' sites."""

from __future__ import annotations

from django.urls import path

from campaigns import views

urlpatterns = [
    path("qr/<int:page_id>.<slug:kind>", views.qr_code, name="qr_code"),
    path(
        "embed/<uuid:campaign>/<slug:mark>/<slug:code>/",
        views.embedded_encounter,
        name="embedded_encounter",
    ),
]
