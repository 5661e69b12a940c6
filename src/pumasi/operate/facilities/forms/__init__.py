"""Forms of labs and test beds."""

from pumasi.operate.facilities.forms.asking import BookForm, FindForm, LoanForm, ProblemForm, ServiceForm
from pumasi.operate.facilities.forms.managing import (
    ClosureForm,
    CreditForm,
    FacilityForm,
    HoursForm,
    InfrastructureForm,
    PairForm,
    PictureForm,
    QualificationForm,
    QuotaForm,
    RequirementForm,
    TariffForm,
    TrainingForm,
)

__all__ = [
    "BookForm", "ClosureForm", "CreditForm", "FacilityForm", "FindForm", "HoursForm", "InfrastructureForm", "LoanForm", "PairForm",
    "PictureForm", "ProblemForm", "QualificationForm", "QuotaForm", "RequirementForm", "ServiceForm", "TariffForm", "TrainingForm",
]  # fmt: skip
