"""The description of the open data for machines: OpenAPI 3.1, whose schemas are JSON Schema 2020-12.

A test reads real answers by it: what it does not name is not told, and what it names is there.
"""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from core.languages import hreflang, html_lang
from plans.data import LICENCE, VERSION
from plans.data.answers import json_answer, preflight
from plans.data.rows import ACTION_COLUMNS, HISTORY_COLUMNS, PLAN_COLUMNS, header
from plans.models import Area, FollowUpReport, PlanPage
from plans.outline import ORDER
from plans.state import PlanState

Schema = dict[str, Any]

STRING: Final[Schema] = {"type": "string"}
WHOLE: Final[Schema] = {"type": "integer", "minimum": 0}
NUMBER: Final[Schema] = {"type": ["number", "null"]}
FLAG: Final[Schema] = {"type": "boolean"}
UUID: Final[Schema] = {"type": "string", "format": "uuid"}
URL: Final[Schema] = {"type": "string", "format": "uri"}
DAY: Final[Schema] = {"type": ["string", "null"], "format": "date"}
MOMENT: Final[Schema] = {"type": ["string", "null"], "format": "date-time"}


def described(schema: Schema, description: str) -> Schema:
    """Return ``schema`` with a sentence about it."""
    return {**schema, "description": description}


def choice(values: Any, description: str = "") -> Schema:
    """Return the schema of a code out of ``values``."""
    made: Schema = {"type": "string", "enum": [str(value) for value in values]}
    return described(made, description) if description else made


def ref(name: str) -> Schema:
    """Return a reference to a schema of the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def maybe(name: str) -> Schema:
    """Return the schema of what may be absent."""
    return {"anyOf": [ref(name), {"type": "null"}]}


def many(name: str) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": ref(name)}


def thing(**properties: Schema) -> Schema:
    """Return the schema of an object: all ``properties`` are always there, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def schemas() -> dict[str, Schema]:
    """Return the schemas of all objects by their names."""
    lang = choice(
        dict.fromkeys([*(html_lang(code) for code, _name in settings.LANGUAGES), "mul"]),
        "The language of the texts beside it (BCP 47); mul where a text is translated in part.",
    )
    code = choice(
        [hreflang(code) for code, _name in settings.LANGUAGES],
        "The language of the page; fi-simple is easy-to-read Finnish.",
    )
    state = choice([each.value for each in ORDER])
    plan_id = described(UUID, "The same in all languages, for ever.")
    about = {
        "id": plan_id,
        "type": choice(["plan", "regional_plan"]),
        "language": code,
        **dict.fromkeys(("url", "json", "csv", "history_csv", "pdf", "feed"), URL),
        "title": maybe("Text"),
        "summary": maybe("Text"),
        "kind": choice(PlanPage.Kind.values),
        "stage": choice(PlanPage.Stage.values, "What was decided."),
        "state": choice(PlanState.values, "What the plan is today, by its stage and period."),
        "starts_on": described(DAY, "The first day of its period."),
        "ends_on": described(DAY, "The last day; null: until further notice."),
        "published_at": MOMENT,
    }
    served = {
        "api_version": described(STRING, "Of the form of the data; 1.x only ever adds fields."),
        "schema": URL,
        "licence": ref("Licence"),
        "publisher": described(STRING, "Whom to name."),
    }
    return {
        "Plan": thing(
            **about,
            **served,
            changed_at=described(MOMENT, "When its facts last changed, in any language."),
            versions=many("Version"),
            adopted=ref("Adoption"),
            comments_until=DAY,
            comments_url=STRING,
            legal_basis=maybe("Text"),
            responsible_unit=maybe("Body"),
            strategy=maybe("Text"),
            strategy_url=STRING,
            replaces=maybe("OtherPlan"),
            replaced_by=maybe("OtherPlan"),
            programme=described(maybe("OtherPlan"), "The one that a regional plan carries out."),
            area=maybe("Area"),
            funding=maybe("Funding"),
            funder=maybe("Funder"),
            progress=ref("Progress"),
            spearheads=many("Spearhead"),
            goals=described(many("Goal"), "Of a regional plan: those it chose, without actions."),
            actions=described(many("Action"), "Those of a regional plan, which have no goal."),
            workshops=described(many("Workshop"), "Its own and those of its regional plans."),
            documents=many("File"),
            reports=many("Report"),
        ),
        "Plans": thing(
            **served,
            language=code,
            url=URL,
            title=STRING,
            title_language=lang,
            plans=many("ListedPlan"),
        ),
        "ListedPlan": thing(
            **about,
            programme_id={"type": ["string", "null"], "format": "uuid"},
            area_code=STRING,
            progress=ref("Progress"),
        ),
        "Text": thing(text=STRING, language=lang),
        "Licence": thing(name=STRING, url=URL),
        "Version": thing(language=code, url=URL, json=URL),
        "Adoption": thing(
            by=maybe("Text"),
            on=DAY,
            section=described(STRING, "The § of the minutes."),
            case_number=STRING,
            decision_url=STRING,
        ),
        "Body": thing(id=UUID, name=STRING, language=lang, url=STRING),
        "OtherPlan": thing(id=plan_id, title=STRING, title_language=lang, language=code, url=URL),
        "Area": thing(
            code=described(STRING, "Statistics Finland's number of a region, or etno-…"),
            kind=choice(Area.Kind.values),
            name=STRING,
            language=lang,
        ),
        "Funding": thing(
            **{"from": {"type": ["integer", "null"]}, "to": {"type": ["integer", "null"]}},
            currency=choice(["EUR"]),
        ),
        "Funder": thing(
            name=STRING, statement=STRING, disclaimer=STRING, grant_number=STRING, language=lang
        ),
        "Progress": thing(actions=WHOLE, by_state=thing(**{each.value: WHOLE for each in ORDER})),
        "Spearhead": thing(id=UUID, title=STRING, text=STRING, language=lang, text_language=lang),
        "Goal": thing(
            id=described(UUID, "The same in all languages, for ever."),
            number=WHOLE,
            title=STRING,
            text=STRING,
            language=described(lang, "Of the title."),
            text_language=lang,
            url=URL,
            progress=ref("Progress"),
            actions=many("Action"),
        ),
        "Action": thing(
            id=described(UUID, "The same in all languages, for ever."),
            number=STRING,
            title=STRING,
            text=STRING,
            language=described(lang, "Of the title."),
            text_language=lang,
            url=URL,
            responsible=maybe("Body"),
            starts_on=DAY,
            ends_on=DAY,
            measure=described(STRING, "What is counted."),
            measure_language=lang,
            baseline=NUMBER,
            target=NUMBER,
            state=state,
            history=described(many("Told"), "Newest first."),
        ),
        "Told": thing(date=DAY, state=state, value=NUMBER, note=maybe("Text")),
        "Workshop": thing(
            id=UUID,
            plan_id=plan_id,
            title=STRING,
            language=lang,
            url=URL,
            starts_at=MOMENT,
            ends_at=MOMENT,
            town=STRING,
            venue=STRING,
            is_online=FLAG,
            audience=STRING,
            spoken_languages={"type": "array", "items": STRING},
            sign_up_url=STRING,
            sign_up_until=MOMENT,
            is_cancelled=FLAG,
        ),
        "File": thing(title=STRING, url=STRING, type=STRING, bytes=WHOLE, language=STRING),
        "Report": thing(
            id=UUID,
            kind=choice(FollowUpReport.Kind.values),
            date=DAY,
            summary=STRING,
            language=lang,
            document=maybe("File"),
        ),
    }


