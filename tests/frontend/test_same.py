"""What a page shows to everybody alike is drawn once, and holds nothing of a reader."""

from django.template import Context, Template
from django.utils import translation


def drawn(template, **words):
    return template.render(Context(words))


def test_nothing_of_a_reader_gets_in():
    template = Template("{% load pumasi %}{% same %}[{{ name }}]{% endsame %}{{ name }}")
    assert drawn(template, name="Kim") == "[]Kim"
    assert drawn(template, name="Lee") == "[]Lee"


def test_each_language_has_its_own():
    template = Template("{% load i18n pumasi %}{% same %}{% translate 'Search' %}{% icon 'search' %}{% endsame %}")
    found = {}
    for code in ("ko", "en", "ko"):
        with translation.override(code):
            found.setdefault(code, set()).add(drawn(template))
    assert len(found["ko"]) == 1
    assert "검색" in next(iter(found["ko"]))
    assert next(iter(found["en"])).startswith("Search<svg")
