"""The site without the lock on the week's places, for the negative control: everybody looks before anybody takes."""

import time

from pumasi.web.wsgi import application

__all__ = ["application"]
LOOKING = 0.5


def take_the_lock_away() -> None:
    from pumasi.measure.network.actions import introduce

    look = introduce.suggest.both_ways

    def look_long(*words, **more):
        found = list(look(*words, **more))
        time.sleep(LOOKING)
        return found

    introduce._one_at_a_time = lambda organisation: None
    introduce.suggest.both_ways = look_long


take_the_lock_away()
