"""The array types that the engine passes around, named once."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Reals = NDArray[np.float64]
Bytes = NDArray[np.uint8]
Unsigned = NDArray[np.unsignedinteger[Any]]
Singles = NDArray[np.float32]
Flags = NDArray[np.bool_]
Anything = ArrayLike


# So many indices fit into two bytes.
NARROW = 2**16


def narrowed(size: int) -> type[np.unsignedinteger[Any]]:
    """The type of indices below ``size``: half the bytes where they suffice, so that more of them stay within a cache."""
    return np.uint16 if size <= NARROW else np.uint32


def summed(index: Ints | Small, values: Reals, size: int) -> Reals:
    """Sums of values by index (0 to size - 1), added in the order given: shape (size,)."""
    return np.asarray(np.bincount(index, weights=values, minlength=size), dtype=np.float64)


__all__ = [
    "NARROW",
    "Anything",
    "Bytes",
    "Flags",
    "Ints",
    "Reals",
    "Singles",
    "Small",
    "Unsigned",
    "narrowed",
    "summed",
]
