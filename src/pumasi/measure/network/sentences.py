"""A portrait in plain sentences: what was found, how it was tested, what to do about it.

Every sentence claims no more than its rows carry: what lies within chance is said to lie within chance, and
under thirty gatherings nothing is said of structure at all. docs/numbers.md defines each measure by its key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from pumasi.commons.members.models import Organisation
from pumasi.kit import dates
from pumasi.kit.numbers import signed
from pumasi.measure.network.queries.portraits import LADDER

# Below this agreement between runs the groups are a matter of chance, and their colours mean little.
CLEAR_GROUPS = 0.6
# When one gathering made so much of the network, the reader is told to look at the smaller ones.
OWED_TO_ONE = 0.2


@dataclass(frozen=True)
class Sentence:
    """`tone`: more or less (than chance), chance (within it), fact (a count), or limit (what cannot be told)."""

    key: str
    tone: str
    text: str
    test: str = ""
    step: str = ""

    def plain(self) -> dict[str, str]:
        """The sentence for a document."""
        return asdict(self)


Named = Callable[[int], str]


def sentences(told: dict[str, Any], audience: str) -> list[Sentence]:
    """All sentences of a portrait in the reader's language; only managers read organisations by name."""
    verdict, named = told["verdict"], _names(told) if audience == "managers" else None
    found = [*_reach(told, named)]
    if verdict["enough"]:
        found += _beyond_chance(verdict)
        # Groups can be drawn into any network; where nothing is beyond chance they would mislead.
        found += _groups(told) if any(one["beyond"] for one in verdict["whole"]) else ()
    else:
        found.append(_too_few(verdict))
    found += [
        *_owed(told),
        *_outward(told.get("outward")),
        *_change(told["change"]),
        *_ladder(told["ladder"]),
    ]
    return [*found, *limits(told)]


def _names(told: dict[str, Any]) -> Named:
    """How to call the organisations that a portrait names."""
    found = Organisation.objects.in_bulk([one["node"] for one in told["bridges"][:3]])
    return lambda pk: str(found[pk].name) if pk in found else "—"


def _count(n: int) -> str:
    return f"{n:,}"


def _reach(told: dict[str, Any], named: Named | None) -> Iterator[Sentence]:
    """How far the network reaches, and on whom that rests."""
    head, members = told["strips"][1], told["verdict"]["members"]
    if not head["connected"]:
        return
    yield Sentence(
        "network.largest",
        "fact",
        _("%(part)s of %(members)s organisations hang together in one part; %(alone)s have met nobody.")
        % {
            "part": _count(head["largest"]),
            "members": _count(members),
            "alone": _count(members - head["connected"]),
        },
        _("Gatherings of up to 20 members. Those that met nobody stay in the count."),
        _("Invite those that met nobody to the next small gathering of their field."),
    )
    bridges = told["bridges"]
    if bridges:
        yield _bridges(bridges, named)


def _bridges(bridges: list[dict[str, int]], named: Named | None) -> Sentence:
    if named:
        names = ", ".join(f"{named(one['node'])} ({_count(one['cut_off'])})" for one in bridges[:3])
        text = ngettext(
            "%(n)s organisation alone holds others in the network; in brackets how many would be cut off without it: %(names)s.",
            "%(n)s organisations alone hold others in the network; in brackets how many would be cut off without them: %(names)s.",
            len(bridges),
        ) % {"n": _count(len(bridges)), "names": names}
    else:
        text = ngettext(
            "%(n)s organisation alone holds others in the network; without it up to %(cut)s would be cut off.",
            "%(n)s organisations alone hold others in the network; without one of them up to %(cut)s would be cut off.",
            len(bridges),
        ) % {"n": _count(len(bridges)), "cut": _count(bridges[0]["cut_off"])}
    return Sentence(
        "network.bridges",
        "fact",
        text,
        _("Articulation points of the ties from gatherings of up to 20 members."),
        _("Introduce the neighbours of a bridge to one another, so that no single departure cuts them off."),
    )


def _too_few(verdict: dict[str, Any]) -> Sentence:
    return Sentence(
        "network.too_few",
        "limit",
        ngettext(
            "%(n)s gathering of two to twenty members is recorded: too few to tell structure from chance.",
            "%(n)s gatherings of two to twenty members are recorded: too few to tell structure from chance.",
            verdict["counted"],
        )
        % {"n": _count(verdict["counted"])},
        _("Under 30 gatherings no comparison with chance is made."),
        _("Record more of what happens: sign-in sheets of past gatherings can be brought in."),
    )


