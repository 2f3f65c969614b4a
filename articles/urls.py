"""Public addresses; the interface language stands before them."""

from django.urls import URLPattern

app_name = "articles"
urlpatterns: list[URLPattern] = []
