"""The sample's survey `example`: 28 invented clusters in 20 countries, coded by two people, 18 of which name the network."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.kit.bilingual import in_both
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.models import ActionItem, Coder, Coding, Factor, Ruling, Survey, Surveyed
from pumasi.web import load_waves

NETWORK, OPEN, TALENT, INFRASTRUCTURE, CAPITAL = (
    "collaboration",
    "open-innovation",
    "talent",
    "infrastructure",
    "capital",
)


class Asked(NamedTuple):
    """A cluster: country, names, who leads it, and the factors that it names."""

    country: str
    ko: str
    en: str
    lead: str
    names: str


# n collaboration network, o open innovation, t talent policy, i research infrastructure, c capital.
LETTERS = {"n": NETWORK, "o": OPEN, "t": TALENT, "i": INFRASTRUCTURE, "c": CAPITAL}
ASKED = [
    Asked("AT", "에델발트 테크밸리", "Edelwald Tech Valley", "companies", "no"),
    Asked("BE", "모렌벨트 바이오파크", "Morenveld Biopark", "public", "no"),
    Asked("BR", "리오베르지 혁신지구", "Rioverge Innovation District", "public", "it"),
    Asked("CA", "메이플런 AI 클러스터", "Maplerun AI Cluster", "companies", "nt"),
    Asked("CA", "노던클리프 에너지밸리", "Northcliff Energy Valley", "public", "ti"),
    Asked("CH", "젠벨 메드테크", "Senvel Medtech", "companies", "noi"),
    Asked("DE", "하르펜 광학단지", "Harpen Optics Quarter", "companies", "no"),
    Asked("DE", "뤼덴자우 모빌리티 캠퍼스", "Ludensau Mobility Campus", "public", "ni"),
    Asked("DK", "순드빅 클린테크", "Sundvik Cleantech", "companies", "no"),
    Asked("ES", "벨라마르 스타트업 항구", "Belamar Start-up Harbour", "public", "nc"),
    Asked("FI", "카리사리 디지털 단지", "Karisaari Digital Park", "companies", "nto"),
    Asked("FR", "몽클레르 생명과학단지", "Montclere Life Science Park", "public", "oi"),
    Asked("FR", "발두아즈 딥테크", "Valdoise Deep Tech", "public", "nc"),
    Asked("GB", "애시브리지 테크 시티", "Ashbridge Tech City", "companies", "nt"),
    Asked("GB", "손포드 사이언스밸리", "Thornford Science Valley", "public", "noi"),
    Asked("IE", "클론모어 소프트웨어 항구", "Clonmore Software Harbour", "companies", "nc"),
    Asked("IL", "타마르힐 스타트업 지구", "Tamarhill Start-up District", "companies", "c"),
    Asked("IT", "로카벨라 로봇밸리", "Roccabella Robot Valley", "public", "i"),
    Asked("JP", "미나토다이 로봇도시", "Minatodai Robot City", "public", "oi"),
    Asked("JP", "아오바가와 재료연구지구", "Aobagawa Materials Quarter", "public", "n"),
    Asked("NL", "발켄하펜 브레인존", "Valkenhaven Brain Zone", "companies", "no"),
    Asked("NO", "피오르네스 해양기술단지", "Fjordnes Ocean Technology Park", "public", "ni"),
    Asked("IT", "산토피노 IT 단지", "Santopino IT Park", "public", "t"),
    Asked("SE", "비에르크스타드 사이언스시티", "Bjorkstad Science City", "public", "nti"),
    Asked("SG", "멜라티포인트", "Melati Point", "public", "tc"),
    Asked("US", "리버벤드 바이오 지구", "Riverbend Bio District", "companies", "no"),
    Asked("US", "레드메사 혁신밸리", "Red Mesa Innovation Valley", "companies", "c"),
    Asked("US", "레이크포트 자율주행 시험도시", "Lakeport Autonomous Test City", "public", "i"),
]
# What a cluster says when it names a factor: from these sentences the coders work.
SAID = {
    NETWORK: ("기업들이 매달 만나 서로의 문제를 함께 풀기 때문입니다.", "Companies meet every month and solve each other's problems."),
    OPEN: ("기업과 대학, 연구소가 과제를 열어 두고 함께 연구합니다.",
     "Companies, universities and institutes open their questions and research together."),
    TALENT: ("해외 인재에게 비자와 정착을 지원한 것이 컸습니다.", "Visas and help with settling brought us people from abroad."),
    INFRASTRUCTURE: ("시험장과 연구장비를 누구나 빌려 쓸 수 있습니다.", "Everybody can rent the test site and the research equipment."),
    CAPITAL: ("초기 기업에 투자하는 자금이 가까이에 있습니다.", "Money for young companies is close by."),
}  # fmt: skip
BOOK = [
    (NETWORK, ("협업 네트워크", "Collaboration network"),
     ("기업들이 정기적으로 만나 문제와 기회를 나누는 것을 성공 요인으로 꼽습니다.",
      "Says that companies meeting regularly to share problems and chances made it succeed."),
     ("밋업, 협의체, 공동 문제 해결", "Meet-ups, circles, solving problems together"), ("홍보 행사만 언급한 경우", "Promotional events alone")),
    (OPEN, ("산·학·연 개방형 혁신", "Open innovation of companies, universities and institutes"),
     ("기업 밖의 대학·연구소와 함께 연구하는 것을 성공 요인으로 꼽습니다.",
      "Says that research together with universities and institutes made it succeed."),
     ("공동 연구, 기술이전, 과제 공모",
      "Joint research, technology transfer, calls for solutions"), ("단순 위탁 시험", "Tests that were only ordered")),
    (INFRASTRUCTURE, ("연구개발 인프라", "Research infrastructure"),
     ("함께 쓰는 시험장·장비·실험실을 성공 요인으로 꼽습니다.", "Says that shared test sites, equipment and laboratories made it succeed."),
     ("시험장, 공용 장비, 데이터 시설", "Test sites, shared equipment, data facilities"), ("사무 공간", "Offices")),
    (TALENT, ("인재 유치 정책", "Talent policy"),
     ("비자, 정착 지원, 교육으로 인재를 모은 것을 성공 요인으로 꼽습니다.",
      "Says that visas, settling or training that brought people made it succeed."),
     ("비자, 정착 지원, 인력 양성", "Visas, settling, training"), ("일반 채용 공고", "Ordinary job advertisements")),
    (CAPITAL, ("투자 자금", "Capital"),
     ("가까운 투자 자금을 성공 요인으로 꼽습니다.", "Says that investors close by made it succeed."),
     ("벤처투자, 공공 펀드", "Venture capital, public funds"), ("보조금만 언급한 경우", "Grants alone")),
]  # fmt: skip
# Where the first or the second coder read it otherwise: cluster, factor, who; and why the third settled it.
OTHERWISE = [
    (1, NETWORK, 2, "매달 열리는 협의체는 협업 네트워크에 포함됨"), (13, NETWORK, 1, "밋업에서 문제를 함께 푼다고 답함"),
    (11, NETWORK, 1, "공동 연구만 언급함: 개방형 혁신"), (24, NETWORK, 2, "홍보 행사는 제외 기준에 해당"),
    (2, TALENT, 1, "정착 지원을 성공 요인으로 꼽음"), (18, OPEN, 2, "연구소와 함께 연구한다고 답함"), (26, CAPITAL, 2, "가까운 투자자를 언급함"),
]  # fmt: skip
CASES = [
    (13, NETWORK, ("매달의 밋업이 공동 특허로", "A monthly meet-up led to a joint patent"),
     ("센서 기업들이 같은 간섭 문제를 겪고 있었습니다.", "Makers of sensors had the same problem of interference."),
     ("매달 열리는 밋업에서 두 기업이 문제를 나누고 시험을 함께했습니다.",
      "Two companies shared the problem at the monthly meet-up and tested together."),
     ("일 년 뒤 함께 특허를 출원했습니다.", "A year later they filed a patent together."), 2024, None),
    (4, TALENT, ("비자 지원으로 온 연구팀", "A research team that came by a visa"),
     ("에너지 저장 전문가가 부족했습니다.", "Experts in storing energy were missing."),
     ("정착을 도와 연구팀을 함께 초청했습니다.", "A whole team was invited and helped to settle."),
     ("팀이 세운 기업이 첫 투자를 받았습니다.", "The company that they founded got its first money."), 2025, ("CAD", 3_500_000)),
    (6, OPEN, ("대학 실험실을 연 광학 기업", "An optics company that opened a university laboratory"),
     ("새 렌즈를 시험할 곳이 없었습니다.", "There was nowhere to test a new lens."),
     ("대학 실험실을 함께 쓰며 연구했습니다.", "Company and university researched in one laboratory."),
     ("제품이 예정보다 여섯 달 먼저 나왔습니다.", "The product came out six months early."), 2023, None),
    (21, INFRASTRUCTURE, ("바다 시험장을 나눠 쓰다", "Sharing a test site at sea"),
     ("시험선을 따로 빌리는 비용이 컸습니다.", "Renting a test ship alone was dear."),
     ("기업 여럿이 시험장을 시간으로 나눠 썼습니다.", "Companies shared the site by the hour."),
     ("시험 비용이 절반으로 줄었습니다.", "Testing cost half as much."), 2024, None),
    (15, CAPITAL, ("투자자와 한 건물에서", "In one building with investors"),
     ("초기 기업이 투자자를 만나기 어려웠습니다.", "Young companies hardly met investors."),
     ("투자자들이 같은 건물로 옮겨 왔습니다.", "Investors moved into the same building."),
     ("한 해에 여러 기업이 첫 투자를 받았습니다.", "Several companies got their first money within a year."), 2025, ("EUR", 12_000_000)),
]  # fmt: skip


def load(cluster: Cluster, by: dict[str, Any]) -> int:
    """Enter the survey, code it twice, settle what differs, publish it as a draft; give how many clusters it has."""
    survey = observatory.begin(
        cluster=cluster, slug="example", is_example=True,
        name_ko="혁신클러스터 운영 현황 조사(본보기)", name_en="Survey of how innovation clusters are run (example)",
        question_ko="귀 클러스터가 성공한 가장 큰 요인은 무엇입니까?", question_en="What, above all, made your cluster succeed?",
        selection_ko="화면과 보고서를 보이기 위해 지어낸 20개국 클러스터 28곳입니다. 실제 클러스터의 답이 아닙니다.",
        selection_en="28 clusters in 20 countries, invented to show pages and report. No real cluster answered.",
        instrument_ko="주관식 한 문항, 두 사람이 따로 부호화", instrument_en="One open question, coded by two people apart",
        first_day=date(2026, 3, 2), last_day=date(2026, 5, 29),
    )  # fmt: skip
    factors = {key: _factor(survey, key, *told) for key, *told in BOOK}
    asked = [_asked(survey, one) for one in ASKED]
    _code(survey, asked, factors, [by.get("analyst"), by.get("reviewer")])
    for case in CASES:
        _case(asked, factors, *case)
    observatory.publish(survey=survey)
    _set_out(cluster, factors, by)
    load_waves.load(survey, by)
    return len(asked)


def _set_out(cluster: Cluster, factors: dict[str, Factor], by: dict[str, Any]) -> None:
    """What the office learnt: one thing to come, one past its day, one done."""
    today, analyst, manager = timezone.localdate(), by.get("analyst"), by.get("cluster_manager")
    for key, what, owner, days, finished in (
        (OPEN, "대학 광학 실험실과 공동 사용 협의", manager, 21, False),
        (TALENT, "체류 자격 안내서 초안 작성", analyst, -4, False),
        (NETWORK, "매달 여는 밋업의 주제 정하기", manager, -30, True),
    ):
        item = observatory.set_out(
            cluster=cluster,
            what=what,
            owner=owner,
            by=analyst,
            due=today + timedelta(days=days),
            factor=factors[key],
        )
        if finished:
            observatory.done(item=item)


def _factor(survey: Survey, key: str, name: Any, definition: Any, include: Any, exclude: Any) -> Factor:
    words = in_both(name=name, definition=definition, include=include, exclude=exclude)
    return observatory.define(survey=survey, key=key, **words)


def _asked(survey: Survey, one: Asked) -> Surveyed:
    said = [SAID[LETTERS[letter]] for letter in one.names]
    return observatory.ask(
        survey=survey, country=one.country, name_ko=one.ko, name_en=one.en, lead=one.lead,
        said_ko=" ".join(ko for ko, _en in said), said_en=" ".join(en for _ko, en in said),
    )  # fmt: skip


def _code(survey: Survey, asked: list[Surveyed], factors: dict[str, Factor], users: list[Any]) -> None:
    """Both coders read all answers; where one read otherwise, the third's ruling says what stands."""
    coders = [
        observatory.appoint(survey=survey, user=user, place=place)
        for place, user in enumerate(users, start=1)
        if user
    ]
    truth = {
        (n, key): key in {LETTERS[letter] for letter in one.names}
        for n, one in enumerate(ASKED)
        for key in factors
    }
    otherwise = {(n, key, place) for n, key, place, _why in OTHERWISE}
    Coding.objects.bulk_create(
        Coding(
            surveyed=asked[n],
            factor=factors[key],
            coder=coder,
            named=named != ((n, key, coder.place) in otherwise),
        )
        for (n, key), named in truth.items()
        for coder in coders
    )
    for n, key, _place, why in OTHERWISE:
        observatory.settle(surveyed=asked[n], factor=factors[key], named=truth[n, key], why=why, by=None)


def _case(
    asked: list[Surveyed], factors: dict[str, Factor], n: int, key: str, title: Any, situation: Any, action: Any, result: Any,
    year: int, money: tuple[str, int] | None,
) -> None:  # fmt: skip
    values = in_both(title=title, situation=situation, action=action, result=result)
    if money:
        values |= {"currency": money[0], "amount": money[1], "money_of": year}
    observatory.tell(
        surveyed=asked[n], factors=[factors[key]], year=year, evidence=f"https://example.org/cases/{n}", permitted=True, **values,
    )  # fmt: skip


def remove(cluster: Cluster) -> None:
    """Take the survey out, with all that hangs on it."""
    Ruling.objects.filter(surveyed__survey__cluster=cluster).delete()
    Coder.objects.filter(survey__cluster=cluster).delete()
    Survey.objects.filter(cluster=cluster).delete()
    ActionItem.objects.filter(cluster=cluster).delete()
