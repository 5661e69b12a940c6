"""Hangul for search: what must be found is found, and shown where it stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pumasi.kit.hangul import (
    choseong,
    fold,
    highlights,
    index_tokens,
    is_choseong,
    jamo,
    query_text,
    vector_text,
)

korean = st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2, max_size=12)


def finds(query: str, text: str) -> bool:
    """Match as PostgreSQL would: every term of the query is a token of the text, or begins one."""
    tokens = {token.rpartition(":")[0] for token in vector_text([(text, "A")]).split(" ")}
    terms = [term for term in query_text(query).split(" & ") if term]
    return bool(terms) and all(
        any(token.startswith(term[:-3]) for token in tokens) if term.endswith(":*") else term in tokens
        for term in terms
    )


def test_initial_consonants():
    assert choseong("협업 네트워크 AI") == "ㅎㅇ ㄴㅌㅇㅋ AI"
    assert jamo("닭") == "ㄷㅏㄺ"
    assert is_choseong("ㅎㅇ")
    assert is_choseong("ㅎ ㅇ")
    assert not is_choseong("협업")
    assert not is_choseong("ㅎ")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("협업", "협업을 위한 모임"),
        ("협업네트워크", "협업 네트워크"),
        ("협업 네트워크", "협업네트워크"),
        ("ㅎㅇ", "글로벌 협업"),
        ("ㅎㅇㄴㅌ", "협업네트워크"),
        ("빛", "한빛바이오"),
        ("bio", "Hanbit BIOtech"),
        ("ＡＩ", "ai 센터"),
        ("cafe", "Café 한빛"),
        ("3d", "3D프린팅"),
        ("프린팅", "3D프린팅"),
        (unicodedata.normalize("NFD", "협업"), "협업을"),
    ],
)
def test_what_people_type_is_found(query, text):
    assert finds(query, text)
    assert highlights(text, query)


@pytest.mark.parametrize(
    ("query", "text"), [("협력", "협업을"), ("업협", "협업"), ("", "협업"), ("…", "협업"), ("ㅅㅇ", "협업")]
)
def test_other_words_are_not_found(query, text):
    assert not finds(query, text)


@given(korean, korean)
def test_a_part_of_a_word_is_always_found(word, tail):
    assert finds(word, word + tail)
    assert finds(word, f"{tail} {word}")
    assert finds(choseong(word), word)


@given(st.text(max_size=40), st.text(max_size=10))
def test_any_text_can_be_indexed_and_searched(text, query):
    vector_text([(text, "A"), (query, "D")])
    query_text(query)
    for start, end in highlights(text, query):
        assert 0 <= start < end <= len(text)


def test_the_best_weight_is_kept():
    assert vector_text([("협업", "D"), ("협업", "A")]).count("협업") == 1
    assert "'협업':3A" in vector_text([("협업", "D"), ("협업", "A")])


def test_quotes_cannot_break_the_literal():
    assert query_text("o'brien") == "'o':* & 'brien':*"
    assert index_tokens("a\\b'c") == ["a", "b", "c"]


def test_highlights_in_the_original_text():
    text = "글로벌 협업 네트워크를 Café"
    spans = highlights(text, "협업네트워크 cafe")
    assert [text[start:end] for start, end in spans] == ["협업 네트워크", "Café"]
    broken = unicodedata.normalize("NFD", "협업 기업")
    (start, end), *_ = highlights(broken, "기업")
    assert unicodedata.normalize("NFC", broken[start:end]) == "기업"
    assert [*highlights("협업 기업", "ㄱㅇ")] == [(3, 5)]


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
