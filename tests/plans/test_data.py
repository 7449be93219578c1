"""Plans as open data: what the description for machines says is what is served, and no person's name."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from plans.models import FollowUpReport, PlanDocument, PlanPage
from tests.plans.scene import action, goal, goals_of_size, tell

pytestmark = pytest.mark.django_db

TYPES = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "object": dict,
    "array": list,
    "null": type(None),
}
FORMATS = {
    "uuid": UUID,
    "date": date.fromisoformat,
    "date-time": lambda text: datetime.fromisoformat(text).utcoffset().total_seconds(),
    "uri": lambda text: re.fullmatch(r"https?://[^\s/]+/\S*", text).group(),
}


def faults(value, schema, document, where="$"):
    """Return where ``value`` is not as a schema says: as much of JSON Schema as ours uses."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/components/schemas/")
        return faults(value, document["components"]["schemas"][name], document, where)
    if "anyOf" in schema:
        tried = [faults(value, each, document, where) for each in schema["anyOf"]]
        return [] if any(not found for found in tried) else tried[0]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(_is(value, kind) for kind in kinds):
        return [f"{where}: {value!r} is none of {kinds}"]
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where}: {value!r} is none of {schema['enum']}")
    if "minimum" in schema and value < schema["minimum"]:
        found.append(f"{where}: {value} is too small")
    if value is not None and "format" in schema:
        try:
            FORMATS[schema["format"]](value)
        except (ValueError, AttributeError):
            found.append(f"{where}: {value!r} is no {schema['format']}")
    if isinstance(value, dict):
        found += [f"{where}: no {name}" for name in schema["required"] if name not in value]
        for name, each in value.items():
            known = schema["properties"].get(name)
            found += (
                faults(each, known, document, f"{where}.{name}")
                if known
                else [f"{where}: {name} is not described"]
            )
    if isinstance(value, list):
        for place, each in enumerate(value):
            found += faults(each, schema["items"], document, f"{where}[{place}]")
    return found


def _is(value, kind):
    return isinstance(value, TYPES[kind]) and not (isinstance(value, bool) and kind != "boolean")


def get(client, page, name, **headers):
    """Return the answer at ``name`` below ``page``."""
    return client.get(f"{page.get_url()}{name}", headers=headers)


def table(response):
    """Return the rows of a CSV answer by column."""
    assert response.content.startswith(b"\xef\xbb\xbf")
    text = response.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def fill(office):
    """Give the programme all that is told of a plan."""
    plan, town = office.programmes["fi"], office.town
    PlanPage.objects.filter(translation_key=plan.translation_key).update(
        funder=town.funder, legal_basis="Yhdenvertaisuuslaki (1325/2014), 5 §"
    )
    PlanDocument.objects.create(page=plan, document=town.attachment)
    FollowUpReport.objects.create(
        page=plan, locale=plan.locale, reported_on=date(2025, 3, 1), document=town.attachment
    )
    first = office.action_ids[0]
    tell(plan, first, "under_way", date(2025, 1, 1))
    tell(plan, first, "done", date(2025, 6, 1), "=1+1")
    return plan


def test_the_answers_are_as_the_description_says(client, office):
    plan = fill(office)
    response = client.get("/api/plans/openapi.json")
    assert response["Access-Control-Allow-Origin"] == "*"
    document = json.loads(response.content)
    assert document["openapi"] == "3.1.0"
    assert document["info"]["license"]["name"] == "CC BY 4.0"
    answers = {
        "/{plan}/plan.json": [*office.programmes.values(), *office.regionals.values()],
        "/{list}/plans.json": list(office.indexes.values()),
    }
    for path, pages in answers.items():
        told = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        for page in pages:
            answer = get(client, page, path.rpartition("/")[2])
            assert answer.status_code == 200
            assert faults(json.loads(answer.content), told["schema"], document) == []
            assert "Aino Esimerkki" not in answer.content.decode()  # the contact person
    data = get(client, plan, "plan.json").json()
    assert not faults(data, {"$ref": "#/components/schemas/Plan"}, document)
    del data["goals"][0]["title"]
    data["kind"], data["extra"], data["id"] = "hobby", 1, "x"
    assert len(faults(data, {"$ref": "#/components/schemas/Plan"}, document)) == 4
    for csv_name in ("plan.csv", "history.csv"):
        listed = document["paths"][f"/{{plan}}/{csv_name}"]["get"]["responses"]["200"]["content"]
        columns = listed["text/csv"]["schema"]["description"].partition("Columns: ")[2].split(", ")
        assert list(table(get(client, plan, csv_name))[0]) == columns


def test_ids_and_the_history_are_the_same_in_every_language(client, office):
    fill(office)
    data = {code: get(client, page, "plan.json").json() for code, page in office.programmes.items()}
    fi, sv = data["fi"], data["sv"]
    assert fi["id"] == sv["id"] == str(office.programmes["fi"].translation_key)
    assert [goal["id"] for goal in fi["goals"]] == office.goal_ids
    assert [goal["id"] for goal in sv["goals"]] == office.goal_ids
    first = sv["goals"][0]["actions"][0]
    assert (first["id"], first["state"], first["target"]) == (office.action_ids[0], "done", 30)
    assert [told["state"] for told in first["history"]] == ["done", "under_way"]
    assert first["history"][0]["note"] == {"text": "=1+1", "language": "fi"}
    assert first["responsible"]["name"] == "Exempelkommunen"
    assert fi["funder"]["statement"] == "Euroopan unionin osarahoittama"
    assert [each["language"] for each in fi["versions"]] == ["fi", "sv"]
    assert fi["versions"] == sv["versions"]
    assert fi["progress"]["by_state"]["done"] == 1
    regional = get(client, office.regionals["fi"], "plan.json").json()
    assert [goal["id"] for goal in regional["goals"]] == office.goal_ids[:2]
    assert regional["programme"]["id"] == fi["id"]
    assert regional["funding"] == {"from": 7000, "to": 10000, "currency": "EUR"}
    assert regional["area"]["code"] == "18"


