#!/usr/bin/env python3
"""Damaged and hostile files: a clear refusal or what is whole; no crash, no hang, never a change."""
# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import resource
import shutil
import subprocess
import sys
import time

from faults import BOOK, CLI, LONG, PROGRAM, RUDE, Lab, Outcome, Tally, choose, limit_memory
from hostile import CHANGED, MEDDLED, SEALED, all_damages, meddled

N_RANDOM = 400 if LONG else 14
MOST_MEGABYTES = 1500
MOST_SECONDS = 20
MOST_FILE = 256 << 20
HEAVY = ("many", "a million", "stream of", "words of a m", "model of a m", "report of a m", "long note", "step with")


def limit():
    limit_memory(MOST_MEGABYTES)
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_FILE, MOST_FILE))


def readers(lab, folder):
    """The programs that a file is given to, and what each is called."""
    book = str(folder / BOOK)
    yield "open", [PROGRAM, "check", book]
    yield "open for writing", [PROGRAM, "add", book]
    for words in (["workspace", "info", book], ["workspace", "add", book, str(lab.table)],
                  ["workspace", "export", book, str(folder / "out")], ["workspace", "check", book], ["score", book]):
        yield " ".join(words[:2] if words[0] == "workspace" else words[:1]), [CLI, *words]


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def try_reader(lab, tally, deed, folder, name, label, command, known):
    env = lab.env(folder, None, **({"BW_DEED_BEST": "1"} if label == "open" else {}))
    begun = time.monotonic()
    try:
        done = subprocess.run(command, env=env, capture_output=True, text=True, errors="replace", timeout=MOST_SECONDS,
                              preexec_fn=limit, restore_signals=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        tally.fail(Outcome(deed, folder, 0, "", "", name), f"{label} takes longer than {MOST_SECONDS} seconds")
        return
    outcome = Outcome(deed, folder, done.returncode, done.stdout, done.stderr, name)
    if done.returncode not in (0, 1) or RUDE.search(done.stderr):
        tally.fail(outcome, f"{label} ended with {done.returncode}: {done.stderr.strip()[:300]}")
    elif done.returncode == 1 and len(done.stderr.splitlines()) == 0 and label != "workspace check":
        tally.fail(outcome, f"{label} does not say why")
    elif done.returncode == 1 and len(done.stderr.splitlines()) > 2:
        tally.fail(outcome, f"{label} says it in more than a line: {done.stderr.strip()[:300]}")
    if time.monotonic() - begun > MOST_SECONDS / 2:
        tally.fail(outcome, f"{label} took {time.monotonic() - begun:.1f} s")
    if known and label == "open" and done.stdout.startswith("whole") and done.stdout.strip() not in known:
        tally.fail(outcome, f"opened as whole with other contents: {done.stdout}")


def try_file(lab, tally, deed, name, data, known):
    tally.count("damaged files" if known else "hostile files")
    for label, command in choose(readers(lab, lab.top), 3, name):
        folder = lab.folder()
        path = folder / BOOK
        path.write_bytes(data)
        before = digest(path)
        command = [c.replace(str(lab.top / BOOK), str(path)).replace(str(lab.top / "out"), str(folder / "out")) for c in command]
        try_reader(lab, tally, deed, folder, name, label, command, known)
        changed = digest(path) != before
        if changed and known and not writes(label):
            tally.fail(Outcome(deed, folder, 0, "", "", name), f"{label} has changed the file")
        if changed and known and writes(label):
            compare_damage(lab, tally, Outcome(deed, folder, 0, "", "", name), data)
        left = {p.name for p in folder.iterdir()} - {BOOK, "tmp", "exports", "out"}
        left |= {"tmp/" + p.name for p in (folder / "tmp").iterdir()}
        if left:
            tally.fail(Outcome(deed, folder, 0, "", "", name), f"{label} has left behind {sorted(left)}")
        shutil.rmtree(folder)


def writes(label):
    return label in ("open for writing", "workspace add")


def compare_damage(lab, tally, outcome, data):
    """What is damaged where opening does not look may be written around; but it stays told."""
    before = lab.top / "seen.bellwether"
    before.write_bytes(data)
    was, now = lab.check([before, outcome.folder / BOOK], BW_DEED_BEST="1")
    before.unlink()
    if not was.startswith("whole") and now != was:
        tally.fail(outcome, f"was {was}, and after it was written to it is {now}")


def prove_seen(lab, tally, deed, name, data):
    """A value that is another than was written is told."""
    path = lab.top / "seen.bellwether"
    path.write_bytes(data)
    line = lab.check([path], BW_DEED_BEST="1")[0]
    path.unlink()
    tally.count("changed values")
    if line.startswith("whole"):
        tally.fail(Outcome(deed, None, 0, "", "", name), f"is not seen: {line}")


def main():
    lab, tally = Lab(), Tally()
    lab.table = lab.exports / "month-3.csv"
    lab.table.write_text("Customer ID,Users\nC1,3\nC2,4\n")
    deed = lab.deeds["version"]
    nudged = lab.run(lab.deeds["nudge"])
    made = lab.run(deed, folder=nudged.folder)
    good = (made.folder / BOOK).read_bytes()
    known = lab.check([made.folder / BOOK])
    for name, data in meddled(good, lab.top, CHANGED):
        prove_seen(lab, tally, deed, name, data)
    for name, data in all_damages(good, lab.top, choose(MEDDLED, 6, 9), N_RANDOM, 9):
        try_file(lab, tally, deed, name, data, known)
    quick = [row for row in SEALED if LONG or not row[0].startswith(HEAVY)]
    for name, sql in choose(quick, 12, 9):
        folder = lab.folder({BOOK: (made.folder / BOOK, BOOK)})
        done = subprocess.run([PROGRAM, "meddle", str(folder / BOOK), sql], env=lab.env(folder, None), capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{name}: cannot be written: {done.stderr}")
        try_file(lab, tally, deed, name, (folder / BOOK).read_bytes(), None)
    lab.close()
    return tally.tell()


sys.exit(main())