def _operation(name: str, summary: str, content: dict[str, Any], parameter: str) -> dict[str, Any]:
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": [{"$ref": f"#/components/parameters/{parameter}"}],
            "responses": {
                "200": {
                    "description": "As it is now.",
                    "headers": {"ETag": {"schema": STRING}},
                    "content": content,
                },
                "304": {"description": "It has not changed since the If-None-Match."},
                "404": {"description": "There is none, or it is not public."},
            },
        }
    }


def _json(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": ref(name)}}


def _csv(columns: Any) -> dict[str, Any]:
    text = f"UTF-8 with a byte order mark (RFC 4180). Columns: {', '.join(header(columns))}"
    return {"text/csv": {"schema": described(STRING, text)}}


def _parameter(name: str, what: str, example: str) -> dict[str, Any]:
    text = f"The path of {what}, its language first; its slashes are not encoded."
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": text,
        "example": example,
        "schema": STRING,
    }


def document(server: str) -> dict[str, Any]:
    """Return the OpenAPI document of the site at ``server``."""
    actions, history, plans = _csv(ACTION_COLUMNS), _csv(HISTORY_COLUMNS), _csv(PLAN_COLUMNS)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Plans as open data",
            "version": VERSION,
            "description": (
                "Read only, without a key, for every origin. Addresses are those of pages: take "
                "them from the list (json, csv) or from the page's own address. "
                "The data names no persons."
            ),
            "license": {"name": LICENCE["name"], "url": LICENCE["url"]},
        },
        "servers": [{"url": server}],
        "paths": {
            "/{list}/plans.json": _operation("listPlans", "All plans", _json("Plans"), "List"),
            "/{list}/plans.csv": _operation("listPlansCsv", "All plans, a table", plans, "List"),
            "/{plan}/plan.json": _operation("getPlan", "One plan", _json("Plan"), "Plan"),
            "/{plan}/plan.csv": _operation("getActionsCsv", "Its actions", actions, "Plan"),
            "/{plan}/history.csv": _operation("getHistoryCsv", "Its history", history, "Plan"),
        },
        "components": {
            "parameters": {
                "List": _parameter("list", "a list of plans", "fi/suunnitelmat"),
                "Plan": _parameter("plan", "a plan", "fi/suunnitelmat/ohjelma"),
            },
            "schemas": schemas(),
        },
    }


def openapi(request: HttpRequest) -> HttpResponseBase:
    """Serve the document; to OPTIONS, that every origin may read it."""
    if request.method == "OPTIONS":
        return preflight()
    return json_answer(document(request.build_absolute_uri("/").rstrip("/")), request)
