"""Tests: as production where it matters, quick where it does not."""

from __future__ import annotations

import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403  (settings modules extend each other)
from config.settings.base import DATABASES

DEBUG = False
SECRET_KEY = "tests-only"  # noqa: S105  (no secret)
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["NAME"] = ":memory:"
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="kohtaamo-media-"))
APPLICATIONS_ROOT = Path(tempfile.mkdtemp(prefix="kohtaamo-applications-"))
STATIC_ROOT = Path(tempfile.mkdtemp(prefix="kohtaamo-static-"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
