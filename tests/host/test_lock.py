"""The lock between processes: it keeps them apart, and without it the same work goes wrong."""

import pytest

# argv: file, "on" or "off". Eight processes each read a number, wait a moment, and write it back one higher.
COUNT = """
    import os, sys, time
    from contextlib import nullcontext
    from pathlib import Path
    from pumasi.host.lock import locked
    number = Path(sys.argv[1])
    for _ in range(8):
        if not os.fork():
            with locked(number.with_name("lock")) if sys.argv[2] == "on" else nullcontext():
                seen = int(number.read_text())
                time.sleep(0.05)
                number.write_text(str(seen + 1))
            os._exit(0)
    for _ in range(8):
        os.wait()
"""


@pytest.mark.parametrize(("lock", "right"), [("on", True), ("off", False)])
def test_eight_processes_count_to_eight_only_with_the_lock(lock, right, start, tmp_path):
    number = tmp_path / "number"
    number.write_text("0")
    assert start(COUNT, number, lock).wait(30) == 0
    assert (int(number.read_text()) == 8) is right
