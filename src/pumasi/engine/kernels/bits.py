"""A processor instruction that Python has no word for: where the lowest set bit is."""

from collections.abc import Callable
from typing import Any

from numba import types
from numba.extending import intrinsic


def _trailing_zeros(_typing: Any, _word: Any) -> tuple[Any, Callable[..., Any]]:
    """Index (0-63) of the lowest set bit of a uint64; the word must not be 0."""

    def build(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], context.get_constant(types.boolean, 1))

    return types.uint64(types.uint64), build


trailing_zeros: Any = intrinsic(_trailing_zeros)