# What each measure says above chance, below it and within it; and the next step above and below.
Words = tuple[str, str, str, str, str]
SAID: dict[str, Callable[[], Words]] = {
    "cross_type": lambda: (
        _("Across the whole programme, organisations of different types meet more than chance would give"),
        _("Across the whole programme, organisations of different types meet less than chance would give"),
        _("Across the whole programme, organisations of different types meet about as often as chance would give"),
        "",
        _("Plan a gathering that needs two types: a clinical question with hospitals, a demand day with buyers."),
    ),
    "firm_firm": lambda: (
        _("Companies meet other companies more than chance would give"),
        _("Companies meet other companies less than chance would give"),
        _("Companies meet other companies about as often as chance would give"),
        "",
        _("Hold a day on which companies show each other what they make and what they buy."),
    ),
    "firm_science": lambda: (
        _("Companies meet universities, research institutes and hospitals more than chance would give"),
        _("Companies meet universities, research institutes and hospitals less than chance would give"),
        _("Companies meet universities, research institutes and hospitals about as often as chance would give"),
        "",
        _("Bring a question from a company into a laboratory visit, or a result into a demand day."),
    ),
    "repeated": lambda: (
        _("The same pairs meet again more often than chance would give: ties last"),
        _("The same pairs meet again less often than chance would give: few ties last"),
        _("The same pairs meet again about as often as chance would give"),
        _("Keep places at each gathering for those who are new."),
        _("Ask the pairs that met last month whether they want to meet again."),
    ),
    "partners": lambda: (
        _("Organisations know more partners than chance would give"),
        _("Organisations know fewer partners than chance would give"),
        _("Organisations know about as many partners as chance would give"),
        "",
        _("Mix tables and invitations, so that a gathering brings new faces together."),
    ),
    "clustering": lambda: (
        _("Partners of a partner meet each other more than chance would give: circles are closed"),
        _("Partners of a partner meet each other less than chance would give: circles are open"),
        _("Partners of a partner meet each other about as often as chance would give"),
        _("Introduce people across circles: the suggested introductions are made for that."),
        "",
    ),
}  # fmt: skip


def _inside_words() -> Words:
    return (
        _("Inside a series, different types meet more than chance would give"),
        _("Inside a series, different types still keep apart more than chance would give"),
        _("Inside a series, nobody keeps apart: types meet there as chance would give"),
        "",
        _("Seat people by lot, or one of each type at every table, at the gatherings you already hold."),
    )


def _beyond_chance(verdict: dict[str, Any]) -> Iterator[Sentence]:
    """Both nulls, each with its own sentence and its own next step."""
    whole = {one["key"]: one for one in verdict["whole"]}
    if not any(one["beyond"] for one in verdict["whole"]):
        yield Sentence(
            "network.chance",
            "chance",
            _("No structure beyond chance: who met whom looks like attendance dealt out at random."),
            _test(verdict, None),
        )
        return
    for key, words in SAID.items():
        if key in whole and whole[key]["ratio"]["value"] is not None:
            yield _compared(
                f"network.{key}", whole[key], words(), verdict["counted"], _test(verdict, whole[key])
            )
            if key == "cross_type" and verdict["within"]:
                yield from _inside(verdict)


def _inside(verdict: dict[str, Any]) -> Iterator[Sentence]:
    """The same within series and quarter, where there is something to exchange with."""
    one = next(f for f in verdict["within"] if f["key"] == "cross_type")
    if verdict["movable"] < 30 or one["ratio"]["value"] is None:
        return
    how = _(
        "Attendance exchanged only within a series and quarter (%(n)s of the gatherings have another to exchange with); %(p)s."
    ) % {"n": _count(verdict["movable"]), "p": _p(one)}
    yield _compared("network.cross_type.inside", one, _inside_words(), verdict["movable"], how)


