#!/usr/bin/env python3
"""kill -9 at random moments, of deeds and of what opens the file afterwards."""
# SPDX-License-Identifier: GPL-3.0-or-later
import random
import sys
import time

from faults import BOOK, Lab, LONG, Tally, choose

KILLS = 60 if LONG else 5  # of each deed
GROUP = 40


def how_long(lab, deed):
    begun = time.monotonic()
    lab.run(deed)
    return time.monotonic() - begun


def kill_deeds(lab, tally, noise):
    for deed in [lab.week, *lab.deeds.values()]:
        longest = how_long(lab, deed) * 1.05
        outcomes = []
        for _ in range(KILLS):
            after = noise.uniform(0, longest)
            outcomes.append(lab.kill(deed, after, f"killed after {after * 1000:.1f} ms"))
            tally.count("kill -9 at random")
            if len(outcomes) == GROUP:
                lab.judge(tally, outcomes, killed=True)
                outcomes = []
        lab.judge(tally, outcomes, killed=True)


def kill_recovery(lab, tally):
    """Killed in the middle, then again at each call with which the next start puts things right."""
    deed = lab.deeds["add"]
    names, _, _ = lab.calls(deed)
    half = len(names) * 3 // 4  # the file itself is being written
    first = lab.run(deed, {"BW_FAULT": f"{half}:KILL"}, "killed")
    start = {p.name: (p, p.name) for p in first.folder.iterdir() if p.is_file() and p.name != "exports"}
    again = lab.deed("check", start)
    again.states = deed.states
    calls, _, _ = lab.calls(again)
    outcomes = []
    for n in choose(range(1, len(calls) + 1), 12, 1):
        outcomes.append(lab.run(again, {"BW_FAULT": f"{n}:KILL"}, f"killed at call {n} of the next start"))
        tally.count("kill while what was killed is put right")
    if not calls or (first.folder / (BOOK + "-journal")).stat().st_size == 0:
        raise SystemExit("nothing had to be put right, so nothing was tried")
    for outcome in outcomes:
        outcome.status = -9
    lab.judge(tally, outcomes, killed=True)


def main():
    lab, tally = Lab(), Tally()
    kill_deeds(lab, tally, random.Random(7))
    kill_recovery(lab, tally)
    lab.close()
    return tally.tell()


sys.exit(main())
