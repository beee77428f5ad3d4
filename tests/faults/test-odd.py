#!/usr/bin/env python3
"""A clock that goes back, other locales, and several programs at one file at once."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading

from faults import BASE, BOOK, CLI, LIMIT, LONG, PROGRAM, RUDE, Lab, Outcome, Tally

LOCALES = ["de_DE", "tr_TR", "ar_EG"]
N_WRITERS = 3
ROUNDS = 40 if LONG else 3
BLOCKED = "is open for writing by"


def clocks(lab, tally):
    """Each look at the clock is earlier than the one before, or much earlier, or before all time."""
    for seconds in (1, 3600, 10**9) if LONG else (3600,):
        outcomes = []
        for deed in [lab.week, *lab.deeds.values()]:
            outcomes.append(lab.run(deed, {"BW_FAULT_CLOCK": str(seconds)}, f"clock back by {seconds} s"))
            tally.count("clock going back")
        lab.judge(tally, outcomes)
        for outcome in outcomes:
            if outcome.status != 0:
                tally.fail(outcome, f"does not work: {outcome.err.strip()}")


def make_locale(folder, name):
    """A locale of our own, so that none has to be installed; None where that cannot be."""
    if shutil.which("localedef") is None:
        return None
    done = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(folder / (name + ".UTF-8"))],
                          capture_output=True, text=True)
    return name + ".UTF-8" if (folder / (name + ".UTF-8")).exists() else print(f"{name}: skipped, {done.stderr.strip()[:80]}")


def scores(folder, env, name):
    """What the main job writes: the panel, a model, scores and a chart of a company."""
    files = [str(folder / "accounts.csv")]
    model = folder / f"{name}.json"
    made = {}
    for what, words in (("panel", ["panel", *files]), ("model", ["model", *files, "-o", str(model)]),
                        ("score", ["score", "--model", str(model), *files]),
                        ("json", ["score", "--json", "--model", str(model), *files])):
        done = subprocess.run([CLI, *words], env=env, capture_output=True, timeout=LIMIT)
        made[what] = (done.returncode, done.stdout)
    made["kept"] = model.read_bytes().decode()
    return made


def write_company(path):
    noise = random.Random(3)
    path.write_text("Customer ID,Name,Signed,ARR,Active users,Iıİi score\n" + "".join(
        f"C{i},Ilık {i},2025-0{1 + i % 9}-1{i % 10},{noise.randrange(1000, 9000)}.5,{noise.randrange(99)},{noise.random():.3f}\n"
        for i in range(200)))


def locales(lab, tally):
    place = lab.top / "locales"
    place.mkdir()
    write_company(lab.top / "accounts.csv")
    expected = scores(lab.top, dict(BASE, LANGUAGE="C"), "C")
    for name in LOCALES:
        made = make_locale(place, name)
        if made is None:
            continue
        more = {"LC_ALL": made, "LOCPATH": str(place), "LANGUAGE": "C"}
        outcomes = []
        for deed in lab.deeds.values() if LONG else [lab.week]:
            outcomes.append(lab.run(deed, None, name, **more))
            tally.count("locale " + name)
        lab.judge(tally, outcomes)
        there = lab.check([p[0] for p in lab.deeds["nudge"].start.values()], **more)
        if there != [lab.deeds["nudge"].states[0]]:
            tally.fail(outcomes[0], f"reads in {name}: {there}")
        found = scores(lab.top, dict(BASE, **more), name)
        for what, value in expected.items():
            if found[what] != value:
                tally.fail(outcomes[0], f"{what} in {name} is another: {found[what][:300]}")


class Writer(threading.Thread):
    """One of several programs that keep notes in one file; some of them are killed."""

    def __init__(self, lab, tally, path, seed, deadly):
        super().__init__()
        self.lab, self.tally, self.path, self.deadly = lab, tally, path, deadly
        self.noise = random.Random(seed)
        self.kept = self.perhaps = self.blocked = 0

    def run(self):
        deed = self.lab.deeds["note"]
        env = self.lab.env(self.path.parent, None)
        while self.kept < ROUNDS:
            child = subprocess.Popen([PROGRAM, "note", str(self.path)], env=env, text=True,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            deadly = self.deadly and self.noise.random() < 0.3
            if deadly:
                try:
                    child.wait(self.noise.uniform(0, 0.03))
                except subprocess.TimeoutExpired:
                    child.kill()
            out, err = child.communicate(timeout=LIMIT)
            if "safe 1" in out:
                self.kept += 1
            elif child.returncode == 1 and BLOCKED in err:
                self.blocked += 1
            elif child.returncode == -9:
                self.perhaps += 1
            else:
                self.tally.fail(Outcome(deed, None, 0, "", "", "several writers"), f"{child.returncode} {err.strip()}")
            if RUDE.search(err):
                self.tally.fail(Outcome(deed, None, 0, "", "", "several writers"), err.strip())


class Reader(threading.Thread):
    """Looks at the file all the while: it is whole at any moment."""

    def __init__(self, lab, tally, path):
        super().__init__()
        self.lab, self.tally, self.path, self.looks, self.over = lab, tally, path, 0, False

    def run(self):
        while not self.over:
            done = subprocess.run([PROGRAM, "check", str(self.path)], capture_output=True, text=True, timeout=LIMIT,
                                  env=self.lab.env(self.lab.top, None, BW_DEED_READ="1", TMPDIR=str(self.lab.top)))
            self.looks += 1
            if done.returncode != 0 or not done.stdout.startswith("whole"):
                self.tally.fail(Outcome(self.lab.deeds["note"], None, 0, "", "", "a reader beside writers"),
                                f"{done.returncode} {done.stdout.strip()} {done.stderr.strip()}")


def writers(lab, tally, deadly):
    folder = lab.folder(lab.deeds["note"].start)
    path = folder / BOOK
    crew = [Writer(lab, tally, path, seed, deadly) for seed in range(N_WRITERS)]
    reader = Reader(lab, tally, path)
    for thread in [*crew, reader]:
        thread.start()
    for writer in crew:
        writer.join()
    reader.over = True
    reader.join()
    outcome = Outcome(lab.deeds["note"], folder, 0, "", "", "several writers")
    if not lab.check([path])[0].startswith("whole"):
        tally.fail(outcome, "is damaged")
    there = sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute("SELECT count(*) FROM note").fetchone()[0]
    kept, perhaps = sum(w.kept for w in crew), sum(w.perhaps for w in crew)
    print(f"{N_WRITERS} writers{', some killed' if deadly else ''}: {kept} notes were said to be safe and {perhaps} were not, "
          f"{there} are there; {sum(w.blocked for w in crew)} were told who writes; {reader.looks} looks meanwhile")
    if not kept <= there <= kept + perhaps:
        tally.fail(outcome, f"{there} notes are there, {kept} were safe and {perhaps} perhaps")
    left = {p.name for p in folder.iterdir()} - {BOOK, "exports", "tmp"}
    if left:
        tally.fail(outcome, f"left behind: {sorted(left)}")
    tally.count("rounds of several writers", kept + perhaps)


def several_make(lab, tally):
    """Several make the same new file: one does, and the others say that it is there or held."""
    for _ in range(ROUNDS):
        folder = lab.folder()
        env = lab.env(folder, None)
        children = [subprocess.Popen([PROGRAM, "new", str(folder / BOOK)], env=env, text=True, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE) for _ in range(N_WRITERS)]
        ends = [(c, *c.communicate(timeout=LIMIT)) for c in children]
        done = [c for c, _, _ in ends if c.returncode == 0]
        outcome = Outcome(lab.deeds["new"], folder, 0, "", "", "several at once")
        if len(done) != 1 or any(c.returncode not in (0, 1) or RUDE.search(err) for c, _, err in ends):
            tally.fail(outcome, f"{[(c.returncode, err) for c, _, err in ends]}")
        if lab.check([folder / BOOK]) != lab.deeds["new"].states[-1:]:
            tally.fail(outcome, "is not what the one made")
        left = {p.name for p in folder.iterdir()} - {BOOK, "exports", "tmp"}
        if left:
            tally.fail(outcome, f"left behind: {sorted(left)}")
        tally.count("several make one file")


def main():
    lab, tally = Lab(), Tally()
    clocks(lab, tally)
    locales(lab, tally)
    writers(lab, tally, deadly=False)
    writers(lab, tally, deadly=True)
    several_make(lab, tally)
    lab.close()
    return tally.tell()


sys.exit(main())
