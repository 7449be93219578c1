"""The demo and a developer's machine: relaxed, and therefore reachable from this machine alone."""

from __future__ import annotations

from config import environment
from config.settings.base import *  # noqa: F403  (settings modules extend each other)
from config.settings.base import BASE_DIR, DATABASES, MIDDLEWARE

DATA_DIR = environment.path("DEMO_DIR", BASE_DIR / ".demo")
DEBUG = environment.boolean("KOHTAAMO_DEBUG", False)
KOHTAAMO_DEMO = True
SECRET_KEY = "demo-only: the demo answers to this machine alone"  # noqa: S105  (no secret)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
MIDDLEWARE = ["core.middleware.LoopbackOnlyMiddleware", *MIDDLEWARE]

if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["NAME"] = str(DATA_DIR / "kohtaamo.sqlite3")
MEDIA_ROOT = DATA_DIR / "media"
APPLICATIONS_ROOT = DATA_DIR / "applications"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

AUTH_PASSWORD_VALIDATORS = []
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
