"""The worker's side of imports."""

from __future__ import annotations

from procrastinate.contrib.django import app

from pumasi.commons.intake import run
from pumasi.commons.members.models import Batch


@app.task(name="intake.bring_in", queue="imports")
def bring_in(batch: int) -> None:
    """Bring a batch in that somebody started."""
    found = Batch.objects.filter(pk=batch).first()
    if found:
        run.run(batch=found)


@app.periodic(cron="* * * * *")
@app.task(name="intake.finish_what_was_begun", queue="imports")
def finish_what_was_begun(timestamp: int) -> None:  # noqa: ARG001
    """Run what a crash left behind; a batch at work elsewhere is locked and passed over."""
    for batch in run.unfinished():
        run.run(batch=batch)


def defer(batch: int) -> None:
    """Put the batch into the queue, in the caller's transaction."""
    bring_in.defer(batch=batch)
