#!/usr/bin/env python3
"""Holds the form of all C files: opening lines, length, what uncrustify decides."""
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import subprocess
import sys

MOST_LINES = 400
MOST_FUNCTION_LINES = 60
root = pathlib.Path(sys.argv[1])
wrong = []


def sources(*folders):
    return sorted(p for f in folders for p in (root / f).rglob("*.[ch]"))


def opening(path, lines):
    if not re.match(r"/\* [A-Z“].{10,}", lines[0]):
        wrong.append(f"{path}:1: does not open with a sentence of purpose")
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(lines[1:4]):
        wrong.append(f"{path}:2: has no SPDX line")


def promises(path, lines):
    for number, line in enumerate(lines, 1):
        if re.search(r"\b(TODO|FIXME|XXX)\b", line):
            wrong.append(f"{path}:{number}: promises instead of doing")


def function_lengths(paths):
    out = subprocess.run(["ctags", "--languages=C", "--kinds-C=f", "--fields=+ne", "-o", "-", *map(str, paths)],
                         capture_output=True, text=True, check=True).stdout
    for row in out.splitlines():
        name, path, *rest = row.split("\t")
        begin = re.search(r"line:(\d+)", row)
        end = re.search(r"end:(\d+)", row)
        if begin and end and int(end[1]) - int(begin[1]) > MOST_FUNCTION_LINES:
            wrong.append(f"{path}:{begin[1]}: {name} is longer than {MOST_FUNCTION_LINES} lines")


def form(paths):
    out = subprocess.run(["uncrustify", "-c", str(root / ".uncrustify.cfg"), "--check", *map(str, paths)],
                         capture_output=True, text=True)
    wrong.extend(line.replace("FAIL: ", "") + ": not as uncrustify writes it"
                 for line in (out.stdout + out.stderr).splitlines() if line.startswith("FAIL"))


own, tests = sources("src"), sources("tests")
for path in own + tests:
    lines = path.read_text().splitlines()
    opening(path, lines)
    promises(path, lines)
    if path in own and len(lines) > MOST_LINES:
        wrong.append(f"{path}: {len(lines)} lines, more than {MOST_LINES}")
function_lengths(own)
form(own + tests)

print("\n".join(wrong) or f"{len(own)} files of src and {len(tests)} of tests are in form")
sys.exit(bool(wrong))
