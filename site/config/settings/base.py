"""Settings every deployment shares. Strict: what development and tests relax, they relax themselves."""

from __future__ import annotations

from pathlib import Path

import dj_database_url

import home
from config import environment
from config.settings.translations import *  # noqa: F403  (settings modules extend each other)
from config.settings.videos import *  # noqa: F403
from core.languages import register_language_info, site_languages

BASE_DIR = Path(home.__file__).resolve().parents[1]
PROJECT_DIR = Path(__file__).resolve().parents[1]
DATA_DIR = environment.path("KOHTAAMO_DATA_DIR", Path.cwd() / "var")

# Identity -------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = environment.text("KOHTAAMO_SITE_NAME", "Kohtaamo")
WAGTAILADMIN_BASE_URL = environment.text("KOHTAAMO_BASE_URL", "http://127.0.0.1:8000")
DEFAULT_FROM_EMAIL = environment.text("KOHTAAMO_FROM_EMAIL", "kohtaamo@example.org")
SECURITY_CONTACT = environment.text("KOHTAAMO_SECURITY_CONTACT", "mailto:security@example.org")

# Applications ---------------------------------------------------------------------------------
INSTALLED_APPS = [
    "config.apps.ProjectConfig",
    "home",
    "campaigns",
    "plans",
    "news",
    "translations",
    "videos",
    "people",
    "core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtailmedia",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks_db",
    "django_filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "core.middleware.ContentPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.middleware.TextCompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.LanguageFromPathMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "core.refusals.RefusedPublicationMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context.site",
            ],
            "builtins": [
                "django.templatetags.static",
                "wagtail.templatetags.wagtailcore_tags",
                "wagtail.images.templatetags.wagtailimages_tags",
                "core.templatetags.ui",
                "core.templatetags.page_tags",
                "core.templatetags.assets",
            ],
        },
    },
]

# Database -------------------------------------------------------------------------------------
DATABASES = {
    "default": environment.parsed(
        "DATABASE_URL",
        f"sqlite:///{DATA_DIR / 'kohtaamo.sqlite3'}",
        lambda url: dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True),
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People and passwords -------------------------------------------------------------------------
_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
]
WAGTAILADMIN_USER_LOGIN_FORM = "core.workarounds.wagtail_sign_in_label.SignInForm"
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no third party, in the admin either
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False

# Languages ------------------------------------------------------------------------------------
register_language_info()
LANGUAGE_CODE = "fi"
LANGUAGES = environment.parsed(
    "KOHTAAMO_LANGUAGES",
    "fi,sv,en,se,uk,ar,fi-simple",
    lambda codes: site_languages(environment.split(codes), main=LANGUAGE_CODE),
)
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fi", "suomi"), ("sv", "svenska"), ("en", "English")]
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
USE_TZ = True
FIRST_DAY_OF_WEEK = 1
TIME_ZONE = "Europe/Helsinki"
WAGTAIL_USER_TIME_ZONES = ["Europe/Helsinki"]
FORMAT_MODULE_PATH = ["core.formats"]
LOCALE_PATHS = [PROJECT_DIR / "locale"]
# A new language gets no empty copies by itself: a page is there when somebody has written it.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# Files ----------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = environment.path("KOHTAAMO_STATIC_ROOT", DATA_DIR / "static")
MEDIA_URL = "/media/"
MEDIA_ROOT = environment.path("KOHTAAMO_MEDIA_ROOT", DATA_DIR / "media")
APPLICATIONS_ROOT = environment.path("KOHTAAMO_APPLICATIONS_ROOT", DATA_DIR / "applications")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long page is one big form
WAGTAILIMAGES_IMAGE_MODEL = "core.Photograph"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp", "bmp": "jpeg"}
WAGTAILDOCS_DOCUMENT_MODEL = "core.Attachment"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ics", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"

# Wagtail --------------------------------------------------------------------------------------
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        "SEARCH_CONFIG": "simple",
        "ATOMIC_REBUILD": True,
    }
}
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}
WAGTAIL_AUTO_UPDATE_PREVIEW = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # addresses survive being read aloud, printed and mailed
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "core/password_required.html"  # noqa: S105  (a file)
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # an embed is a link until a reader opens it

# Security -------------------------------------------------------------------------------------
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "core.views.forbidden"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
}
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "base-uri": ["'none'"],
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
        "frame-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "manifest-src": ["'self'"],
        "media-src": ["'self'"],
        "object-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
    }
}
# Previews and videos stand in frames of the site itself, see X_FRAME_OPTIONS.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

# Logging --------------------------------------------------------------------------------------
LOG_LEVEL = environment.choice(
    "KOHTAAMO_LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"django_tasks": {"level": "WARNING"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
KOHTAAMO_DEMO = False
