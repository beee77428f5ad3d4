#!/usr/bin/env python3
"""Each call on the file system fails once, or is the last before the program is killed."""
# SPDX-License-Identifier: GPL-3.0-or-later
import sys

from faults import Lab, Tally, choose, LONG

CHANGES = ("ENOSPC", "EIO", "EACCES", "SHORT")
READS = ("EIO", "EACCES", "SHORT")
GROUP = 40


def applies(kind, name):
    return name in ("write", "read") if kind == "SHORT" else name == "write" if kind == "TEAR" else True


def try_all(lab, tally, deed, plans, killed, again):
    """Each plan is a fault and what it is called."""
    outcomes = []
    for fault, label, kind in plans:
        more = {"BW_DEED_AGAIN": "1"} if again else {}
        outcomes.append(lab.run(deed, fault, label + (" again" if again else ""), **more))
        tally.count(kind)
        if len(outcomes) == GROUP:
            lab.judge(tally, outcomes, killed, again)
            outcomes = []
    lab.judge(tally, outcomes, killed, again)


def plan(names, kind, most, seed, everything=False):
    numbers = [n for n, name in enumerate(names, 1) if applies(kind, name)]
    for n in choose(numbers, most, seed):
        fault = {"BW_FAULT": f"{n}:{kind}"}
        if everything:
            fault["BW_FAULT_CALLS"] = "all"
        yield fault, f"call {n} ({names[n - 1]}) {kind}", f"{kind} at {'any call' if everything else 'a call that changes'}"


def onward(names, kind, most, seed):
    for n in choose(range(1, len(names) + 1), most, seed):
        yield {"BW_FAULT": f"{n}+:{kind}"}, f"from call {n} ({names[n - 1]}) on {kind}", f"{kind} from a call on"


def main():
    lab, tally = Lab(), Tally()
    for i, deed in enumerate(lab.deeds.values()):
        names, _, _ = lab.calls(deed)
        least = deed.name in ("large", "slowly") or deed.name.startswith(("copy", "workspace"))
        for kind in CHANGES:
            try_all(lab, tally, deed, plan(names, kind, 1 if least else 3, i), False, False)
            if not deed.name.startswith("workspace"):  # the program that a person calls again is another
                try_all(lab, tally, deed, plan(names, kind, 1, i + 100), False, True)
        for kind in ("ENOSPC", "EIO"):
            try_all(lab, tally, deed, onward(names, kind, 1, i), False, False)
        try_all(lab, tally, deed, plan(names, "KILL", 4 if least else 10, i), True, False)
        try_all(lab, tally, deed, plan(names, "TEAR", 2, i), True, False)
        names, _, _ = lab.calls(deed, everything=True)
        for kind in READS if not least or LONG else ():
            try_all(lab, tally, deed, plan(names, kind, 2, i, True), False, False)
    lab.close()
    return tally.tell()


sys.exit(main())
