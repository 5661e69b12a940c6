"""What is asked and answered: an instrument in versions, waves, the response of each cluster, and questions back."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from pumasi.kit.bilingual import Bilingual
from pumasi.measure.observatory.models.surveys import Survey, Surveyed


class Instrument(models.Model):
    """A version of the questions. Once it is issued they stand as they were asked; the next version is a copy."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="instruments")
    number = models.PositiveSmallIntegerField()
    issued_at = models.DateTimeField(null=True, blank=True)
    # No answer is taken in any more; what was answered stays.
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["survey", "number"], name="instrument_version_once"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True) | models.Q(issued_at__isnull=False),
                name="instrument_withdrawn_was_issued",
            ),
        ]

    @property
    def state(self) -> str:
        """`draft` (questions may change), `issued`, `withdrawn`."""
        if self.withdrawn_at:
            return "withdrawn"
        return "issued" if self.issued_at else "draft"


class Question(models.Model):
    """A question of one version. Its key stays over versions and waves: answers are compared by it."""

    class Kind(models.TextChoices):
        NUMBER = "number", _("Number")
        MONEY = "money", _("Amount with currency and year")
        ONE = "one", _("One choice")
        SEVERAL = "several", _("Several choices")
        RANK = "rank", _("Order of importance")
        SCALE = "scale", _("Scale")
        TEXT = "text", _("Text")
        TABLE = "table", _("Small table")
        FILE = "file", _("File")

    class Measure(models.TextChoices):
        """What is measured here of the calendar year before a wave opens, as the world may know it."""

        NONE = "", _("Nothing")
        MEMBERS = "members", _("Member organisations")
        ACTIVE = "active", _("Members that met others")
        GATHERINGS = "gatherings", _("Gatherings of the year")
        SMALL = "small", _("Gatherings of two to twenty")
        ATTENDANCES = "attendances", _("Attendances")
        PARTNERS = "partners", _("Partners of a member, on average")

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="questions")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    section = Bilingual(max_length=120)
    text = Bilingual(max_length=400)
    help = Bilingual(max_length=400)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    # [{"key": "public", "ko": "공공기관", "en": "Public body"}, …] in the order shown; of a table: its rows.
    choices = models.JSONField(default=list, blank=True)
    # Columns of a table, in the same form; {"number": true} where a number is asked for.
    columns = models.JSONField(default=list, blank=True)
    unit = Bilingual(max_length=40)
    least = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    most = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    required = models.BooleanField(default=False)
    # A number that is measured here and offered to be confirmed or corrected.
    measure = models.CharField(max_length=12, choices=Measure.choices, blank=True, default="")
    # Asked only where an earlier question was answered with one of these choices.
    only_if = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="followers"
    )
    only_when = models.JSONField(default=list, blank=True)

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["instrument", "key"], name="question_key_once")
        ]

    @property
    def measures(self) -> bool:
        """Say whether it is answered by a number: there it is asked how sure that is."""
        return self.kind in {Question.Kind.NUMBER, Question.Kind.MONEY}

    @property
    def chooses(self) -> bool:
        """Say whether it is answered from its choices."""
        return self.kind in CHOOSING


CHOOSING = {Question.Kind.ONE, Question.Kind.SEVERAL, Question.Kind.RANK, Question.Kind.SCALE}


class Wave(models.Model):
    """One round of asking, with the version it is asked with."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="waves")
    number = models.PositiveSmallIntegerField()
    instrument = models.ForeignKey(Instrument, on_delete=models.RESTRICT, related_name="waves")
    opens = models.DateField()
    closes = models.DateField()

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["survey", "number"], name="wave_once"),
            models.CheckConstraint(
                condition=models.Q(closes__gte=models.F("opens")), name="wave_closes_after_opening"
            ),
        ]


class Response(models.Model):
    """What one cluster answers in one wave."""

    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="responses")
    surveyed = models.ForeignKey(Surveyed, on_delete=models.CASCADE, related_name="responses")
    sent_at = models.DateTimeField(null=True, blank=True)
    # The office has read it: nothing changes any more.
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["surveyed__country", "surveyed_id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["wave", "surveyed"], name="response_once"),
            models.CheckConstraint(
                condition=models.Q(approved_at__isnull=True) | models.Q(sent_at__isnull=False),
                name="response_approved_was_sent",
            ),
        ]


class Invitation(models.Model):
    """A person who answers for a cluster, the whole questionnaire or one section, by a link of their own."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField()
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, default="ko")
    # A section's name in any language; nothing: all of them.
    section = models.CharField(max_length=120, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    reminded = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)
    # The link is void from then on.
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["response", "email"], name="invited_once")]


class Answer(models.Model):
    """An answer as it was given. Nothing is overwritten: the last one stands, earlier ones stay as the log."""

    class Absent(models.TextChoices):
        ANSWERED = "", _("Answered")
        UNKNOWN = "unknown", _("Not known")
        REFUSED = "refused", _("No answer wished")

    class Certainty(models.TextChoices):
        UNSAID = "", _("Not said")
        COUNTED = "counted", _("Counted")
        ROUGH = "rough", _("Rough estimate")

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.RESTRICT, related_name="answers")
    # A number as text ("4400.5"), a choice, a list of choices, {"amount", "currency", "year"}, a text, {row: {column: text}},
    # or {"attachment", "name", "size"}; None: none.
    value = models.JSONField(null=True, blank=True)
    absent = models.CharField(max_length=8, choices=Absent.choices, blank=True, default="")
    certainty = models.CharField(max_length=8, choices=Certainty.choices, blank=True, default="")
    source = models.CharField(
        max_length=12, choices=Surveyed.Source.choices, default=Surveyed.Source.RESPONDENT
    )
    note = models.CharField(max_length=500, blank=True)
    # The answer of the last wave that was found to be right still.
    confirms = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    # The number measured here that was found to be right, and its year: "gatherings 2025".
    measured = models.CharField(max_length=40, blank=True, default="")
    invitation = models.ForeignKey(Invitation, null=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [models.Index(fields=["response", "question", "-id"], name="answer_last_first")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(absent="") | models.Q(value__isnull=True),
                name="answer_absent_has_no_value",
            )
        ]

    @property
    def is_empty(self) -> bool:
        """Say whether it was taken back: neither a value nor why there is none."""
        return self.value is None and not self.absent


class Attachment(models.Model):
    """A file that was handed in as an answer; it stays when another takes its place, as every answer does."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="attachments")
    file = models.FileField(upload_to="answers/", max_length=300)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["pk"]


class Query(models.Model):
    """A question of the office about an answer: asked, answered, closed."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="queries")
    question = models.ForeignKey(Question, null=True, on_delete=models.CASCADE, related_name="queries")
    text = models.CharField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
