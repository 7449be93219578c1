"""Production: nothing is relaxed, and what must be chosen has no default."""

from __future__ import annotations

from config import environment
from config.settings.base import *  # noqa: F403  (settings modules extend each other)

DEBUG = False
SECRET_KEY = environment.text("KOHTAAMO_SECRET_KEY")
ALLOWED_HOSTS = environment.words("KOHTAAMO_ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = environment.words("KOHTAAMO_TRUSTED_ORIGINS", "")

SECURE_SSL_REDIRECT = environment.boolean("KOHTAAMO_HTTPS", True)
SECURE_HSTS_SECONDS = environment.integer("KOHTAAMO_HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if environment.boolean("KOHTAAMO_BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    USE_X_FORWARDED_HOST = False

EMAIL_HOST = environment.text("KOHTAAMO_EMAIL_HOST", "localhost")
EMAIL_PORT = environment.integer("KOHTAAMO_EMAIL_PORT", 25)
EMAIL_HOST_USER = environment.text("KOHTAAMO_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = environment.text("KOHTAAMO_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = environment.boolean("KOHTAAMO_EMAIL_TLS", False)
