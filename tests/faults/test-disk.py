#!/usr/bin/env python3
"""A disk that becomes full, files that may not grow, and places that may not be written."""
# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import os
import re
import resource
import shutil
import subprocess
import sys

from faults import BASE, BOOK, COPY, LIMIT, PROGRAM, RUDE, Lab, Outcome, Tally, choose

NOBODY = 65534
GROUP = 40


def growth(lab, deed):
    """Bytes that the files of a deed become longer, at most."""
    _, entries, _ = lab.calls(deed)
    sizes, total = {}, 0
    for entry in entries:
        if entry["name"] == "write":
            end = entry["offset"] + len(entry["data"])
            total += max(0, end - sizes.get(entry["inode"], 0))
            sizes[entry["inode"]] = max(end, sizes.get(entry["inode"], 0))
    return total


def full_by_budget(lab, tally):
    for i, deed in enumerate(lab.deeds.values()):
        most = growth(lab, deed)
        outcomes = []
        for room in choose(range(0, most, 1024 if deed.name != "large" else 65536), 5, i):
            outcomes.append(lab.run(deed, {"BW_FAULT_BUDGET": str(room)}, f"{room} bytes left"))
            tally.count("full disk, by counting")
        lab.judge(tally, outcomes)


def full_for_real(lab, tally):
    """A small file system of its own, where one may be mounted."""
    script = ('mount -t tmpfs -o size=$1k none "$2" && cp -a "$3/." "$2/" || exit 77; shift 3;'
              ' "$@"; status=$?; cp -a "$PLACE/." "$OUT/" && exit $status; exit 76')
    for i, deed in enumerate(lab.deeds.values()):
        used = sum(p[0].stat().st_size for p in deed.start.values()) // 1024
        outcomes = []
        for room in choose(range(used + 8, used + growth(lab, deed) // 1024 + 8, 4 if deed.name != "large" else 128), 2, i):
            place, source, out = lab.folder(), lab.folder(deed.start), lab.folder()
            for name in ("tmp", "exports"):
                shutil.rmtree(out / name, ignore_errors=True) if name == "tmp" else (out / name).unlink()
            env = dict(BASE, PLACE=str(place), OUT=str(out))
            done = subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", str(room), str(place), str(source),
                                   *deed.command(place)], env=env, capture_output=True, text=True, timeout=LIMIT)
            if done.returncode in (76, 77) or "unshare:" in done.stderr:
                print("full disk, mounted: skipped,", done.stderr.strip())
                return
            outcomes.append(Outcome(deed, out, done.returncode, done.stdout, done.stderr, f"disk of {room} KB"))
            tally.count("full disk, mounted")
        lab.judge(tally, outcomes)


