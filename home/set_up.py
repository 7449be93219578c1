"""What a site must have before anybody can write in it: languages, front door, groups, workflow.

Everything here may be run again at any time. What is missing is added; what somebody has changed by
hand since is left alone.

Who may do what:

- **Editors** write and change pages in all languages and submit them; they do not publish.
- **Publishers** do the same, and publish, lock and unlock. They approve what editors submit.
- **Translators: <language>**, one group for each language but the main one, write and change under the
  front door of that language, and nowhere else. They submit their translations to the workflow there, and a
  publisher reviews and publishes them (``translations.review``). The group has its language, so that
  whatever else it is given holds in that language only (``translations.roles``).
- **Editors** and **publishers** add films, and change and delete any film: its captions and decisions
  are the work of whoever is there. What keeps a public page lawful nobody takes away (``videos.admin``).
- **Application handlers** see, fetch and delete the applications to calls (``news.applications``). Nobody
  else does: an editor who makes a form does not read what comes in by it, unless she is one of them.
- **Translators** see all films and choose them for their pages; they write captions in their language.
- Nobody but a superuser deletes vocabularies, people or other people's images.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from core import languages
from core.models import SiteSettings, SiteTexts
from home.models import HomePage
from news.models import Application, NewsIndexPage
from people.models import ContactPerson, ContactTitle, Funder, Organisation, Theme
from plans.models import Area
from translations.models import GroupLanguage
from videos.models import VideoText

EDITORS = "Editors"
PUBLISHERS = "Publishers"
HANDLERS = "Application handlers"
#: Wagtail's own second group, whose presence tells that its installation is still untouched.
STOCK_GROUP = "Moderators"
STOCK_WORKFLOW = "Moderators approval"
STOCK_WELCOME = "Welcome to your new Wagtail site!"
APPROVAL = "Julkaisija hyväksyy"
WORKFLOW = "Julkaiseminen"

WRITE = ("add", "change")
PUBLISH = ("publish", "lock", "unlock")
VOCABULARIES: tuple[type[Model], ...] = (ContactPerson, Organisation, Theme, Funder, Area)
FILES = (("wagtailimages", "image"), ("wagtaildocs", "document"))
FILMS = ("wagtailmedia", "media")
TEXT_LANGUAGES = ("fi", "sv", "en")


@transaction.atomic
def set_up_site(*, hostname: str | None = None, port: int | None = None) -> HomePage:
    """Make, or complete, a site one can work in; return the front door in the main language.

    ``hostname`` and ``port`` are those of the default site; None leaves them as they are.
    """
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    home = _front_door()
    site = _default_site(home, hostname, port)
    _remove_welcome_page(site)
    _news_list(home)
    _texts_of(site)
    _clear_stock_rights()
    editors, publishers = _staff_groups()
    for code, _name in settings.LANGUAGES:
        _ensure_language(code, editors, publishers)
    _bind_translators(code for code, _name in settings.LANGUAGES)
    return home


def ensure_language(code: str) -> Locale:
    """Give the language ``code`` its locale, its translators' group, and rights under its front door.

    Call it again once the language has a front door: rights can only be given on pages that exist.
    Raises ValueError for a code the site does not know.
    """
    locale = _ensure_language(code, *_staff_groups())
    _bind_translators([code])
    return locale


def open_front_door(door: HomePage) -> None:
    """Give ``door`` what its language needs, unless somebody has been given rights there already.

    From then on its rights and its workflow are the administrators', who may take them away.
    """
    if not GroupPagePermission.objects.filter(page_id=door.pk).exists():
        ensure_language(door.language_code)


def _ensure_language(code: str, editors: Group, publishers: Group) -> Locale:
    endonym = languages.endonym(code)
    locale, _created = Locale.objects.get_or_create(language_code=code)
    doors = list(HomePage.objects.filter(locale=locale, depth=2))
    for door in doors:
        _allow_pages(editors, door, WRITE)
        _allow_pages(publishers, door, (*WRITE, *PUBLISH))
        _attach_workflow(door, publishers)
    if code != settings.LANGUAGE_CODE:
        translators = _group(translators_of(endonym), _translators_rights())
        _allow_files(translators, ("choose",))
        for door in doors:
            _allow_pages(translators, door, WRITE)
    return locale


def translators_of(endonym: str) -> str:
    """Return the name of the group that translates into the language called ``endonym``."""
    return f"Translators: {endonym}"


# Pages ------------------------------------------------------------------------------------------


def _front_door() -> HomePage:
    """Return the home page in the main language, made if there is none."""
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    home: HomePage | None = HomePage.objects.filter(locale=locale, depth=2).first()
    if home is None:
        home = HomePage(title=settings.WAGTAIL_SITE_NAME, slug="etusivu", locale=locale)
        Page.get_first_root_node().add_child(instance=home)
        home.save_revision().publish()
        home.refresh_from_db()
    return home


def _default_site(home: HomePage, hostname: str | None, port: int | None) -> Site:
    """Return the default site, leading to ``home`` unless it leads to another front door already."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        site = Site(hostname="localhost", port=80, is_default_site=True, root_page=home)
    before = (site.hostname, site.port, site.root_page_id, site.site_name)
    if not HomePage.objects.filter(pk=site.root_page_id).exists():
        site.root_page = home
    site.hostname = hostname or site.hostname
    site.port = port or site.port
    site.site_name = site.site_name or settings.WAGTAIL_SITE_NAME
    if site.pk is None or before != (site.hostname, site.port, site.root_page_id, site.site_name):
        site.save()
    return site


