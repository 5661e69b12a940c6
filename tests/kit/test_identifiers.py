"""Check digits, written forms, and reasons in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pumasi.kit import identifiers as ids
from pumasi.kit.refused import Refused

digits = "0123456789"


# Worked by hand from the published rules, or the examples printed in the standards' own documents.
@pytest.mark.parametrize(
    ("scheme", "text", "value", "written"),
    [
        ("business_number", "123-45-67891", "1234567891", "123-45-67891"),
        ("business_number", " 123 45 67891 ", "1234567891", "123-45-67891"),
        ("business_number", 1234567891, "1234567891", "123-45-67891"),
        ("business_number", "１２３－４５－６７８９１", "1234567891", "123-45-67891"),
        ("corporate_number", "110111-0062432", "1101110062432", "110111-0062432"),
        ("lei", "5493 001K JTII GC8Y 1R12", "5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12"),
        ("ror", "https://ror.org/03yrm5c26", "03yrm5c26", "https://ror.org/03yrm5c26"),
        ("ror", "03YRM5C26", "03yrm5c26", "https://ror.org/03yrm5c26"),
        ("orcid", "https://orcid.org/0000-0002-1825-0097", "0000000218250097", "0000-0002-1825-0097"),
        ("orcid", "0000-0002-1694-233x", "000000021694233X", "0000-0002-1694-233X"),
    ],
)
def test_identifiers_are_read_and_written(scheme, text, value, written):
    checked = ids.check(scheme, text)
    assert checked.ok
    assert (checked.value, checked.formatted) == (value, written)
    assert ids.read(scheme, text) == value
    assert ids.formatted(scheme, value) == written


@pytest.mark.parametrize("scheme", ids.SCHEMES)
@pytest.mark.parametrize("text", ["", "12-3", "가나다", "99999999999999999999999"])
def test_wrong_shapes_say_what_to_write(scheme, text):
    checked = ids.check(scheme, text)
    assert not checked.ok
    assert checked.problem
    assert checked.remedy
    assert checked.problem.en != checked.problem.ko
    with pytest.raises(Refused) as refusal:
        ids.read(scheme, text)
    assert "비워 두십시오" in refusal.value.text("ko")


@given(st.text(digits, min_size=9, max_size=9), st.integers(1, 9))
def test_another_last_digit_is_caught(nine, more):
    right = f"{nine}{ids.business_check_digit(nine)}"
    assert ids.check("business_number", right).ok
    wrong = nine + str((int(right[9]) + more) % 10)
    assert not ids.check("business_number", wrong).ok


@given(st.text(digits, min_size=12, max_size=12))
def test_corporate_numbers_without_check_digit_are_doubted_not_refused(twelve):
    right = ids.corporate_check_digit(twelve)
    assert ids.check("corporate_number", f"{twelve}{right}").ok
    doubted = ids.check("corporate_number", f"{twelve}{(right + 1) % 10}")
    assert not doubted.ok
    assert not doubted.certain
    assert ids.read("corporate_number", doubted.value) == doubted.value


@given(st.text("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", min_size=18, max_size=18), st.data())
def test_lei_catches_a_letter_for_a_letter_and_a_digit_for_a_digit(eighteen, data):
    right = eighteen + ids.lei_check_digits(eighteen)
    assert ids.check("lei", right).ok
    at = data.draw(st.integers(0, 17))
    kind = digits if right[at].isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    other = data.draw(st.sampled_from([sign for sign in kind if sign != right[at]]))
    assert not ids.check("lei", right[:at] + other + right[at + 1 :]).ok


@given(st.text(digits, min_size=15, max_size=15))
def test_orcid_check_sign(fifteen):
    assert ids.check("orcid", fifteen + ids.orcid_check_sign(fifteen)).ok


@given(st.text(ids.ROR_SIGNS, min_size=6, max_size=6))
def test_ror_check_digits(six):
    assert ids.check("ror", f"0{six}{ids.ror_check_digits(six)}").ok


def test_braces_in_a_wrong_identifier_do_no_harm():
    with pytest.raises(Refused) as refusal:
        ids.read("lei", "{0}")
    assert "LEI" in refusal.value.text("en")
