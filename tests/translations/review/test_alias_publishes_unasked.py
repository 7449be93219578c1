"""Whether wagtail-localize asks by itself by now who may turn a translation into an alias."""

from __future__ import annotations

from django.contrib.messages.storage.fallback import FallbackStorage
from django.urls import reverse
from wagtail_localize.views import convert

from translations.review import alias_publishes_unasked


def test_upstream_still_lets_whoever_may_change_the_page(public, rf):
    request = rf.post("/")
    request.user, request.session = public.user("translator.sv"), {}
    request._messages = FallbackStorage(request)
    alias_publishes_unasked.convert_to_alias(request, public.sv.pk)
    assert public.sv.alias_of_id, "delete the module: upstream asks"
    assert convert.convert_to_alias is not alias_publishes_unasked.convert_to_alias


def test_a_publisher_still_does(public, client_as):
    url = reverse("wagtail_localize:convert_to_alias", args=[public.sv.pk])
    assert client_as("publisher").get(url).status_code == 200
    client_as("publisher").post(url)
    assert public.sv.alias_of_id