def short_files(lab, tally):
    for i, deed in enumerate(lab.deeds.values()):
        outcomes = []
        size = max(p[0].stat().st_size for p in deed.start.values()) if deed.start else 0
        for most in choose(range(0, size + growth(lab, deed), 4096 if deed.name != "large" else 1 << 18), 2, i):
            folder = lab.folder(deed.start)
            done = subprocess.run(deed.command(folder), env=lab.env(folder, None), capture_output=True, text=True,
                                  timeout=LIMIT, restore_signals=False,  # SIGXFSZ stays ignored
                                  preexec_fn=lambda most=most: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
            outcomes.append(Outcome(deed, folder, done.returncode, done.stdout, done.stderr, f"files up to {most}"))
            tally.count("files that may not grow")
        lab.judge(tally, outcomes)


def picture(folder):
    """Every file with its bytes, as a hash."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir() if p.is_file()}


def become_nobody():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def hand_over(folder):
    """To who is not root, whom modes do not bind."""
    if os.geteuid() == 0:
        for path in [folder, folder / "tmp", *(p for p in folder.iterdir() if p.is_file())]:
            os.chown(path, NOBODY, NOBODY)


MODES = [("file", 0o755, 0o444), ("folder", 0o555, 0o644), ("file and folder", 0o555, 0o444),
         ("unreadable file", 0o755, 0o000)]


def refused(lab, tally, deed, what, folder_mode, file_mode):
    folder = lab.folder(deed.start)
    hand_over(folder)
    before = picture(folder)
    for path in folder.iterdir():
        if path.is_file():
            path.chmod(file_mode)
    folder.chmod(folder_mode)
    env = lab.env(folder, None)
    done = subprocess.run(deed.command(folder), env=env, capture_output=True, text=True, timeout=LIMIT,
                          preexec_fn=become_nobody)
    outcome = Outcome(deed, folder, done.returncode, done.stdout, done.stderr, "read-only " + what)
    seen = subprocess.run([PROGRAM, "check", str(folder / BOOK)], env=dict(env, BW_DEED_BEST="1"), text=True,
                          capture_output=True, timeout=LIMIT, preexec_fn=become_nobody)
    folder.chmod(0o755)
    tally.count("read-only " + what)
    judge_refused(tally, outcome, seen, before, what, deed)


def judge_refused(tally, outcome, seen, before, what, deed):
    lines = outcome.err.splitlines()
    if outcome.status != 1 or len(lines) != 1 or RUDE.search(outcome.err):
        tally.fail(outcome, f"ended with {outcome.status}: {lines}")
    if picture(outcome.folder) != before:
        tally.fail(outcome, f"something was changed: {sorted(picture(outcome.folder))}")
    expected = r"absent" if deed.start == {} else r"refused .+" if what.startswith("unreadable") else r"whole .+"
    if seen.returncode != 0 or not re.fullmatch(expected, seen.stdout.strip()):
        tally.fail(outcome, f"to read, it is: {seen.stdout.strip()} {seen.stderr.strip()}")


def read_only(lab, tally):
    os.chmod(lab.top, 0o755)
    for what, folder_mode, file_mode in MODES:
        for deed in lab.deeds.values():
            if deed.name.endswith("new") and folder_mode != 0o555:
                continue
            if deed.name.startswith("copy") and (folder_mode != 0o555 and not what.startswith("unreadable")):
                continue
            refused(lab, tally, deed, what, folder_mode, file_mode)


def half_done_and_read_only(lab, tally):
    """What was killed in the middle cannot be put right where nothing can be written: that is told."""
    deed = lab.deeds["add"]
    names, _, _ = lab.calls(deed)
    for n in choose(range(1, len(names) + 1), 6, 3):
        killed = lab.run(deed, {"BW_FAULT": f"{n}:KILL"}, f"killed at call {n}, then read-only")
        hand_over(killed.folder)
        for path in killed.folder.iterdir():
            if path.is_file():
                path.chmod(0o444)
        before = picture(killed.folder)
        killed.folder.chmod(0o555)
        seen = subprocess.run([PROGRAM, "check", str(killed.folder / BOOK)], text=True, capture_output=True,
                              env=lab.env(killed.folder, None, BW_DEED_BEST="1"), timeout=LIMIT, preexec_fn=become_nobody)
        killed.folder.chmod(0o755)
        line = seen.stdout.strip()
        if seen.returncode != 0 or not (line in deed.states or line.startswith("refused")) or RUDE.search(seen.stderr):
            tally.fail(killed, f"it is: {line} {seen.stderr}")
        if picture(killed.folder) != before:
            tally.fail(killed, "something was changed")
        tally.count("half done, then read-only")


def main():
    lab, tally = Lab(), Tally()
    full_by_budget(lab, tally)
    full_for_real(lab, tally)
    short_files(lab, tally)
    able = subprocess.run([PROGRAM], preexec_fn=become_nobody, capture_output=True).returncode if os.access(PROGRAM, os.X_OK) else 1
    read_only(lab, tally)
    half_done_and_read_only(lab, tally)
    lab.close()
    return tally.tell()


sys.exit(main())
