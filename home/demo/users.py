"""The people who sign in to the demo. Their password is public: never on a site others can reach."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from wagtail.users.models import UserProfile

from core import languages
from home.set_up import EDITORS, HANDLERS, PUBLISHERS, translators_of

PASSWORD = "demo"  # noqa: S105  (printed on the first screen of the demo)

#: User name, first name, last name, groups, language of the editors' interface.
STAFF: tuple[tuple[str, str, str, tuple[str, ...], str], ...] = (
    ("admin", "Ylläpito", "Kohtaamo", (), "fi"),
    ("editor", "Sanni", "Rautalampi", (EDITORS,), "fi"),
    ("publisher", "Tuomas", "Kivelä", (PUBLISHERS,), "fi"),
    ("handler", "Maria", "Sjöblom", (HANDLERS,), "sv"),
    ("translator.sv", "Linnea", "Bergström", (translators_of(languages.endonym("sv")),), "sv"),
    ("translator.en", "Grace", "Mwangi", (translators_of(languages.endonym("en")),), "en"),
)


def sow_users() -> dict[str, AbstractUser]:
    """Return the demo's users by name; those that exist are left as they are."""
    model = get_user_model()
    users: dict[str, AbstractUser] = {user.username: user for user in model.objects.all()}
    for name, first, last, groups, language in STAFF:
        if name in users:
            continue
        user = model(
            username=name,
            first_name=first,
            last_name=last,
            email=f"{name}@example.org",
            is_superuser=name == "admin",
            is_staff=name == "admin",
        )
        user.set_password(PASSWORD)
        user.save()
        user.groups.set(Group.objects.filter(name__in=groups))
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.current_time_zone = "Europe/Helsinki"
        profile.save()
        users[name] = user
    return {name: users[name] for name, *_rest in STAFF}
