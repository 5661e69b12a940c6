"""Words for types of organisations and for relations to a cluster, and the codes they are kept as."""

from __future__ import annotations

from pumasi.kit.particles import with_particle
from pumasi.kit.refused import Refused
from pumasi.kit.said import Said
from pumasi.kit.sheets.cells import Value, shown
from pumasi.kit.sheets.vocabulary import index_of, plain_heading

TYPE_WORDS = {
    "company": "기업|회사|중소기업|중견기업|대기업|벤처|벤처기업|스타트업|창업기업|법인기업|개인기업"
    "|영리법인|company|sme|startup"
    "|start-up|firm|business|corporation|enterprise|large company",
    "university": "대학|대학교|산학협력단|학교|university|college|higher education|academia",
    "research_institute": "연구소|연구원|연구기관|출연연|정부출연연구기관|공공연구기관|출연(연)"
    "|research institute|institute|lab"
    "|laboratory|research organisation|rto",
    "hospital": "병원|의료기관|의료원|대학병원|hospital|clinic|medical centre|medical center",
    "investor": "투자사|투자기관|투자자|벤처캐피탈|벤처캐피털|vc|창업투자회사|investor|venture capital"
    "|fund|angel",
    "accelerator": "액셀러레이터|엑셀러레이터|창업기획자|보육기관|창업보육센터|ac|accelerator|incubator",
    "public_body": "공공기관|정부|지자체|지방자치단체|공사|공단|정부기관|유관기관|지원기관|행정기관"
    "|public body|public|government"
    "|agency|municipality|city",
    "other": "기타|협회|단체|재단|조합|협동조합|비영리|other|association|foundation|ngo|non-profit",
}
RELATION_WORDS = {
    "resident": "입주|입주기업|입주사|입주기관|입주중|resident|tenant",
    "member": "회원|회원사|회원기관|정회원|준회원|member|full member|associate member",
    "user": "이용|이용기업|이용기관|사용|시설이용|user",
    "partner": "협력|협력기업|협력기관|협력사|파트너|유관기관|partner",
    "alumni": "졸업|졸업기업|퇴거|동문|퇴거기업|alumni|alumnus|graduate|former",
}


TYPE_INDEX = index_of(TYPE_WORDS)
RELATION_INDEX = index_of(RELATION_WORDS)
TYPES = tuple(TYPE_WORDS)
RELATIONS = tuple(RELATION_WORDS)


def read_type(value: Value) -> str | None:
    """Read the type of an organisation as its code ("company", ...); None of a blank cell.

    Raises Refused for a word that is not known.
    """
    return _read(value, TYPE_INDEX, TYPES, Said("type of organisation", "기관 유형"))


def read_relation(value: Value) -> str | None:
    """Read the relation to a cluster as its code ("resident", ...); None of a blank cell. Raises Refused."""
    return _read(value, RELATION_INDEX, RELATIONS, Said("relation to the cluster", "클러스터와의 관계"))


def _read(value: Value, index: dict[str, str], codes: tuple[str, ...], what: Said) -> str | None:
    text = shown(value)
    if not text or text == "-":
        return None
    plain = plain_heading(text)
    if text.casefold() in codes:
        return text.casefold()
    if plain in index:
        return index[plain]
    raise Refused(
        "“{text}” is no {what} known here. Choose one from the list, or leave it empty.",
        "{topic} 알 수 없는 {what_ko}입니다. 목록에서 고르거나 비워 두십시오.",
        text=text,
        topic=with_particle(f"‘{text}’", "은"),
        what=what.en,
        what_ko=what.ko,
    )


def guess_type(name: str) -> str:
    """Guess the type from an organisation's name; a company where nothing speaks for another."""
    plain = name.casefold()
    for code, marks in NAME_MARKS:
        if any(mark in plain for mark in marks):
            return code
    return "company"


NAME_MARKS = (
    ("hospital", ("병원", "의료원", "hospital", "clinic")),
    ("university", ("대학교", "산학협력단", "university", "college")),
    ("accelerator", ("액셀러레이터", "창업보육", "accelerator", "incubator")),
    ("investor", ("인베스트", "벤처투자", "창업투자", "캐피탈", "capital", "ventures", "investment")),
    ("research_institute", ("연구원", "연구소", "과학기술원", "research institute", "institute of")),
    ("public_body", ("시청", "군청", "구청", "도청", "공단", "공사", "진흥원", "city hall", "agency")),
)
