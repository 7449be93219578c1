"""Tests: as production where it matters, quick where it does not."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403  (settings modules extend each other)
from config.settings.base import DATABASES

DEBUG = False
SECRET_KEY = "tests-only"  # noqa: S105  (no secret)
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["NAME"] = ":memory:"
TESTS_FOLDER = Path(tempfile.mkdtemp(prefix="kohtaamo-tests-"))
atexit.register(shutil.rmtree, TESTS_FOLDER, ignore_errors=True)
MEDIA_ROOT = TESTS_FOLDER / "media"
APPLICATIONS_ROOT = TESTS_FOLDER / "applications"
STATIC_ROOT = TESTS_FOLDER / "static"
for _folder in (MEDIA_ROOT, APPLICATIONS_ROOT, STATIC_ROOT):
    _folder.mkdir()
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
