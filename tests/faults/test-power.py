#!/usr/bin/env python3
"""The power goes at any moment: what was said to be safe is there, and nothing is a mixture."""
# SPDX-License-Identifier: GPL-3.0-or-later
# A deed is done once and every call is written down. Then each moment of it is taken as the last one,
# with some of what nobody had waited for missing, and the file is opened from what is left.
import pathlib
import random
import sys

from faults import Lab, LONG, Outcome, Tally, choose, read_log
from power import Disk, Node

SUBSETS = 6 if LONG else 1
GROUP = 40


def before(lab, deed):
    folder = lab.folder(deed.start)
    disk = Disk([p for p in folder.iterdir() if p.is_file() and not p.is_symlink()])
    for path in (folder, folder / "tmp"):
        disk.know_folder(path)
    return folder, disk


def record(lab, deed):
    """The folder as it was, and the calls of the deed."""
    folder, disk = before(lab, deed)
    log = lab.top / "log"
    outcome = lab.run(deed, {"BW_FAULT_LOG": str(log)}, folder=folder)
    entries = list(read_log(log))
    log.unlink()
    if outcome.status != 0:
        raise SystemExit(f"{deed} does not work: {outcome.err}")
    return folder, disk, entries


def prove_log(tally, deed, folder, disk, entries):
    """What the log makes is what is on the disk, or a call was missed."""
    for entry in entries:
        disk.apply(entry)
    made = disk.whole()
    there = {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file() and "exports" not in p.parts}
    made = {p: data for p, data in made.items() if p in there or pathlib.Path(p).parent == folder}
    if made != there:
        names = sorted(n for n in made.keys() | there.keys() if made.get(n) != there.get(n))
        tally.fail(Outcome(deed, folder, 0, "", "", "log"), f"is not what is on the disk: {names}")


def put(lab, deed, source, found, out, label):
    folder = lab.folder()
    for path, data in found.items():
        if pathlib.Path(path).parent == source:  # what is in the folder for temporary files is of no use
            (folder / pathlib.Path(path).name).write_bytes(data)
    for path in folder.iterdir():
        if path.is_file():
            path.chmod(0o600)
    return Outcome(deed, folder, -9, out, "", label)


def try_deed(lab, tally, deed, most, seed):
    folder, disk, entries = record(lab, deed)
    start = {p: disk.nodes[i].durable for p, i in disk.names.items()}
    inodes = dict(disk.names)
    folders = dict(disk.folders)
    prove_log(tally, deed, folder, disk, entries)
    noise = random.Random(seed)
    moments = set(choose(range(len(entries) + 1), most, seed))
    disk = Disk([])
    disk.folders = folders
    for path, data in start.items():
        disk.names[path] = inodes[path]
        disk.nodes[inodes[path]] = Node(data)
    outcomes, out = [], ""
    for moment in range(len(entries) + 1):
        if moment in moments:
            for _ in range(SUBSETS):
                label = f"power lost before call {moment + 1}"
                outcomes.append(put(lab, deed, folder, disk.after_loss(noise), out, label))
                tally.count("power loss")
        if moment < len(entries):
            disk.apply(entries[moment])
            if entries[moment]["name"] == "mark":
                out += entries[moment]["data"].decode()
        if len(outcomes) >= GROUP or moment == len(entries):
            lab.judge(tally, outcomes, killed=True)
            outcomes = []


def main():
    lab, tally = Lab(), Tally()
    for i, deed in enumerate(lab.deeds.values()):
        try_deed(lab, tally, deed, 24 if deed.name in ("large", "slowly") or deed.name.startswith("copy") else 40, i)
    lab.close()
    return tally.tell()


sys.exit(main())
