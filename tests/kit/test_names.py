"""Names: which are the same, which look alike, which are other names."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pumasi.kit.lookalikes import THRESHOLD, distance, lookalikes, similarity
from pumasi.kit.names import broad_key, key, person_key, same_person_name, split

korean = st.text(alphabet="가나다라마바사아자차카타파하한빛솔결", min_size=2, max_size=8)


@pytest.mark.parametrize(
    "spelling",
    [
        "(주)새벽바이오", "㈜ 새벽 바이오", "주식회사 새벽바이오", "새벽바이오주식회사", "새벽바이오 (주)", "새벽바이오㈜", "주)새벽바이오",
        "（주）새벽바이오", "(주 )새벽-바이오", "새벽바이오 주식회사", " 새벽바이오　", "유한회사 새벽바이오", "(주식회사) 새벽바이오",
        "농업회사법인 주식회사 새벽바이오", "농업회사법인(주)새벽바이오",
    ],
)  # fmt: skip
def test_korean_spellings_are_one_name(spelling):
    assert key(spelling) == "새벽바이오"


@pytest.mark.parametrize(
    "spelling",
    [
        "Saebyeok Bio Co., Ltd.", "SAEBYEOK BIO CO.,LTD", "Saebyeok-Bio Inc.", "Saebyeok Bio, LLC", "Saebyeok Bio S.p.A.",
        "Saebyeok Bio GmbH & Co. KG", "Saebyeok Bio B.V.", "Saebyeok Bio s.r.o.", "Saebyeok Bio A/S", "Säebyeok Bio SA",
        "Ｓaebyeok Ｂio Ltd", "Saebyeok Bio Corporation", "Kabushiki Kaisha Saebyeok Bio", "SaebyeokBio Pte. Ltd.",
    ],
)  # fmt: skip
def test_latin_spellings_are_one_name(spelling):
    assert key(spelling) == "saebyeokbio"


@pytest.mark.parametrize("name", ["SA", "주식회사", "㈜", "AG", "Co", "(주)"])
def test_a_name_that_is_only_a_legal_form_keeps_something(name):
    assert key(name)


def test_other_organisations_stay_apart():
    assert key("새벽대학교 산학협력단") != key("새벽대학교")
    assert broad_key("새벽대학교 산학협력단") == broad_key("새벽대학교")
    assert key("새벽바이오(서울)") != key("새벽바이오(부산)")
    assert key("새벽1호조합") != key("새벽2호조합")
    assert key("C++ Lab") != key("C Lab")
    assert split("㈜새벽(구 아침)").asides == ("구 아침",)


@given(korean, st.sampled_from(["(주){}", "㈜{}", "{} 주식회사", "주식회사 {}", "  {} ", "{}(주)"]))
def test_a_legal_form_never_changes_the_key(name, form):
    assert key(form.format(name)) == key(name)


@given(st.text(max_size=40))
def test_any_text_has_a_key(name):
    assert isinstance(key(name), str)
    assert isinstance(broad_key(name), str)
    assert isinstance(person_key(name), str)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("새벽솔바이오", "새벽술바이오"),
        ("Saebyeok Biotech", "Saebyeok Bitoech"),
        ("Saebyeok Bio", "Bio Saebyeok"),
        ("새벽과학기술원", "새벽과기원"),
        ("새벽대학교", "새벽대"),
        ("새벽대학교 산학협력단", "새벽대학교"),
        ("Saebyeok Institute of Technology", "SIT"),
        ("새벽바이오(구 아침바이오)", "새벽바이오"),
    ],
)
def test_names_worth_a_look(a, b):
    found = similarity(a, b)
    assert THRESHOLD <= found.score < 1
    assert found.reason.en
    assert found.reason.ko


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("새벽바이오", "아침바이오"),
        ("새벽1호조합", "새벽2호조합"),
        ("University of Ardenia", "University of Borovia"),
        ("가람로보틱스", "하람로보틱스"),
        ("새벽", "새봄"),
        ("", "새벽"),
    ],
)
def test_other_names(a, b):
    assert similarity(a, b).score < THRESHOLD


@given(st.text(max_size=20), st.text(max_size=20))
def test_similarity_is_symmetric_and_bounded(a, b):
    one, two = similarity(a, b), similarity(b, a)
    assert one == two
    assert 0 <= one.score <= 1


@given(st.text("ab가", max_size=6), st.text("ab가", max_size=6))
def test_distance_is_the_textbook_one(a, b):
    assert distance(a, b, 10) == _slow(a, b)
    assert distance(a, b, 1) in {None, 0, 1}


def _slow(a: str, b: str) -> int:
    rows = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            rows[i][j] = min(
                rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]),
                rows[i - 2][j - 2] + 1 if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1] else 99,
            )  # fmt: skip
    return rows[-1][-1]


def test_the_list_finds_what_every_pair_would():
    luck = random.Random(7)
    parts = [
        "새벽",
        "아침",
        "노을",
        "바이오",
        "소재",
        "테크",
        "Dawn",
        "Dusk",
        " Labs",
        " Systems",
        "대학교",
        "(주)",
    ]
    names = ["".join(luck.sample(parts, 3)) for _ in range(120)]
    names += [name[:-1] + luck.choice("가오이xyz") for name in names[:40]]
    every = {
        (a, b)
        for a in range(len(names))
        for b in range(a + 1, len(names))
        if similarity(names[a], names[b]).score >= THRESHOLD
    }
    found = {(pair.first, pair.second) for pair in lookalikes(names)}
    assert found <= every
    assert len(found) >= 0.98 * len(every)


def test_many_names_take_seconds():
    luck = random.Random(8)
    syllables = "가나다라마바사아자차카타파하한빛솔결누리온새벽숲담울"
    names = ["(주)" + "".join(luck.choices(syllables, k=5)) for _ in range(6000)]
    started = time.process_time()
    lookalikes(names)
    assert time.process_time() - started < 15


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("김하늘 박사님", "김하늘"),
        ("대표 김하늘", "김하늘"),
        ("김하늘(팀장)", "김하늘"),
        ("김 하 늘", "김하늘"),
        ("김하늘대표이사", "김하늘"),
        ("이사라", "이사라"),
        ("박사랑", "박사랑"),
        ("한대리", "한대리"),
        ("Min-Ji KIM", "kim minji"),
        ("KIM Min Ji", "kim minji"),
        ("Kim, Minji", "kim minji"),
        ("Dr. Minji Kim", "kim minji"),
        ("Minji Kim, PhD", "kim minji"),
        ("", ""),
    ],
)
def test_person_names(written, expected):
    assert person_key(written) == expected


def test_two_blank_names_are_not_the_same_person():
    assert not same_person_name("", "")
    assert same_person_name("Zoë de Vries", "de Vries, Zoe")
