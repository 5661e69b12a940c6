"""A translation machine, where an installation names one (`PUMASI_TRANSLATOR`); none is needed.

Either an address that speaks LibreTranslate's protocol, or `module:function` of an installed package, where
`function(texts, source, target)` gives as many texts as it was given, in the same order.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from urllib.request import Request, urlopen

from django.conf import settings

from pumasi.kit.refused import Refused
from pumasi.publish.newsroom.text import FIGURE, Block, digest

Provider = Callable[[Sequence[str], str, str], Sequence[str]]
# Somebody waits before the page.
SECONDS = 30
LARGEST = 4_000_000


def is_named() -> bool:
    """Whether a translation machine can be asked."""
    return bool(settings.TRANSLATOR)


def suggested(texts: Sequence[str], source: str, target: str) -> list[str]:
    """What the machine makes of texts, "" where it lost a figure. Raises Refused when it does not answer as it should."""
    if not texts:
        return []
    try:
        found = [str(one).strip() for one in _provider(settings.TRANSLATOR)(texts, source, target)]
    except Exception as error:
        # Whatever a foreign machine raises: the page and what is typed on it stay.
        raise _silent() from error
    if len(found) != len(texts):
        raise _silent()
    return [
        words if sorted(FIGURE.findall(words)) == sorted(FIGURE.findall(text)) else ""
        for text, words in zip(texts, found, strict=True)
    ]


def filled(
    blocks: Sequence[Block], said: Mapping[str, str], left_out: Mapping[str, str], source: str, target: str
) -> dict[str, str]:
    """Words for the source's blocks that have none and are not left out, each with its mark `machine:` (see `writing.translate`)."""
    waiting = [
        one
        for one in blocks
        if not said.get(one["id"], "").strip() and not left_out.get(one["id"], "").strip()
    ]
    words = suggested([one["text"] for one in waiting], source, target)
    found = {one["id"]: text for one, text in zip(waiting, words, strict=True) if text}
    return found | {f"machine:{key}": digest(text) for key, text in found.items()}


def _silent() -> Refused:
    return Refused(
        "The translation machine does not answer as it should. What you typed is still here; go on by hand, or try again later.",
        "번역 엔진이 제대로 응답하지 않습니다. 입력하신 내용은 그대로 있으니 직접 이어서 작성하시거나 나중에 다시 시도해 주십시오.",
    )


@cache
def _provider(name: str) -> Provider:
    if name.startswith(("http://", "https://")):
        return lambda texts, source, target: _over_http(name, texts, source, target)
    module, _, function = name.partition(":")
    found: Provider = getattr(import_module(module), function)
    return found


def _over_http(address: str, texts: Sequence[str], source: str, target: str) -> Sequence[str]:
    """LibreTranslate: `POST {address}/translate`. The address is the operator's own, so it may lie inside."""
    told = {"q": list(texts), "source": source, "target": target, "format": "text"}
    if settings.TRANSLATOR_KEY:
        told["api_key"] = settings.TRANSLATOR_KEY
    request = Request(  # noqa: S310  # http or https, by the operator
        f"{address.rstrip('/')}/translate",
        data=json.dumps(told).encode(),
        headers={"Content-Type": "application/json", "Accept": "application/json"},
    )
    with urlopen(request, timeout=SECONDS) as got:  # noqa: S310
        found: Sequence[str] = json.loads(got.read(LARGEST))["translatedText"]
    return found
