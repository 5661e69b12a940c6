"""How a share is told: never a percentage without its n, and none below ten cases."""

from __future__ import annotations

from pumasi.engine.statistics.few import LEAST_FOR_PERCENT
from pumasi.engine.statistics.intervals import Interval
from pumasi.kit.numbers import grouped, signed
from pumasi.measure.observatory.asking.numbers import unit_after
from pumasi.measure.observatory.models import Question
from pumasi.measure.observatory.queries.compare import Cell
from pumasi.measure.observatory.queries.indicators import Number
from pumasi.measure.observatory.queries.results import CLEAR, Finding
from pumasi.measure.observatory.queries.services import Offered
from pumasi.measure.observatory.queries.summaries import Middle, Share


def told(finding: Finding, language: str) -> str:
    """Tell a share: `18 of 28 (64 %; 95 % CI 46–79 %)`, in either language; below ten cases the count alone."""
    return _of(finding.named, finding.n, finding.share, language)


def _of(named: int, n: int, found: Interval | None, language: str, counter: str = "곳") -> str:
    count = f"{n}{counter} 중 {named}{counter}" if language == "ko" else f"{named} of {n}"
    if found is None:
        return count
    share, low, high = (round(100 * value) for value in (found.value, found.low, found.high))
    if language == "ko":
        return f"{count}({share}%, 95% 신뢰구간 {low}~{high}%)"
    return f"{count} ({share} %; 95 % CI {low}–{high} %)"


def named_of(named: int, n: int, language: str) -> str:
    """Tell how many of so many clusters: `2 of 3`, without a percentage."""
    return _of(named, n, None, language)


def satisfied(found: Offered, language: str) -> str:
    """Tell how many of those who rated a service were satisfied: `13 of 15 (87 %; 95 % CI 62–96 %)`."""
    return _of(found.satisfied, found.rated, found.share, language, counter="건")


def counted(share: Share, n: int, language: str) -> str:
    """Tell how many chose something: `18 of 28 (64 %; 95 % CI 46–79 %)`; a small cell is held back, and that is said."""
    if share.count is None:
        return "비공개(소수)" if language == "ko" else "held back (few)"
    return _of(share.count, n, share.share, language)


def middle(found: Middle, question: Question, language: str) -> str:
    """Tell the middle of numbers, and between what the middle half lies."""
    after = unit_after(question, language)
    currency, _space, year = found.of.partition(" ")
    before, ko = f"{currency} " if currency else "", language == "ko"
    if year:
        after = f"({year}년 기준)" if ko else f" (money of {year})"
    median = f"{before}{grouped(found.median)}{after}"
    told = f"중앙값 {median} (n={found.n})" if ko else f"median {median}, n = {found.n}"
    if found.low is None or found.high is None:
        return told
    low, high = grouped(found.low), grouped(found.high)
    return (
        f"{told}, 가운데 절반은 {low}~{high}{after}" if ko else f"{told}, the middle half {low}–{high}{after}"
    )


def exact_test(p: float | None, language: str) -> str:
    """Whether two groups differ, with Fisher's exact p; nothing where it was not computed."""
    if p is None:
        return ""
    clear, shown = p < CLEAR, _p(p)
    if language == "ko":
        return f"{'뚜렷한 차이가 있습니다' if clear else '뚜렷한 차이는 없습니다'}(피셔의 정확검정, {shown})."
    return f"{'A clear difference' if clear else 'No clear difference'} (Fisher's exact test, {shown})."


def otherwise(finding: Finding, language: str) -> str:
    """What one case coded otherwise would make of the share; nothing where no percentage is told."""
    found = [
        round(100 * value) for value in (finding.otherwise.down, finding.otherwise.up) if value is not None
    ]
    if not found or finding.share is None:
        return ""
    if language == "ko":
        return "한 곳의 부호가 바뀌면 " + " 또는 ".join(f"{share}%" for share in found) + "가 됩니다."
    return "One case coded otherwise makes it " + " or ".join(f"{share} %" for share in found) + "."


def by_country(finding: Finding, language: str) -> str:
    """The interval if clusters of one country are half alike: wider, because neighbours tell less that is new."""
    if finding.by_country is None:
        return ""
    low, high = (round(100 * value) for value in (finding.by_country.low, finding.by_country.high))
    if language == "ko":
        return f"같은 국가의 클러스터가 절반쯤 닮았다고 보면 신뢰구간은 {low}~{high}%입니다."
    return f"If clusters of one country are half alike, the interval is {low}–{high} %."


def groups(finding: Finding, language: str) -> str:
    """Two groups side by side with Fisher's exact p; "no clear difference" unless it is below .05."""
    if finding.p is None:
        return ""
    companies, public = finding.groups
    p = _p(finding.p)
    if language == "ko":
        verdict = "뚜렷한 차이가 있습니다" if finding.is_clear else "뚜렷한 차이는 없습니다"
        return (
            f"기업 주도 {companies.n}곳 중 {companies.named}곳, 공공기관 주도 {public.n}곳 중 {public.named}곳: "
            f"{verdict}(피셔의 정확검정, {p})."
        )
    verdict = "a clear difference" if finding.is_clear else "no clear difference"
    return (
        f"{companies.named} of {companies.n} led by companies, {public.named} of {public.n} led by a public body: "
        f"{verdict} (Fisher's exact test, {p})."
    )


