"""The template lint finds what it is there for: one bad template for each rule."""

import pytest

from tests.tools.lint_templates import RULES, faults_of, main

BAD = [
    '<p style="color: red">',
    "<style>p { color: red }</style>",
    "<script>start()</script>",
    '<script type="module">start()</script>',
    '<button onclick="go()">',
    '<a href="javascript:go()">',
    "{{ page.lead|safe }}",
    "{% autoescape off %}{{ page.lead }}{% endautoescape %}",
    "{% load static i18n %}",
    '{% translate "Read more" %}',
    "{% blocktranslate %}Read more{% endblocktranslate %}",
    '<img src="https://example.org/a.png">',
    "{% for child in page.get_children %}{{ child }}{% endfor %}",
]


@pytest.mark.parametrize("source", BAD)
def test_a_bad_template_has_exactly_one_fault(source):
    assert len(list(faults_of(source, "bad.html"))) == 1


def test_every_rule_finds_something_in_the_bad_templates():
    assert all(any(rule.pattern.search(source) for source in BAD) for rule in RULES)


@pytest.mark.parametrize(
    "source",
    [
        '<link rel="stylesheet" href="{% site_css_url %}">',
        '<script type="module" src="{% static \'core/js/site.js\' %}"></script>',
        '{% ui "Read more" %} {{ page.lead|safe_height }}',
        "{# never |safe, never style= #}",
        "{% comment %}<script>{% endcomment %}",
        '<a href="https://example.org/">',
    ],
)
def test_a_good_template_has_none(source):
    assert not list(faults_of(source, "good.html"))


def test_a_fault_names_its_file_and_line():
    assert next(faults_of('\n{# a\nb #}\n<p style="">', "a.html")).startswith("a.html:4: ")


def test_a_folder_without_templates_is_no_success(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    (tmp_path / "bad.html").write_text("{{ a|safe }}")
    assert main([str(tmp_path)]) == 1
    assert "1 faults" in capsys.readouterr().out
