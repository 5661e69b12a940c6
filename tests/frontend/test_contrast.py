"""Every pair of text and ground in both themes can be read (WCAG 2.2: 4.5 for text, 3 for edges and pictures)."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).resolve().parents[2] / "frontend" / "src" / "styles" / "theme.css"
GROUNDS = ["color-base-100", "color-base-200"]
TEXTS = ["color-base-content", "muted", "color-primary", "color-error"]
TINTS = [(f"{name}-text", name) for name in ("tint", "good", "warn", "bad", "tell", "plain")]
SOLIDS = [
    (f"color-{name}-content", f"color-{name}") for name in ("primary", "neutral", "info", "success", "error")
]
READ = [*[(text, ground) for text in TEXTS for ground in GROUNDS], *TINTS, *SOLIDS, ("muted", "plain")]
SEEN = [("edge", "color-base-100"), *[(f"series-{at}", "color-base-100") for at in range(1, 11)]]


def themes():
    blocks = re.findall(r'@plugin "daisyui/theme" \{(.*?)\n\}', THEME.read_text(), re.DOTALL)
    return {
        re.search(r'name: "(.+?)"', block)[1]: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
        for block in blocks
    }


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["pumasi", "pumasi-dark"])
@pytest.mark.parametrize(
    ("text", "ground", "least"), [*[(*pair, 4.5) for pair in READ], *[(*pair, 3) for pair in SEEN]]
)
def test_a_pair_can_be_read(theme, text, ground, least):
    colours = themes()[theme]
    assert contrast(colours[text], colours[ground]) >= least


TONES = THEME.with_name("tones.css")
SIDES = {"pumasi": 0, "pumasi-dark": 1}


def tones():
    blocks = re.findall(r'\[data-tone="(\w+)"\] \{(.*?)\n\}', TONES.read_text(), re.DOTALL)
    pair = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
    return {name: {words[0]: words[1:] for words in pair.findall(block)} for name, block in blocks}


def test_every_colour_that_can_be_chosen_is_written():
    from pumasi.publish.portal.models import Site

    assert set(tones()) == {*Site.Tone.values, "teal"}


@pytest.mark.parametrize("theme", SIDES)
@pytest.mark.parametrize("tone", tones())
def test_a_chosen_colour_can_be_read_as_the_usual_one(theme, tone):
    colours = themes()[theme] | {name: pair[SIDES[theme]] for name, pair in tones()[tone].items()}
    for text, ground in READ:
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert contrast(colours["color-accent-content"], colours["color-accent"]) >= 4.5
    assert contrast(colours["color-primary"], colours["tint"]) >= 4.5
