"""News items, calls for participation with the applications to them, and the list of both."""

from news.models.application import Application, ApplicationFile
from news.models.article import Article, ArticleQuerySet
from news.models.call_page import CallPage, CallPageQuerySet
from news.models.call_rows import (
    CallDate,
    CallPageContact,
    CallPageRelated,
    CallPageTheme,
    CallQuestion,
)
from news.models.news_index_page import NewsIndexPage
from news.models.news_page import (
    NewsPage,
    NewsPageContact,
    NewsPageQuerySet,
    NewsPageRelated,
    NewsPageTheme,
)

__all__ = [
    "Application",
    "ApplicationFile",
    "Article",
    "ArticleQuerySet",
    "CallDate",
    "CallPage",
    "CallPageContact",
    "CallPageQuerySet",
    "CallPageRelated",
    "CallPageTheme",
    "CallQuestion",
    "NewsIndexPage",
    "NewsPage",
    "NewsPageContact",
    "NewsPageQuerySet",
    "NewsPageRelated",
    "NewsPageTheme",
]