def _remove_welcome_page(site: Site) -> None:
    """Delete the page Wagtail's installation made, if nobody has written in it."""
    page_type = ContentType.objects.get_for_model(Page)
    welcome = Page.objects.filter(
        depth=2, title=STOCK_WELCOME, content_type=page_type, numchild=0, latest_revision=None
    ).exclude(pk=site.root_page_id)
    for page in welcome:
        page.delete()


def _news_list(home: HomePage) -> None:
    """Make the list of news under ``home``, if there is none."""
    if NewsIndexPage.objects.child_of(home).exists():
        return
    index = NewsIndexPage(
        title="Ajankohtaista", slug="ajankohtaista", show_in_menus=True, locale=home.locale
    )
    home.add_child(instance=index)
    index.save_revision().publish()


def _texts_of(site: Site) -> None:
    """Give the site its name in the languages its staff speak."""
    site_settings, _created = SiteSettings.objects.get_or_create(site=site)
    for order, locale in enumerate(
        Locale.objects.filter(language_code__in=TEXT_LANGUAGES).order_by("pk")
    ):
        SiteTexts.objects.get_or_create(
            settings=site_settings,
            locale=locale,
            defaults={"site_name": settings.WAGTAIL_SITE_NAME, "sort_order": order},
        )


# Rights -----------------------------------------------------------------------------------------


def _clear_stock_rights() -> None:
    """Take away the rights Wagtail's installation gave over the whole tree, the first time only."""
    stock = Group.objects.filter(name=STOCK_GROUP).first()
    if stock is None:
        return
    editors = Group.objects.filter(name=EDITORS).first()
    for group in filter(None, (stock, editors)):
        group.permissions.clear()
        GroupPagePermission.objects.filter(group=group).delete()
        GroupCollectionPermission.objects.filter(group=group).delete()
    for workflow in Workflow.objects.filter(name=STOCK_WORKFLOW, active=True):
        tasks = [step.task for step in workflow.workflow_tasks.select_related("task")]
        WorkflowPage.objects.filter(workflow=workflow).delete()
        if WorkflowState.objects.filter(workflow=workflow).exists():
            workflow.deactivate()
        else:
            workflow.delete()
            for task in tasks:
                task.delete()
    if not stock.user_set.exists():
        stock.delete()


def _staff_groups() -> tuple[Group, Group]:
    """Return the groups of editors and of publishers with the rights they have everywhere."""
    everywhere = [
        *_submit_translation(),
        *_model_rights(VOCABULARIES, WRITE),
        # Titles are added on the form of their person, texts on that of their film.
        *_model_rights([ContactTitle, VideoText], ["change"]),
    ]
    editors, publishers = _group(EDITORS, everywhere), _group(PUBLISHERS, everywhere)
    for group in (editors, publishers):
        # Whoever may add an image may change her own: that is enough. A film has many hands.
        _allow_files(group, ("add", "choose"), films=WRITE)
    _group(HANDLERS, _model_rights([Application], ["view", "delete"]))
    return editors, publishers


