"""The texts: both languages filled, Korean in Korean, English without Hangul, and no real name among them."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

HANGUL = re.compile(r"[가-힣]")

REAL_KO = """
삼성 현대자동차 현대모비스 기아자동차 에스케이 하이닉스 엘지 롯데 한화 포스코 두산 효성 코오롱 네이버 카카오 쿠팡 배달의민족
우아한형제들 토스뱅크 당근마켓 야놀자 무신사 마켓컬리 크래프톤 엔씨소프트 넥슨 넷마블 스마일게이트 펄어비스 컴투스 위메이드
셀트리온 유한양행 한미약품 녹십자 종근당 대웅제약 동아제약 일동제약 보령제약 제넥신 메디톡스 휴젤 알테오젠 에이비엘바이오
루닛 뷰노 딥노이드 제이엘케이 코어라인 오스템 덴티움 바텍 인바디 메디슨 클래시스 루트로닉 씨젠 바이오니아 마크로젠
에코프로 엘앤에프 천보 포스코퓨처엠 솔브레인 동진쎄미켐 한솔 리노공업 주성엔지니어링 원익 이오테크닉스 한미반도체 피에스케이
레인보우로보틱스 로보티즈 뉴로메카 클로봇 로보스타 유진로봇 만도 한온시스템 성우하이텍 화신 서연 에스엘 쏘카 티맵
안랩 한글과컴퓨터 더존 솔트룩스 마음에이아이 라온시큐어 라온피플 업스테이지 뤼튼 리벨리온 퓨리오사 사피온 스캐터랩 래블업 크라우드웍스
농심 오뚜기 풀무원 동원에프 대상그룹 삼양식품 하림 매일유업 남양유업
서울대 연세대 고려대 카이스트 포스텍 한양대 성균관대 부산대 경북대 전남대 충남대 충북대 아주대 인하대 중앙대 경희대 이화여대 유니스트 지스트
서울아산병원 세브란스 강남성모 분당서울대 순천향 을지대 가천대 길병원 차병원
미래에셋 한국투자 소프트뱅크 알토스 본엔젤스 프라이머 스파크랩 블루포인트 퓨처플레이 매쉬업 스톤브릿지 에이티넘 컴퍼니케이 인터베스트 더벤처스
코트라 중소벤처기업진흥 창조경제혁신센터 테크노파크 한국전자통신 한국과학기술 한국생산기술
""".split()  # noqa: SIM905 - two hundred names read better as lines
REAL_EN = """
Samsung Hyundai Hynix Posco Doosan Hyosung Kolon Naver Kakao Coupang Krafton Nexon Netmarble NCSoft Celltrion Yuhan Hanmi Daewoong
Lunit Vuno Osstem Dentium InBody Seegene Macrogen Ecopro Hanwha Lotte Mando Hanon Ahnlab Saltlux Upstage Rebellions FuriosaAI
Nongshim Ottogi Pulmuone Yonsei KAIST POSTECH Hanyang Sungkyunkwan UNIST Severance Asan Softbank Sparklabs Bluepoint KOTRA
Google Microsoft Amazon Apple Tesla Nvidia Intel Qualcomm Broadcom Siemens Bosch Philips Medtronic Roche Novartis Pfizer Bayer Merck
Toyota Honda Nissan Volkswagen Daimler Mercedes Bmw Volvo Renault Continental Valeo Denso Panasonic Sony Hitachi Toshiba Fanuc Yaskawa
Kuka Oracle Salesforce Adobe Sprinto Peakon Citilog Medicube Stanford Harvard Cambridge Oxford Charite
Nestle Danone Unilever Airbus Boeing Alstom Schneider Honeywell Ericsson Nokia Huawei Xiaomi Alibaba Tencent Baidu CATL BYD
""".split()  # noqa: SIM905 - two hundred names read better as lines
PUBLIC_FIGURES = """
이재용 정의선 최태원 구광모 신동빈 김승연 정몽구 이부진 이서현 이명희 정용진 김범수 이해진 김정주 김택진 방시혁 이수만 박진영 양현석
윤석열 이재명 문재인 박근혜 이명박 한동훈 이준석 오세훈 김동연 홍준표 안철수 조국 심상정 추미애 유승민 나경원 우원식 한덕수 김건희 김혜경 김정숙
손흥민 김민재 이강인 박지성 차범근 김연아 박찬호 류현진 추신수 안정환 송강호 이정재 공유 전지현 송혜교 현빈 손예진 유재석 강호동 봉준호 박찬욱
""".split()  # noqa: SIM905 - two hundred names read better as lines


def _texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, tuple):
        for item in value:
            yield from _texts(item, path)
    elif is_dataclass(value):
        for f in fields(value):
            found = getattr(value, f.name)
            if isinstance(found, str):
                yield f.name, found
            else:
                yield from _texts(found, f.name)


@pytest.fixture(scope="module")
def texts(sample) -> list[tuple[str, str]]:
    return list(_texts(sample))


def test_no_text_is_empty_or_unfinished(texts):
    for name, text in texts:
        assert text.strip(), name
        assert text == text.strip(), (name, text)
        assert not re.search(r"[{}|*+]|  |None", text.replace("1,000+", "")), (name, text)


def test_english_has_no_hangul_and_korean_has_some(texts):
    for name, text in texts:
        if name.endswith("_en") or name == "en":
            assert not HANGUL.search(text), (name, text)
        if name.endswith("_ko") or name == "ko":
            assert HANGUL.search(text), (name, text)


def test_both_columns_are_filled_or_none(sample):
    for organisation in sample.organisations:
        assert (organisation.parent_ko is None) == (organisation.parent_en is None)
        assert (organisation.anchor_note_ko is None) == (organisation.anchor_note_en is None)


def test_no_real_organisation_is_named(sample):
    about = ("name_", "short_", "parent_", "anchor_", "title_", "detail_", "place_", "description_")
    owners = (
        sample.organisations,
        sample.offers,
        sample.needs,
        sample.series,
        sample.gatherings,
        sample.thread,
    )
    names = {text for owner in owners for name, text in _texts(owner) if name.startswith(about)}
    assert len(REAL_KO) + len(REAL_EN) > 200
    for text in names:
        assert not [real for real in REAL_KO if real in text], text
        words = set(re.findall(r"[A-Za-z]+", text))
        assert not [real for real in REAL_EN if real in words or (len(real) > 6 and real in text)], text


def test_no_public_figure_can_be_drawn():
    from pumasi.web.sample.lexicon import lines, rows

    surnames = [row[0] for row in rows(file="people", section="surnames")]
    sections = [f"given {sex} {decade}" for sex in ("men", "women") for decade in (1960, 1970, 1980, 1990)]
    given = {
        entry.split()[0] for s in sections for entry in ";".join(lines(file="people", section=s)).split(";")
    }
    assert not {a + b for a in surnames for b in given} & set(PUBLIC_FIGURES)


def test_addresses_can_never_reach_anyone(sample):
    assert all(o.web.endswith(".example") for o in sample.organisations)
    assert all(re.fullmatch(r"[a-z]+\.[a-z]+@[a-z-]+\.example", p.email) for p in sample.people)


def test_the_sample_says_that_it_is_invented(sample):
    assert "예시" in sample.cluster.name_ko
    assert "가상" in sample.cluster.description_ko
    assert "invented" in sample.cluster.description_en
    assert any("지어낸" in note.text_ko for note in sample.visibility_notes)


def test_surnames_are_as_common_as_in_korea(sample):
    korean = [p for p in sample.people if p.language == "ko"]
    share = {s: sum(p.name_ko.startswith(s) for p in korean) / len(korean) for s in "김이박"}
    assert 0.16 < share["김"] < 0.27
    assert 0.10 < share["이"] < 0.20
    assert 0.05 < share["박"] < 0.13
    assert 8 <= len(sample.people) - len(korean) <= 40


def test_descriptions_of_institutions_differ_and_none_is_common(sample):
    for language in ("description_ko", "description_en"):
        found = [getattr(o, language) for o in sample.organisations]
        assert len(set(found)) >= 385
        assert max(found.count(text) for text in set(found)) <= 3


def test_themes_are_individual(sample):
    by_series: dict[str, list[str]] = {}
    for gathering in sample.gatherings:
        by_series.setdefault(gathering.series or gathering.kind, []).append(gathering.title_ko)
    for titles in by_series.values():
        assert len(titles) == len(set(titles))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("센서{을/를}", "센서를"),
        ("제품{을/를}", "제품을"),
        ("칩{으로/로}", "칩으로"),
        ("모델{으로/로}", "모델로"),
        ("장치{으로/로}", "장치로"),
    ],
)
def test_particles_follow_the_final_sound(word, expected):
    from pumasi.web.sample.lexicon import particles

    assert particles(word) == expected
