"""What a check found: its kind, its MQM category, where, and what to do about it, said in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field

# Category names follow Multidimensional Quality Metrics (themqm.org, core typology).
CATEGORIES = {
    "missing_block": "omission",
    "missing_number": "omission",
    "added_number": "addition",
    "lost_hedge": "mistranslation",
    "strong_word": "addition",
    "repeated_word": "grammar",
    "name": "inconsistent with records",
    "term": "wrong term",
    "quotation_mark": "punctuation",
    "doubled_ending": "punctuation",
    "missing_attachment": "omission",
    "empty_label": "markup",
    "duplicate_link": "markup",
    "claim": "mistranslation",
}
# In order of harm: what misleads a reader stands before what merely looks bad.
KINDS = tuple(CATEGORIES)

MESSAGES = {
    "missing_block": (
        "번역에 없는 문단입니다: “{source}”. 번역하거나, 일부러 뺐다면 그 이유를 적으세요.",
        "This paragraph has no counterpart: “{source}”. Translate it, or note why it is left out.",
    ),
    "missing_number": (
        "“{source}”에 해당하는 수치가 번역에 없거나 다릅니다. 원문과 맞추세요.",
        "The figure “{source}” is missing from the translation or differs there. Make them agree.",
    ),
    "added_number": (
        "“{target}”는 원문에 없는 수치입니다. 출처를 확인하거나 빼세요.",
        "The figure “{target}” does not stand in the source text. Check where it comes from, or take it out.",
    ),
    "lost_hedge": (
        "“{source}”의 어림·한정 표현이 번역에서 달라졌습니다(“{target}”). “{hedge}”의 뜻을 살리세요.",
        "“{source}” qualifies its figure; “{target}” does not say the same. Keep the meaning of “{hedge}”.",
    ),
    "strong_word": (
        "“{target}”는 원문이 뒷받침하지 않는 강한 표현입니다{why}. 빼거나 근거를 대세요.",
        "“{target}” is stronger than the source text supports{why}. Tone it down, or give its grounds.",
    ),
    "repeated_word": (
        "같은 말이 되풀이됩니다: “{target}”. 하나를 지우거나 뜻한 말로 바꾸세요.",
        "A word is said twice: “{target}”. Take one out, or write the word that was meant.",
    ),
    "name": (
        "“{source}”는 등록된 표기 “{target}”로 쓰세요.",
        "“{source}” is on record as “{target}”. Write it so.",
    ),
    "term": (
        "용어집에서 “{source}”는 “{target}”입니다. 번역에 쓰이지 않았습니다.",
        "The term base renders “{source}” as “{target}”; the translation does not use it.",
    ),
    "quotation_mark": (
        "따옴표가 제대로 닫히지 않았습니다: “{target}”. 여는 따옴표와 짝이 맞게 닫으세요.",
        "A quotation is not closed, or closed with the wrong mark: “{target}”. Close it with its own mark.",
    ),
    "doubled_ending": (
        "마침이 두 번 있습니다: “{target}”. 하나를 지우세요.",
        "This ends twice: “{target}”. Take one ending out.",
    ),
    "missing_attachment": (
        "첨부가 있다고 했으나(“{source}”) 붙은 파일이 없습니다. 파일을 붙이거나 문장을 고치세요.",
        "A file is announced (“{source}”) but none is attached. Attach it, or change the sentence.",
    ),
    "empty_label": (
        "“{target}” 항목에 값이 없습니다. 값을 넣거나 항목을 숨기세요.",
        "The label “{target}” has no value. Fill it in, or do not show it.",
    ),
    "duplicate_link": (
        "“{target}” 공유 링크가 두 번 있습니다. 하나만 두세요.",
        "The share link “{target}” stands there twice. Keep one.",
    ),
    "claim": (
        "“{target}”는 원문의 수치와 맞지 않습니다({why}). 정확한 비율로 쓰세요.",
        "“{target}” does not agree with the source ({why}). Write the share as it is.",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `language` says in which text it shows, `block` in which of its body blocks (0-based; None: title or page around it)."""

    kind: str
    source_text: str = ""
    target_text: str = ""
    language: str = "en"
    block: int | None = None
    details: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def category(self) -> str:
        """The MQM category of its kind."""
        return CATEGORIES[self.kind]

    @property
    def place(self) -> str:
        """Where: "ko block 4", "en page"."""
        return f"{self.language} {'page' if self.block is None else f'block {self.block + 1}'}"

    def message(self, language: str) -> str:
        """What is wrong and what to do, in the reader's language."""
        turn = 0 if language.startswith("ko") else 1
        more = {name: said[turn] for name, said in self.details.items()}
        given = {"why": "", "hedge": "", **more}
        return MESSAGES[self.kind][turn].format(source=self.source_text, target=self.target_text, **given)

    def as_dict(self, language: str) -> dict[str, str]:
        """As JSON tells it."""
        return {
            "kind": self.kind,
            "category": self.category,
            "source_text": self.source_text,
            "target_text": self.target_text,
            "place": self.place,
            "message": self.message(language),
        }
