"""Tables of the facilities room, by subject."""

from pumasi.operate.facilities.models.access import Qualification, Quota, Requirement, Training
from pumasi.operate.facilities.models.bookings import Booking, BookingItem, BookingSeries, Waiting
from pumasi.operate.facilities.models.care import Incident, Problem
from pumasi.operate.facilities.models.money import (
    Charge,
    Credit,
    CreditUse,
    PriceClass,
    PriceClassMember,
    Tariff,
)
from pumasi.operate.facilities.models.places import Closure, Facility, FacilityPair, Infrastructure, Opening
from pumasi.operate.facilities.models.services import Loan, ServiceRequest, ServiceStep
from pumasi.operate.facilities.models.use import Session

__all__ = [
    "Booking", "BookingItem", "BookingSeries", "Charge", "Closure", "Credit", "CreditUse", "Facility", "FacilityPair", "Incident",
    "Infrastructure", "Loan", "Opening", "PriceClass", "PriceClassMember", "Problem", "Qualification", "Quota", "Requirement",
    "ServiceRequest", "ServiceStep", "Session", "Tariff", "Training", "Waiting",
]  # fmt: skip
