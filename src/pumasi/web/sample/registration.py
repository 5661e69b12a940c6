"""Business registration numbers that pass the check and yet belong to nobody."""

from random import Random

_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
_MIDDLE = {"company": ("81", "86", "87", "88"), "public_body": ("83",), "university": ("82",)}


def check_digit(nine: str) -> int:
    """The tenth digit of a Korean business registration number (사업자등록번호).

    The nine digits are weighted 1 3 7 1 3 7 1 3 5 and summed; the tens of the ninth product (d9 x 5) are
    added; the check digit is what is missing to the next multiple of ten.
    """
    total = sum(int(d) * w for d, w in zip(nine, _WEIGHTS, strict=True))
    return -(total + int(nine[8]) * 5 // 10) % 10


def invented(*, kind: str, random: Random, taken: set[str]) -> str:
    """A new number of ten digits for a type of organisation, added to `taken`.

    The first three digits name the tax office and begin at 101 in real numbers; here they lie in 001-099,
    so no real business can carry one. The next two are the usual ones for the legal form.
    """
    while True:
        middle = random.choice(_MIDDLE.get(kind, ("82", "81")))
        nine = f"{random.randint(1, 99):03d}{middle}{random.randint(0, 9999):04d}"
        number = f"{nine}{check_digit(nine)}"
        if number not in taken:
            taken.add(number)
            return number