def cell(found: Cell | None, language: str) -> str:
    """A value of a comparison: "58 of 120 (48 %)", "1.10 times (1.04–1.16)", "-25 % (-39 to -7 %)"; too little is said so."""
    ko = language == "ko"
    if found is None:
        return "판단할 만큼 기록되지 않음" if ko else "too little recorded"
    if found.kind == "part":
        return _part(found.value, found.n, "organisation", language)
    if found.kind == "share":
        return _pairs(found, language)
    if found.kind == "ratio":
        bounds = _bounds(found, language)
        return f"우연의 {found.value:.2f}배({bounds})" if ko else f"{found.value:.2f} times chance ({bounds})"
    value, low, high = (signed(100 * one) for one in (found.value, found.low or 0, found.high or 0))
    return f"{value}%({low}~{high}%)" if ko else f"{value} % ({low} to {high} %)"


UNITS = {
    "organisation": ("곳", "", ""), "gathering": ("건", "", ""), "attendance": ("명", "", ""), "partner": ("곳", "", ""),
    "pair": ("쌍", "pair", "pairs"), "meeting": ("건", "", ""), "rating": ("건", "", ""), "hour": ("시간", "h", "h"),
    "each": ("건", "", ""), "each_member": ("건", "", ""), "concentration": ("", "", ""),
}  # fmt: skip


def indicator(found: Number | Cell | None, language: str) -> str:
    """A figure of the board: "176 of 236 (75 %)", "141건", "1.02 times chance (0.98–1.07)"; too little is said so."""
    if not isinstance(found, Number):
        return cell(found, language)
    ko, (unit_ko, one, many) = language == "ko", UNITS[found.unit]
    if found.n is not None:
        return _part(found.value, found.n, found.unit, language)
    unit = unit_ko if ko else one if found.value == 1 else many
    value = _rounded(found.value, found.unit)
    return f"{value}{unit}" if ko or not unit else f"{value} {unit}"


def plotted(found: Number | Cell | None) -> tuple[float | None, str]:
    """A figure as a point of a chart, and its unit ("%", or none): parts of a whole as their share, from ten cases on."""
    if found is None:
        return None, ""
    if isinstance(found, Number) and found.n is None:
        return round(found.value, 2), ""
    if isinstance(found, Number) or found.kind in {"part", "share"}:
        n = found.n or 0
        return (round(100 * found.value / n, 1) if n >= LEAST_FOR_PERCENT else None), "%"
    return round(found.value, 2), ""


def _rounded(value: float, unit: str) -> str:
    places = {"hour": 1, "concentration": 2, "each": 1, "each_member": 2, "partner": 1}.get(unit, 0)
    return grouped(round(value, places), places)


def _part(value: float, n: float, unit: str, language: str) -> str:
    """A part of a whole in its unit, with its percentage from ten cases on."""
    unit_ko, _one, many = UNITS[unit]
    k, whole, ko = _rounded(value, unit), _rounded(n, unit), language == "ko"
    count = f"{whole}{unit_ko} 중 {k}{unit_ko}" if ko else f"{k} of {whole}{f' {many}' if many else ''}"
    if n < LEAST_FOR_PERCENT:
        return count
    share = round(100 * value / n)
    return f"{count}({share}%)" if ko else f"{count} ({share} %)"


def _pairs(found: Cell, language: str) -> str:
    k, n = grouped(found.value), grouped(found.n)
    share, low, high = (round(100 * one) for one in (found.value / found.n, found.low or 0, found.high or 0))
    if language == "ko":
        return f"{n}쌍 중 {k}쌍({share}%, {low}~{high}%)"
    return f"{k} of {n} pairs ({share} %; {low}–{high} %)"


def against_chance(found: Cell | None, language: str) -> str:
    """Whether a value lies beyond chance, in words; nothing for plain counts."""
    if found is None or found.kind in ("part", "share"):
        return ""
    ko = language == "ko"
    if not found.beyond and found.excludes_chance:
        return "확실하지 않음" if ko else "not certain"
    if not found.beyond:
        return (
            ("우연의 범위" if ko else "within chance")
            if found.kind == "ratio"
            else ("뚜렷한 변화 없음" if ko else "no clear change")
        )
    more = found.value > (1 if found.kind == "ratio" else 0)
    if found.kind == "ratio":
        return (
            ("우연보다 많음" if more else "우연보다 적음")
            if ko
            else ("more than chance" if more else "less than chance")
        )
    return ("늘어남" if more else "줄어듦") if ko else ("more" if more else "fewer")


def _p(p: float) -> str:
    return "p < .001" if p < 0.001 else f"p = {p:.2f}".replace("0.", ".", 1)


def _bounds(found: Cell, language: str) -> str:
    """The bounds of a ratio; chance may give none at all, and then there is no upper one."""
    if found.low is None:
        return "–"
    if found.high is None:
        return f"{found.low:.2f} 이상" if language == "ko" else f"{found.low:.2f} or more"
    return f"{found.low:.2f}–{found.high:.2f}"
