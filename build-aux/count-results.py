#!/usr/bin/env python3
# Turns meson's log of a test run into one line a case: passed, failed or skipped, and its name.
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import re
import sys

CASE = re.compile(r'^(not )?ok(?: \d+)?(?: -)? ?(.*?)(?: *# *(SKIP|TODO)\b.*)?$', re.IGNORECASE)
WORDS = {'OK': 'passed', 'EXPECTEDFAIL': 'passed', 'SKIP': 'skipped'}


def cases_of(entry):
    """Yields (word, name) of each case that a program reported, or of the program as a whole."""
    program = entry['name']
    word = WORDS.get(entry['result'], 'failed')
    cases = [match for match in map(CASE.match, (entry.get('stdout') or '').splitlines()) if match]
    words = ['failed' if case[1] and not case[3] else 'skipped' if case[3] else 'passed'
             for case in cases]
    yield from zip(words, (f'{program}: {case[2]}' for case in cases))
    if not cases or (word == 'failed' and 'failed' not in words):
        yield word, program if word != 'failed' else f'{program} ({entry["result"].lower()})'


def main():
    label, path = sys.argv[1:]
    try:
        with open(path, encoding='utf-8') as file:
            entries = [json.loads(line) for line in file]
    except OSError:
        entries = []
    if not entries:
        print(f'failed {label}: no test was run')
    for entry in entries:
        for word, name in cases_of(entry):
            print(f'{word} {label}: {name}')


main()