def _compared(key: str, one: dict[str, Any], words: Words, lines: int, test: str) -> Sentence:
    above, below, within, step_above, step_below = words
    ratio = one["ratio"]
    tone, text = ("more", above) if ratio["value"] > 1 else ("less", below)
    if not one["beyond"]:
        # The interval of a single measure may leave out 1 where six of them together are not so sure.
        unsure = not (ratio["low"] or 0) <= 1 <= (ratio["high"] or 1)
        tone, text = (
            "chance",
            _("%(said)s, but too unsure to count on") % {"said": text} if unsure else within,
        )
    shown = _("%(said)s: ratio %(ratio)s (95 %% %(low)s–%(high)s), n = %(n)s.") % {
        "said": text,
        "n": _count(lines),
        "ratio": f"{ratio['value']:.2f}",
        "low": _bound(ratio["low"]),
        "high": _bound(ratio["high"]),
    }
    return Sentence(key, tone, shown, test, {"more": step_above, "less": step_below}.get(tone, ""))


def _bound(value: float | None) -> str:
    return "∞" if value is None else f"{value:.2f}"


def _test(verdict: dict[str, Any], one: dict[str, Any] | None) -> str:
    told = _(
        "n = %(n)s gatherings of 2 to 20 members. Attendance dealt out anew over all of them, every size and everybody's count kept"
    ) % {"n": _count(verdict["counted"])}
    return f"{told}; {_p(one)}." if one else f"{told}."


def _p(one: dict[str, Any]) -> str:
    return _("p = %(p)s after Holm") % {"p": f"{one['adjusted']:.3f}"}


def _groups(told: dict[str, Any]) -> Iterator[Sentence]:
    groups = told["groups"]
    if not groups["count"]:
        return
    clear = groups["agreement"] >= CLEAR_GROUPS
    text = ngettext(
        "The network falls into %(n)s group of four or more.",
        "The network falls into %(n)s groups of four or more.",
        groups["count"],
    )
    if not clear:
        text = _("The groups are not clear-cut: do not read the colours of the map as circles.")
    yield Sentence(
        "network.groups",
        "fact" if clear else "limit",
        text % {"n": _count(groups["count"])} if clear else text,
        _(
            "Ten runs of the Louvain method agree to %(agreement)s (adjusted Rand index: 1 the same, 0 chance)."
            " Modularity %(modularity)s. Groups can be found in a random network too: they describe, they prove nothing."
        )
        % {"agreement": f"{groups['agreement']:.2f}", "modularity": f"{groups['modularity']:.2f}"},
        _("Hold one gathering a quarter for two neighbouring groups.") if clear else "",
    )


def _owed(told: dict[str, Any]) -> Iterator[Sentence]:
    if told["biggest"] > 20 and told["owed"] >= OWED_TO_ONE:
        yield Sentence(
            "network.owed",
            "limit",
            _("%(share)s %% of all pairs met only at one gathering of %(n)s members.")
            % {"share": round(100 * told["owed"]), "n": _count(told["biggest"])},
            _("The sentences above count gatherings of up to 20 members, so it changes none of them."),
        )


def _outward(outward: dict[str, Any] | None) -> Iterator[Sentence]:
    """Where the members' ties lead: who only meets its own hears little that is new. Portraits of an older edition do not say."""
    if not outward or not outward["leaving"]["share"]:
        return
    leaving, abroad = outward["leaving"], outward["abroad"]
    yield Sentence(
        "network.outside",
        "fact",
        _(
            "Of %(ties)s ties of members, %(leaving)s lead to organisations outside the cluster (%(share)s %%, %(low)s to %(high)s %%), "
            "%(abroad)s of them to another country; %(partners)s organisations in all."
        )
        % {
            "ties": _count(leaving["whole"]),
            "leaving": _count(leaving["part"]),
            "abroad": _count(abroad["part"]),
            "partners": _count(outward["partners"]),
            **{
                name: f"{100 * leaving['share'][key]:.0f}"
                for name, key in (("share", "value"), ("low", "low"), ("high", "high"))
            },
        },
        _(
            "Gatherings of up to 20 organisations, those outside counted in. A branch registered at a head office elsewhere counts as outside."
        ),
    )


