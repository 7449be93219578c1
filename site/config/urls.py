"""All addresses of the site."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin as django_admin
from django.contrib.auth.views import LoginView
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.static import serve as serve_file
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import index as sitemap_index
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import authenticate_with_password

from core import views
from core.share_card_view import share_card
from core.sitemaps import Sitemap

handler400 = "core.views.bad_request"
handler403 = "core.views.forbidden"
handler404 = "core.views.not_found"
handler500 = "core.views.server_error"

SITEMAPS = {"pages": Sitemap}

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.front_door),
    path("admin/", include(wagtailadmin_urls)),
    path("django-admin/", django_admin.site.urls),
    path("documents/", include(wagtaildocs_urls)),
    path("css/brand.css", views.brand_css, name="brand_css"),
    path("css/<slug:digest>.css", views.site_css, name="site_css"),
    path("share-card/<int:page_id>/<slug:digest>.png", share_card, name="share_card"),
    path(
        "share-card/<int:page_id>/<slug:mark>/<slug:digest>.png",
        share_card,
        name="share_card_of_part",
    ),
    path("video-frame/<slug:provider>/<str:identifier>/", views.video_frame, name="video_frame"),
    path("video/", include("videos.urls")),
    path("", include("campaigns.urls")),
    path("", include("plans.urls")),
    path("favicon.ico", views.favicon),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("robots.txt", views.robots, name="robots"),
    path("security.txt", views.security_txt),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path(
        "sitemap-index.xml",
        sitemap_index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_part"},
        name="sitemap_index",
    ),
    path("sitemap-<slug:section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap_part"),
]

if settings.KOHTAAMO_DEMO:
    urlpatterns.append(
        # Pictures only: films and documents go through views that ask who may have them.
        re_path(
            r"^media/(?P<path>(?:images|avatar_images)/.*)$",
            serve_file,
            {"document_root": settings.MEDIA_ROOT},
        )
    )

urlpatterns += i18n_patterns(
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    path(
        "_util/login/", LoginView.as_view(template_name="core/login.html"), name="wagtailcore_login"
    ),
    # Wagtail's own patterns for pages, with our way of finding them.
    re_path(r"^((?:[^/]+/)*)$", views.serve, name="wagtail_serve"),
    re_path(r"^((?:[^/]+/)*[^/]+\.(?:xml|json|ics|pdf|csv))$", views.serve_file),
    prefix_default_language=True,
)