def test_tables_open_in_a_spreadsheet_and_hold_no_formula(client, office):
    plan = fill(office)
    plan.goals = [
        goal("=cmd|' /C calc'!A0", [action("@SUM(1)", office.action_ids[0], baseline="-1.50")])
    ]
    plan.save()
    response = get(client, plan, "plan.csv")
    assert response["Content-Type"].startswith("text/csv; charset=utf-8")
    assert response["Content-Disposition"] == f'attachment; filename="{plan.slug}.csv"'
    assert b"\r\n" in response.content
    (row,) = table(response)
    assert (row["goal_title"], row["action_title"]) == ("'=cmd|' /C calc'!A0", "'@SUM(1)")
    assert (row["baseline"], row["note"]) == ("-1.5", "'=1+1")
    assert (row["state"], row["state_date"]) == ("done", "2025-06-01")
    history = table(get(client, plan, "history.csv"))
    assert [(row["date"], row["state"]) for row in history] == [
        ("2025-06-01", "done"),
        ("2025-01-01", "under_way"),
    ]
    rows = table(get(client, office.indexes["fi"], "plans.csv"))
    assert {row["type"] for row in rows} == {"plan", "regional_plan"}
    assert {row["title"]: row["done"] for row in rows}[plan.title] == "1"


def test_everybody_may_read_and_nobody_may_write(client, office):
    plan, index = office.programmes["fi"], office.indexes["fi"]
    first = get(client, plan, "plan.json", origin="https://www.example.org")
    assert first["Access-Control-Allow-Origin"] == "*"
    assert "public" in first["Cache-Control"]
    assert 'rel="license"' in first["Link"]
    again = get(client, plan, "plan.json", **{"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    tell(plan, office.action_ids[0], "done")
    changed = get(client, plan, "plan.json", **{"if-none-match": first["ETag"]})
    assert (changed.status_code, changed["ETag"] == first["ETag"]) == (200, False)
    addresses = [
        *(f"{plan.get_url()}{name}" for name in ("plan.json", "plan.csv", "history.csv")),
        *(f"{index.get_url()}{name}" for name in ("plans.json", "plans.csv")),
        "/api/plans/openapi.json",
    ]
    strict = type(client)(enforce_csrf_checks=True)
    for address in addresses:
        for method in (strict.post, strict.put, strict.patch, strict.delete):
            assert method(address).status_code == 405
        asked = client.options(address, headers={"origin": "https://www.example.org"})
        assert asked.status_code == 200
        assert asked["Access-Control-Allow-Origin"] == "*"
        assert "GET" in asked["Access-Control-Allow-Methods"]
        assert client.head(address).status_code == 200
    assert not client.options(plan.get_url()).has_header("Access-Control-Allow-Origin")
    html = client.get(index.get_url()).content.decode()
    assert f'href="{index.get_url()}plans.json"' in html
    html = client.get(plan.get_url()).content.decode()
    for name in ("plan.json", "plan.csv", "plan.pdf", "changes.xml"):
        assert f'href="{plan.get_url()}{name}"' in html


def test_what_is_not_for_everybody_is_no_open_data(client, office):
    plan, index = office.programmes["fi"], office.indexes["fi"]

    def ids():
        return {each["url"] for each in get(client, index, "plans.json").json()["plans"]}

    shown = {plan.get_full_url(), office.regionals["fi"].get_full_url()}
    assert ids() == shown
    restriction = PageViewRestriction.objects.create(
        page=plan, restriction_type=PageViewRestriction.LOGIN
    )
    assert ids() == set()
    client.force_login(office.town.staff["editor"])
    assert get(client, plan, "plan.json").status_code == 404
    restriction.delete()
    PlanPage.objects.filter(pk=plan.pk).update(live=False)
    assert get(client, plan, "plan.json").status_code == 404
    assert plan.get_full_url() not in ids()


def test_a_large_plan_and_a_long_list_cost_as_many_queries_as_small_ones(client, office):
    plan, index = office.programmes["fi"], office.indexes["fi"]
    values = {"responsible": office.town.organisation.pk, "contact": office.town.person.pk}

    def cost(page, name):
        get(client, page, name)  # the site's settings and the types of pages are remembered
        with CaptureQueriesContext(connection) as queries:
            get(client, page, name)
        return len(queries)

    counted = []
    for goals, actions in ((2, 6), (10, 60)):
        plan.goals = goals_of_size(goals, actions, **values)
        plan.save()
        for block in plan.goals:
            for item in block.value["actions"].bound_blocks:
                tell(plan, item.id, "done", note="Tehty.")
        counted.append((cost(plan, "plan.json"), cost(index, "plans.json")))
        for number in range(4):
            more = PlanPage(title=f"Lisää {number}", lead="x", starts_on=date(2025, 1, 1))
            more.locale, more.goals = index.locale, goals_of_size(2, 4, **values)
            index.add_child(instance=more)
    assert counted[0] == counted[1]
    assert max(counted[1]) <= 24  # the page itself may cost 20, and is found at once
