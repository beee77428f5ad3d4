#!/usr/bin/python3
"""A large export read by Bellwether, by bare libcsv and by DuckDB, side by side.

Run by hand on an idle machine: meson compile -C BUILD bench-import-million
or, for a size of your own: tests/bench/import.py BUILD/tests/bench/bench-import FOLDER ROWS

FOLDER keeps DuckDB's package for node, which npm fetches at the first run. Without npm or without a
network DuckDB is left out. Each run is a process of its own; figures are medians.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

RUNS = 5
HERE = os.path.dirname(os.path.abspath(__file__))
HEAD = f'{"":34}{"rows/s":>12}{"MB/s":>8}{"seconds":>9}{"processor":>11}{"peak MB":>9}{"× file":>8}'


def find_duckdb(folder):
    """The command that runs DuckDB over a file, or None."""
    if shutil.which('npm') is None or shutil.which('node') is None:
        print('DuckDB is left out: there is no npm or no node.')
        return None
    os.makedirs(folder, exist_ok=True)
    if not os.path.isdir(os.path.join(folder, 'node_modules', '@duckdb', 'node-api')):
        fetched = subprocess.run(['npm', 'install', '--silent', '--no-fund', '--no-audit',
                                  '--prefix', folder, '@duckdb/node-api'],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
        if fetched.returncode != 0:
            print('DuckDB is left out: npm could not fetch it.')
            return None
    script = os.path.join(folder, 'import-duckdb.mjs')
    shutil.copyfile(os.path.join(HERE, 'import-duckdb.mjs'), script)
    return ['node', script]


def run(command):
    """Rows, seconds, seconds of the processor and megabytes at the most."""
    words = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return int(words[0]), *(float(word) for word in words[1:4])


def measure(title, command, size):
    figures = [run(command) for _ in range(RUNS)]
    rows = figures[0][0]
    seconds, processor, peak = (statistics.median(f[i] for f in figures) for i in (1, 2, 3))
    print(f'{title:34}{rows / seconds:12,.0f}{size / seconds:8.0f}{seconds:9.2f}{processor:11.2f}'
          f'{peak:9.0f}{peak / size:8.2f}', flush=True)


def main():
    bench, folder = sys.argv[1:3]
    rows = sys.argv[3] if len(sys.argv) > 3 else '1000000'
    with tempfile.TemporaryDirectory(prefix='bw-bench-') as place:
        path = os.path.join(place, 'export.csv')
        subprocess.run([bench, 'write', path, rows], check=True)
        size = os.path.getsize(path) / 1e6
        duckdb = find_duckdb(folder)
        print(f'{rows} rows, 17 columns, {size:.0f} MB; medians of {RUNS} runs\n{HEAD}')
        measure('Bellwether, typed', [bench, 'ours', path], size)
        measure('libcsv alone, nothing kept', [bench, 'libcsv', path], size)
        if duckdb is not None:
            measure('DuckDB, types over all rows', duckdb + [path, 'all'], size)
            measure('DuckDB, types over a sample', duckdb + [path, 'sample'], size)


main()
