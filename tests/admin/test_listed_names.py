"""Names that become of another kind, or are deleted: the lists of texts follow."""

import pytest

from articles.models import Entity
from tests.factories import make_entity, make_published

pytestmark = pytest.mark.django_db


def names_of(article) -> set[str]:
    keys = article.listings.values_list("key", flat=True)
    return {key for key in keys if key.startswith(("entity:", "kind:"))}


@pytest.fixture
def named():
    return make_entity("Rogun", "person")


@pytest.fixture
def article(named):
    return make_published(entities=[named])


def test_a_name_of_another_kind_is_listed_by_that(admin_client, named, article):
    assert names_of(article) == {f"entity:{named.pk}", "kind:person"}
    form = {"name": "Rogun", "kind": "place", "slug": "rogun"}
    for part in ("aliases", "offices"):
        form |= {f"{part}-TOTAL_FORMS": 0, f"{part}-INITIAL_FORMS": 0}
    answer = admin_client.post(f"/admin/articles/entity/{named.pk}/change/", form)
    assert answer.status_code == 302
    assert names_of(article) == {f"entity:{named.pk}", "kind:place"}


@pytest.mark.parametrize("several", [False, True])
def test_a_deleted_name_is_listed_nowhere(admin_client, named, article, several):
    if several:
        chosen = {"action": "delete_selected", "_selected_action": [named.pk], "post": "yes"}
        admin_client.post("/admin/articles/entity/", chosen)
    else:
        admin_client.post(f"/admin/articles/entity/{named.pk}/delete/", {"post": "yes"})
    assert not Entity.objects.exists()
    assert names_of(article) == set()