def _change(change: dict[str, Any] | None) -> Iterator[Sentence]:
    """New and lasting ties, and growth on a fixed panel."""
    if not change or change["new"] is None:
        return
    yield Sentence(
        "network.new",
        "fact",
        _("In the twelve months up to %(day)s: new pairs %(new)s, pairs that met again %(lasting)s.")
        % {"day": _day(change["until"]), "new": _count(change["new"]), "lasting": _count(change["lasting"])},
        _("Gatherings of up to 20 members; first means first in this record."),
    )
    yield from _fresh(change.get("fresh"))
    growth = change.get("growth")
    if growth:
        yield _growth(growth, change)


def _fresh(fresh: dict[str, Any] | None) -> Iterator[Sentence]:
    """How many ties are new among those who were there before: newcomers' ties are all new and say nothing of openness."""
    if not fresh or not fresh["share"]:
        return
    share = {name: f"{100 * fresh['share'][name]:.0f}" for name in ("value", "low", "high")}
    yield Sentence(
        "network.fresh",
        "fact",
        _(
            "Among organisations seen in the last year and in the two before, %(part)s of %(whole)s pairs had not met before "
            "(%(value)s %%, %(low)s to %(high)s %%)."
        )
        % {"part": _count(fresh["part"]), "whole": _count(fresh["whole"]), **share},
        _("Gatherings of up to 20 members; the interval is a jackknife over gatherings."),
    )


def _percent(panel: dict[str, float], tone: str) -> dict[str, str]:
    """The change and its interval: with signs where it may be either way, without where the words say which."""
    value, low, high = (100 * panel[name] for name in ("value", "low", "high"))
    if tone == "less":
        value, low, high = -value, -high, -low
    shown = {"value": value, "low": low, "high": high}
    return {name: signed(number, plus=tone == "chance") for name, number in shown.items()}


def _growth(growth: dict[str, Any], change: dict[str, Any]) -> Sentence:
    panel = growth["panel"]
    if panel["low"] > 0:
        tone, text = (
            "more",
            _("On the same organisations and equally many gatherings, ties grew by %(value)s %%"),
        )
    elif panel["high"] < 0:
        tone, text = (
            "less",
            _("On the same organisations and equally many gatherings, ties fell by %(value)s %%"),
        )
    else:
        tone, text = (
            "chance",
            _(
                "No clear growth: on the same organisations and equally many gatherings, ties changed by %(value)s %%"
            ),
        )
    numbers = _percent(panel, tone)
    shown = _("%(said)s (95 %% %(low)s to %(high)s).") % {**numbers, "said": text % numbers}
    how = _(
        "%(n)s organisations active in both years, both years thinned to the same number of gatherings (%(before)s and %(now)s recorded)."
    ) % {
        "n": _count(round(growth["members"])), "before": _count(change["gatherings"][1]),
        "now": _count(change["gatherings"][0]),
    }  # fmt: skip
    return Sentence("network.growth", tone, shown, how)


def _day(moment: str) -> str:
    return dates.date_text(datetime.fromisoformat(moment).date(), (get_language() or "ko")[:2])


def _ladder(ladder: dict[str, int]) -> Iterator[Sentence]:
    # Where every line is joint work, as in a list of projects, there are no rungs to tell apart.
    if not any(ladder[rung] for rung, _kinds in LADDER) or ladder["worked"] == ladder["met"]:
        return
    yield Sentence(
        "network.ladder",
        "fact",
        _("Of %(met)s pairs that met, %(followed_up)s followed up, %(worked)s worked on something together, %(result)s came to a result.")
        % {rung: _count(n) for rung, n in ladder.items()},
        _("By the kinds of lines a pair shares; a pair on a rung counts on the rungs below it too."),
        _("Ask the pairs that met last month whether they want to meet again."),
    )  # fmt: skip


def limits(told: dict[str, Any]) -> list[Sentence]:
    """What this record cannot say."""
    lines = told["verdict"]["lines"]
    found = []
    if told["projects"] and told["projects"] >= 0.5 * lines:
        found.append(
            Sentence(
                "network.projects",
                "limit",
                _(
                    "Most gatherings here are joint projects. A funded consortium is not a meeting, "
                    "a large organisation stands at its head office, and what was not funded is not seen."
                ),
            )
        )  # fmt: skip
    found.append(
        Sentence(
            "network.seen",
            "limit",
            ngettext(
                "Based on %(n)s gathering recorded here; others are not seen.",
                "Based on %(n)s gatherings recorded here; others are not seen.",
                lines,
            )
            % {"n": _count(lines)},
        )
    )
    return found
