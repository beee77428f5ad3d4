#!/usr/bin/env python3
# The sample's exports are what the script makes, to the byte, and stay small.
# SPDX-License-Identifier: GPL-3.0-or-later

import csv
import pathlib
import subprocess
import sys
import tempfile

MOST_BYTES = 3_000_000
N_CUSTOMERS = 480
N_MONTHS = 12


def main():
    top = pathlib.Path(sys.argv[1])
    sample = top / 'data' / 'sample'
    bad = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, '-B', top / 'build-aux' / 'make-sample.py', folder], check=True)
        made = {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}
    kept = {path.name: path.read_bytes() for path in sample.glob('*.csv')}
    bad += [f'{name}: made by the script, and not there' for name in sorted(made.keys() - kept.keys())]
    bad += [f'{name}: not made by the script' for name in sorted(kept.keys() - made.keys())]
    bad += [f'{name}: differs from what the script makes'
            for name in sorted(made.keys() & kept.keys()) if made[name] != kept[name]]
    size = sum(path.stat().st_size for path in sample.iterdir())
    if size > MOST_BYTES:
        bad.append(f'{size} bytes are more than {MOST_BYTES}')
    n_months = sum(name.startswith('usage-') for name in kept)
    if n_months != N_MONTHS:
        bad.append(f'{n_months} months of usage in place of {N_MONTHS}')
    with open(sample / 'accounts.csv', encoding='utf-8', newline='') as file:
        keys = [row['Customer ID'] for row in csv.DictReader(file)]
    if len(keys) != N_CUSTOMERS or len(set(keys)) != N_CUSTOMERS:
        bad.append(f'{len(set(keys))} different customers in {len(keys)} rows in place of {N_CUSTOMERS}')
    print('\n'.join(bad) or f'{len(kept)} files, {size} bytes')
    return 1 if bad else 0


sys.exit(main())
