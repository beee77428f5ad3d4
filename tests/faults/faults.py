"""What the tests of faults share: deeds, the states that they lead to, and how an outcome is judged."""
# SPDX-License-Identifier: GPL-3.0-or-later
# A deed is tried in a folder of its own, which begins as a copy of a prepared one. Afterwards files
# are opened as at the program's next start, many by one process, and compared with the states that
# the deed goes through when nothing is wrong. "safe N" on standard output means that state N has to
# be there, or a later one.
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

LONG = os.environ.get("BW_FAULTS") == "long"
PROGRAM, LIBRARY, CLI = (os.path.abspath(p) for p in sys.argv[1:4])
BOOK = "book.bellwether"
COPY = "copy.bellwether"
LIMIT = 60  # seconds that one program may take
BATCH = 40  # files that one program checks
BASE = dict(os.environ, LC_ALL="C.UTF-8", TZ="UTC", G_DEBUG="fatal-warnings", GIO_USE_VFS="local",
            ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0")
RUDE = re.compile(r"CRITICAL|WARNING|\*\* |Sanitizer|runtime error|assert|Traceback", re.I)


def scratch():
    """A folder in memory where there is one: what is on a disk is told by the log, not by waiting."""
    memory = "/dev/shm"
    return tempfile.TemporaryDirectory(prefix="bw-faults-", dir=memory if os.access(memory, os.W_OK) else None)


class Deed:
    """One deed: what it is done to, its command, and the states on the way, the first before it."""

    def __init__(self, name, start, command, target=BOOK, beside=(), look=None):
        self.name, self.start, self.command, self.target = name, start, command, target
        self.look = look           # what a file says, where it is no workspace
        self.states = []
        self.beside = set(beside)  # files that may be there before and after
        self.fixed = {}            # file: the line that it has before and after

    def __str__(self):
        return self.name


class Outcome:
    def __init__(self, deed, folder, status, out, err, label):
        self.deed, self.folder, self.status, self.out, self.err = deed, folder, status, out, err
        self.label = label
        marks = re.findall(r"^safe (\d+)$", out, re.M)
        self.safe = int(marks[-1]) if marks else 0


class Tally:
    """How many faults of each kind were tried, and what was wrong."""

    def __init__(self):
        self.tried, self.wrong, self.unsure = {}, [], 0

    def count(self, kind, n=1):
        self.tried[kind] = self.tried.get(kind, 0) + n

    def fail(self, outcome, what):
        self.wrong.append(f"{outcome.deed} {outcome.label}: {what}")

    def tell(self):
        for kind, n in sorted(self.tried.items()):
            print(f"{kind}: {n} tried")
        used = resource.getrusage(resource.RUSAGE_CHILDREN), resource.getrusage(resource.RUSAGE_SELF)
        print(f"{sum(u.ru_utime + u.ru_stime for u in used):.1f} seconds of processor")
        if self.unsure:
            print(f"an error was told though the change was kept: {self.unsure}")
        most = 400 if LONG else 30
        for line in self.wrong[:most]:
            print("WRONG", line)
        if most and len(self.wrong) > most:
            print(f"and {len(self.wrong) - most} more")
        print(f"{sum(self.tried.values())} faults tried, {len(self.wrong)} not survived")
        return bool(self.wrong)


class Lab:
    """A scratch folder with prepared workspaces and the deeds that are done to them."""

    def __init__(self):
        self.held = scratch()
        self.top = pathlib.Path(self.held.name).resolve()
        self.n_folders = 0
        self.exports = self.top / "exports"
        self.exports.mkdir()
        noise = random.Random(1)
        for name, size in (("month-1.csv", 20_000), ("month-2.csv", 20_000), ("large.csv", 3_000_000)):
            path = self.exports / name
            path.write_bytes(noise.randbytes(size))
            os.utime(path, (1_700_000_000, 1_700_000_000))
        self.write_usage(noise)
        self.prepare()

    def write_usage(self, noise):
        """An export that is read, and has more rows than a part of a column."""
        path = self.exports / "usage-2026-03-28.csv"
        path.write_text("Customer ID,Plan,Users\n" + "".join(
            f"C{i},{'Pro' if i % 3 else 'Basic'},{noise.random():.6f}\n" for i in range(70_000)))
        os.utime(path, (1_700_000_000, 1_700_000_000))

    def close(self):
        self.held.cleanup()

    def folder(self, start=None):
        """A new folder, with the files of a prepared one."""
        self.n_folders += 1
        folder = self.top / f"f{self.n_folders}"
        folder.mkdir()
        (folder / "exports").symlink_to(self.exports)
        (folder / "tmp").mkdir(mode=0o700)
        for path in (start or {}).values():
            shutil.copyfile(path[0], folder / path[1])
            os.chmod(folder / path[1], 0o600)
        return folder

    def env(self, folder, fault, **more):
        env = dict(BASE, TMPDIR=str(folder / "tmp"))
        if fault:
            env.update(fault, LD_PRELOAD=LIBRARY, BW_FAULT_FOLDER=str(folder))
        env.update(more)
        return env

    def run(self, deed, fault=None, label="", folder=None, **more):
        folder = folder or self.folder(deed.start)
        done = subprocess.run(deed.command(folder), env=self.env(folder, fault, **more), timeout=LIMIT,
                              capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL)
        return Outcome(deed, folder, done.returncode, done.stdout, done.stderr, label)

    def kill(self, deed, after, label):
        """Does a deed and kills it so many seconds after it began."""
        folder = self.folder(deed.start)
        child = subprocess.Popen(deed.command(folder), env=self.env(folder, None), stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        time.sleep(after)
        child.kill()
        out, err = child.communicate(timeout=LIMIT)
        return Outcome(deed, folder, child.returncode, out, err, label)

    def check(self, paths, **more):
        """What each file says at the next start: a line a file."""
        lines = []
        for i in range(0, len(paths), BATCH):
            batch = [str(p) for p in paths[i:i + BATCH]]
            done = subprocess.run([PROGRAM, "check", *batch], env=self.env(self.top, None, TMPDIR=str(self.top), **more),
                                  timeout=LIMIT * 5, capture_output=True, text=True)
            found = done.stdout.splitlines()
            if done.returncode != 0 or done.stderr or len(found) != len(batch):
                raise SystemExit(f"checking ended with {done.returncode}: {done.stderr}\n{done.stdout}")
            lines += found
        return lines

    def look(self, deed, paths):
        return [deed.look(p) for p in paths] if deed.look else self.check(paths)

    def learn(self, deed):
        """Does a deed with nothing wrong, and takes the states from it; returns the folder."""
        before = self.folder(deed.start)
        deed.states = self.look(deed, [before / deed.target])
        deed.fixed = {f: self.check([before / f])[0] for f in deed.beside}
        outcome = self.run(deed, BW_DEED_STATES="1")
        states = re.findall(r"^state \d+ (.*)$", outcome.out, re.M)
        if outcome.status != 0:
            raise SystemExit(f"{deed} does not work even without a fault: {outcome.err}")
        if deed.target == BOOK and states:
            deed.states += ["whole " + s for s in states]
        else:
            deed.states += self.look(deed, [outcome.folder / deed.target])
        return outcome.folder

    def deed(self, name, start, *more, target=BOOK, beside=()):
        deed = Deed(name, start, lambda folder: [PROGRAM, name, str(folder / BOOK), *(str(folder / m) for m in more)],
                    target, beside)
        return deed

    def prepare(self):
        new = self.deed("new", {})
        made = {BOOK: (self.learn(new) / BOOK, BOOK)}
        add = self.deed("add", made)
        added = {BOOK: (self.learn(add) / BOOK, BOOK)}
        deeds = [new, add]
        for name in ("nudge", "version", "note", "remove", "slowly", "large"):
            deeds.append(self.deed(name, added))
            self.learn(deeds[-1])
        self.week = self.deed("week", made)
        self.learn(self.week)
        export = self.deed("copy", added, COPY, target=COPY, beside=[BOOK])
        over = self.deed("copy", {**added, COPY: (made[BOOK][0], COPY)}, COPY, target=COPY, beside=[BOOK])
        over.name = "copy over"
        for deed in (export, over):
            self.learn(deed)
            deeds.append(deed)
        deeds += self.prepare_commands()
        self.deeds = {d.name: d for d in deeds}
        self.small = [d for d in deeds if d.name not in ("large", "slowly")]

    def prepare_commands(self):
        """The command line makes a workspace of exports and adds a month to it."""
        for month in (1, 2):
            noise = random.Random(month)
            (self.exports / f"crm-2026-0{month}-28.csv").write_text("Customer ID,Name,Active users,Tickets\n" + "".join(
                f"C{i},Name {i},{noise.randrange(100)},{noise.randrange(9)}\n" for i in range(300)))

        def words(name, month):
            return lambda folder: [CLI, "workspace", name, str(folder / BOOK), str(folder / "exports" / f"crm-2026-0{month}-28.csv")]
        new = Deed("workspace new", {}, words("new", 1))
        add = Deed("workspace add", {BOOK: (self.learn(new) / BOOK, BOOK)}, words("add", 2))
        self.learn(add)
        return [new, add]

    def calls(self, deed, everything=False):
        """The names of the calls that a deed makes, in order, and the log itself."""
        log = self.top / f"log-{self.n_folders}"
        fault = {"BW_FAULT_LOG": str(log)}
        if everything:
            fault["BW_FAULT_CALLS"] = "all"
        before = self.folder(deed.start)
        outcome = self.run(deed, fault, folder=before)
        entries = list(read_log(log))
        log.unlink()
        return [e["name"] for e in entries if e["number"] > 0], entries, outcome

    def redo(self, tally, outcome):
        """Where nothing came of it, a person does it again; that cleans up what was left."""
        for path in (outcome.folder / "tmp").iterdir():
            os.utime(path, (1_700_000_000, 1_700_000_000))  # what is young may be somebody's
        again = self.run(outcome.deed, folder=outcome.folder)
        if again.status != 0:
            tally.fail(outcome, f"cannot be done again: {again.err.strip()}")

    def judge(self, tally, outcomes, killed=False, again=False):
        """Holds each outcome to the promise; then the folders go."""
        lines = [self.look(o.deed, [o.folder / o.deed.target])[0] for o in outcomes if o.deed.look]
        lines = lines or self.check([o.folder / o.deed.target for o in outcomes])
        for outcome, line in zip(outcomes, lines):
            judge_words(tally, outcome, killed, again)
            judge_state(tally, outcome, line)
        for name in {f for o in outcomes for f in o.deed.fixed}:
            held = [o for o in outcomes if name in o.deed.fixed]
            for outcome, line in zip(held, self.check([o.folder / name for o in held])):
                if line != outcome.deed.fixed[name]:
                    tally.fail(outcome, f"{name} has become: {line}")
        for outcome, line in zip(outcomes, lines):
            if outcome.deed.name in ("copy", "copy over", "workspace add", "slowly") or outcome.deed.look is None and line == "absent":
                self.redo(tally, outcome)
            judge_litter(tally, outcome)
        for outcome in outcomes:
            shutil.rmtree(outcome.folder, ignore_errors=True)


def judge_words(tally, outcome, killed, again):
    lines = outcome.err.splitlines()
    if outcome.status not in ((0, 1, -9) if killed else (0, 1)):
        tally.fail(outcome, f"ended with {outcome.status}: {outcome.err.strip()}")
    if RUDE.search(outcome.err):
        tally.fail(outcome, f"said: {outcome.err.strip()}")
    elif outcome.status == 1 and not again and (len(lines) != 1 or ": " not in lines[0]):
        tally.fail(outcome, f"does not say in one line what failed: {lines}")
    elif again and outcome.status != 0:
        tally.fail(outcome, f"does not work the second time: {lines}")


def judge_state(tally, outcome, line):
    states, safe = outcome.deed.states, outcome.safe
    if outcome.status == 0:
        safe = len(states) - 1
    if line not in states[safe:safe + 2]:
        known = f"state {states.index(line)}" if line in states else line
        tally.fail(outcome, f"ended with {outcome.status}, safe was {safe}, but it is: {known}")
    elif outcome.status == 1 and line != states[safe]:
        tally.unsure += 1


def judge_litter(tally, outcome):
    expected = {"exports", "tmp", outcome.deed.target} | outcome.deed.beside
    if outcome.deed.look and (outcome.status == -9 or "(unlink)" in outcome.label):
        return  # nothing comes back later that could clean up
    found = {p.name for p in outcome.folder.iterdir()} | {"tmp/" + p.name for p in (outcome.folder / "tmp").iterdir()}
    if outcome.status == -9:  # our own program was looking, and could not tidy either
        found = {n for n in found if not n.startswith("tmp/bw-contents-")}
    if re.search(r"\((unlink|rmdir)\)|from call", outcome.label):  # nobody can tidy where removing fails
        found = {n for n in found if not n.startswith((".", "tmp/"))}
    if found - expected:
        tally.fail(outcome, f"left behind: {sorted(found - expected)}")
    for name in found & {BOOK, COPY}:
        mode = (outcome.folder / name).stat().st_mode & 0o777
        if mode & 0o077:
            tally.fail(outcome, f"{name} can be read by others: {mode:o}")


def read_log(path):
    with open(path, "rb") as log:
        while line := log.readline():
            number, name, result, inode, mode, offset, size, first, other = line.split()
            data = log.read(int(size))
            log.read(1)
            yield {"number": int(number), "name": name.decode(), "result": int(result), "inode": int(inode),
                   "mode": int(mode, 8) & 0o777, "offset": int(offset), "data": data, "path": first.decode(), "other": other.decode()}


def choose(numbers, most, seed):
    """So many at random, the same each time, and fifteen times as many in the long form: mostly all."""
    numbers = list(numbers)
    if LONG:
        most *= 15
    if len(numbers) <= most:
        return numbers
    return [numbers[i] for i in sorted(random.Random(seed).sample(range(len(numbers)), most))]


def is_sanitized():
    return "libasan" in subprocess.run(["ldd", PROGRAM], capture_output=True, text=True).stdout


def limit_memory(megabytes):
    """For a child: little memory, where no sanitizer needs more."""
    if not is_sanitized():
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
