"""Korean particles that agree with the sound before them: 은/는, 이/가, 을/를, 과/와, 으로/로."""

from __future__ import annotations

import re
import unicodedata

PAIRS = {
    "은": ("은", "는"),
    "이": ("이", "가"),
    "을": ("을", "를"),
    "과": ("과", "와"),
    "으로": ("으로", "로"),
    "이나": ("이나", "나"),
    "이라": ("이라", "라"),
    "아": ("아", "야"),
}
EITHER = {either: pair for pair in PAIRS.values() for either in pair}

RIEUL = "ㄹ"
NO_FINAL = ""
OTHER_FINAL = "ㅇ"
# 영 일 이 삼 사 오 육 칠 팔 구, and what the zeros after a digit are read as: 십 백 천 만 억 조
DIGIT_FINALS = dict(zip("0123456789", ["ㅇ", "ㄹ", "", "ㅁ", "", "", "ㄱ", "ㄹ", "ㄹ", ""], strict=True))
ZERO_FINALS = ["", "ㅂ", "ㄱ", "ㄴ"]
# 만 십만 백만 천만 end in a consonant, and so does 억; 조 does not
MYRIAD_FINALS = ["ㄴ", "ㄱ", ""]
# Names of the letters: 엘 and 알 end in ㄹ; 엠 and 엔 in a consonant; all others in a vowel
LETTER_FINALS = {"l": "ㄹ", "r": "ㄹ", "m": "ㅁ", "n": "ㄴ"}
# A word that is read as a word and not letter by letter ends in a consonant after these letters.
WORD_FINALS = {"b": "ㅂ", "c": "ㄱ", "k": "ㄱ", "l": "ㄹ", "m": "ㅁ", "n": "ㄴ", "p": "ㅂ"}
WORD_ENDINGS = {"le": "ㄹ", "ne": "ㄴ", "me": "ㅁ", "ng": "ㅇ"}
SIGN_FINALS = {"%": "", "％": "", "㎡": "", "℃": "", "㎞": "", "㎏": "ㅁ", "+": "", "&": "", "°": ""}


def final_sound(text: str) -> str:
    """Give the final consonant with which `text` is read aloud: "" none, "ㄹ", or some other jamo.

    Closing brackets, quotes and full stops are passed over. Digits are read as Sino-Korean numerals, Latin
    abbreviations letter by letter, Latin words roughly as Korean transcription would end them.
    """
    said = re.sub(r"[\s\"'”’」』》〉)\]}.,!?…]+$", "", unicodedata.normalize("NFC", text))
    said = re.sub(r"\([^()]*$", "", said).rstrip() or said
    if not said:
        return NO_FINAL
    last = said[-1]
    if "가" <= last <= "힣":
        return _hangul_final(last)
    if last.isdigit():
        return _number_final(said)
    return SIGN_FINALS.get(last, _latin_final(said))


def with_particle(text: str, particle: str) -> str:
    """Put the right form of `particle` (either form of a pair: "은" or "는") behind `text`.

    Raises KeyError for a particle that has one form only.
    """
    closed, opened = EITHER[particle]
    final = final_sound(text)
    if closed == "으로":
        return text + (opened if final in {NO_FINAL, RIEUL} else closed)
    return text + (closed if final else opened)


def _hangul_final(syllable: str) -> str:
    index = (ord(syllable) - 0xAC00) % 28
    return NO_FINAL if index == 0 else RIEUL if index == 8 else OTHER_FINAL


def _number_final(said: str) -> str:
    digits = re.sub(r"\D", "", re.search(r"[\d,]*$", said).group())  # type: ignore[union-attr]  # matches empty
    fraction = bool(re.search(r"\d\.\d+$", said))
    zeros = len(digits) - len(digits.rstrip("0"))
    if fraction or zeros == 0 or zeros == len(digits):
        return DIGIT_FINALS[unicodedata.normalize("NFKC", said[-1])]
    if zeros < 4:
        return ZERO_FINALS[zeros]
    return MYRIAD_FINALS[min(zeros // 4 - 1, 2)]


def _latin_final(said: str) -> str:
    word = re.search(r"[A-Za-z]+$", said)
    if not word:
        return NO_FINAL
    read = word.group()
    if read.isupper() or len(read) == 1:
        return LETTER_FINALS.get(read[-1].lower(), NO_FINAL)
    return WORD_ENDINGS.get(read[-2:].lower()) or WORD_FINALS.get(read[-1].lower(), NO_FINAL)
