"""Lists as offices keep them: CSV and XLSX files read into sheets whose rows know their place."""

from pumasi.kit.sheets.cells import Place, Problem, Value, shown
from pumasi.kit.sheets.header import Header
from pumasi.kit.sheets.limits import LIMITS, Limits
from pumasi.kit.sheets.model import Row, Sheet
from pumasi.kit.sheets.read import read

__all__ = ["LIMITS", "Header", "Limits", "Place", "Problem", "Row", "Sheet", "Value", "read", "shown"]
