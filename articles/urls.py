"""Public addresses; the interface language stands before them."""

from django.urls import path, re_path

from .views.articles import article
from .views.entities import KINDS, directory, entity
from .views.lists import all_articles, country, topic
from .views.pages import about, home

app_name = "articles"
urlpatterns = [
    path("", home, name="home"),
    path("about/", about, name="about"),
    path("articles/", all_articles, name="articles"),
    path("articles/<slug:slug>-<int:pk>/", article, name="article"),
    path("countries/<slug:slug>/", country, name="country"),
    path("topics/<slug:slug>/", topic, name="topic"),
]
for kind, (place, _title) in KINDS.items():
    # An editor may write an address in any script.
    address = rf"^{place}/(?P<slug>[\w-]+)/$"
    urlpatterns += [
        path(f"{place}/", directory, {"kind": kind.value}, name=place),
        re_path(address, entity, {"kind": kind.value}, name=kind.value),
    ]
