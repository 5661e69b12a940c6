"""Asking the processor for memory ahead of time, where it cannot guess what is read next."""

from typing import Any

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic


@intrinsic
def prefetch(_context: Any, values: Any, at: Any) -> Any:  # noqa: ARG001
    """Bring ``values[at]`` nearer, from inside a compiled function. A hint: it changes no result and may lie outside."""

    def generated(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        byte, number = ir.IntType(8).as_pointer(), ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [byte, number, number, number])
        wanted = cgutils.get_or_insert_function(  # type: ignore[no-untyped-call]
            builder.module, kind, "llvm.prefetch.p0i8"
        )
        array = context.make_array(signature.args[0])(context, builder, given[0])
        place = builder.bitcast(builder.gep(array.data, [given[1]]), byte)
        # To read, to be used again soon, as data.
        builder.call(wanted, [place, number(0), number(3), number(1)])
        return context.get_dummy_value()

    return types.void(values, types.intp), generated