def _group(name: str, rights: Iterable[Permission]) -> Group:
    """Return the group ``name``.

    A new one is let into the editors' interface and given ``rights``, which are tied to no place.
    """
    group, created = Group.objects.get_or_create(name=name)
    # Wagtail's installation makes a group of the same name as our editors'; its rights are cleared.
    if created or not group.permissions.exists():
        group.permissions.add(
            Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
            *rights,
        )
    return group


def _submit_translation() -> QuerySet[Permission]:
    """Return the right to order a translation; the database is asked when somebody is given it."""
    return Permission.objects.filter(
        content_type__app_label="wagtail_localize", codename="submit_translation"
    )


def _translators_rights() -> Iterator[Permission]:
    """Yield what translators may do anywhere, in their language (``translations.roles``).

    Names of themes, titles of people and texts of videos are hers as much as pages: she opens the
    forms they stand on, and may change the rows in her language.
    """
    yield from _submit_translation()
    yield from _model_rights([*VOCABULARIES, ContactTitle, VideoText], ["change"])


def _model_rights(models: Iterable[type[Model]], actions: Iterable[str]) -> list[Permission]:
    """Return the rights to do ``actions`` to rows of ``models``."""
    actions = tuple(actions)
    types = ContentType.objects.get_for_models(*models)
    codenames = {
        (types[model].pk, f"{action}_{model._meta.model_name}")
        for model in models
        for action in actions
    }
    rights = Permission.objects.filter(content_type__in=types.values())
    return [right for right in rights if (right.content_type_id, right.codename) in codenames]


def _allow_pages(group: Group, page: Page, actions: Iterable[str]) -> None:
    """Give rights on ``page`` and what is under it to a group that has none there yet."""
    if GroupPagePermission.objects.filter(group=group, page_id=page.pk).exists():
        return
    rights = Permission.objects.filter(
        content_type=ContentType.objects.get_for_model(Page),
        codename__in=[f"{action}_page" for action in actions],
    )
    for right in rights:
        GroupPagePermission.objects.create(group=group, page_id=page.pk, permission=right)


def _allow_files(group: Group, actions: Iterable[str], *, films: Iterable[str] = ()) -> None:
    """Give rights on all images, documents and films to a group that has none on them yet."""
    collection = Collection.get_first_root_node()
    if GroupCollectionPermission.objects.filter(group=group, collection=collection).exists():
        return
    actions = tuple(actions)
    for (app, noun), given in {**dict.fromkeys(FILES, actions), FILMS: tuple(films)}.items():
        # Wagtail asks for the rights of its own models, whichever model the site uses.
        for right in Permission.objects.filter(
            content_type__app_label=app,
            content_type__model=noun,
            codename__in=[f"{action}_{noun}" for action in given],
        ):
            GroupCollectionPermission.objects.create(
                group=group, collection=collection, permission=right
            )


def _bind_translators(codes: Iterable[str]) -> None:
    """Let what the translators' groups may hold in their language only, if they have no languages yet."""
    others = (code for code in codes if code != settings.LANGUAGE_CODE)
    names = {translators_of(languages.endonym(code)): code for code in others}
    for group in Group.objects.filter(name__in=names, languages=None):
        locale = Locale.objects.get(language_code=names[group.name])
        GroupLanguage.objects.create(group=group, locale=locale)


def _attach_workflow(page: Page, publishers: Group) -> None:
    """Let what is submitted under ``page`` wait for a publisher, unless a workflow is attached."""
    if WorkflowPage.objects.filter(page_id=page.pk).exists():
        return
    workflow, created = Workflow.objects.get_or_create(name=WORKFLOW, defaults={"active": True})
    if created:
        task, _new = GroupApprovalTask.objects.get_or_create(name=APPROVAL)
        task.groups.add(publishers)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page_id=page.pk)
