#!/usr/bin/python3
"""The SELECT of a model on real databases, held to the engine: scores, bands, grades, ranks, reasons.

BW_SQL_SEED and BW_SQL_CASES choose other random models than those that are always tried.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import concurrent.futures
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import cases
import engines
import translated

CLI = os.path.abspath(sys.argv.pop(1))
SHARED = pathlib.Path(os.environ.get('BW_SHARED_DATA', '/nowhere'))
SAMPLE = pathlib.Path(os.environ['BW_SAMPLE_DATA'])
SEED = int(os.environ.get('BW_SQL_SEED', '1'))
CASES = int(os.environ.get('BW_SQL_CASES', '200'))
ENV = dict(os.environ, LC_ALL='C.UTF-8', G_DEBUG='fatal-warnings')
NEAR = 1e-9
KINDS = {'number': 'number', 'percent': 'number', 'money': 'number', 'flag': 'flag', 'date': 'date', 'date-time': 'time'}
WANTED = ['--metrics', '--groups', '--rank', '--reason', '--names']


def call(*words):
    done = subprocess.run([CLI, *map(str, words)], capture_output=True, env=ENV, timeout=120)
    if done.returncode != 0:
        raise AssertionError(f'{words}: {done.stderr.decode()}')
    return done.stdout.decode()


def from_files(name, files, model):
    """The table that a data team would make of “panel --exact”, with the types that “inspect” names."""
    kinds = {}
    for file in json.loads(call('inspect', '--json', *files))['files']:
        for column in file['columns']:
            kinds[column['name']] = KINDS.get(column['type'], 'text')
    header, *rows = csv.reader(io.StringIO(call('panel', '--exact', *files)))
    made = {'customer': 'text', 'name': 'text', 'snapshot': 'date'}
    columns = {column: made.get(column) or kinds.get(column, 'number') for column in header}
    return cases.Case(name, files, model, 'panel', 'customer', 'snapshot', columns, rows)


class Engines(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.held = tempfile.TemporaryDirectory(prefix='bw-sql-')
        cls.folder = pathlib.Path(cls.held.name)
        cls.cases = [cases.at_random(seed, cls.folder) for seed in range(SEED, SEED + CASES)]
        files = sorted(SAMPLE.glob('*.csv'))
        cls.cases.append(from_files('sample', files, SAMPLE / 'model.json'))
        telco = SHARED / 'ibm-telco' / 'Telco-Customer-Churn.csv'
        if telco.exists():
            model = cls.folder / 'telco.json'
            call('model', telco, '-o', model)
            cls.cases.append(from_files('telco', [telco], model))
        else:
            print(f'left out: there is no {telco}', file=sys.stderr)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            cls.expected = list(pool.map(cls.score, cls.cases))

    @classmethod
    def tearDownClass(cls):
        cls.held.cleanup()

    @staticmethod
    def score(case):
        answer = json.loads(call('score', '--json', '--explain', '--all-snapshots', '--model', case.model,
                                 *case.options, *case.files))
        return {(row['customer'], row['snapshot']): row for row in answer['customers']}

    @staticmethod
    def select(dialect, case):
        return call('sql', '--dialect', dialect, '--table', case.table, '--key', case.key, '--date', case.date,
                    *WANTED, case.model)

    def near(self, found, wanted, where, least=NEAR):
        if wanted is None or found is None:
            self.assertEqual(found, wanted, where)
            return
        apart = abs(float(found) - wanted)
        self.worst = max(self.worst, apart)
        self.assertLessEqual(apart, least, where)

    def hold_row(self, case, model, row, wanted):
        where = f'{case.name}: {wanted}'
        for name in ('score', 'score_before_rules', 'coverage'):
            self.near(row.pop(name), wanted[name], f'{name} of {where}')
        for name in ('segment', 'band', 'grade', 'reason'):
            self.assertEqual(row.pop(name), wanted[name], f'{name} of {where}')
        for name in ('rank', 'percentile'):
            found = row.pop(name)
            self.assertEqual(None if found is None else int(found), wanted[name], f'{name} of {where}')
        self.assertEqual(row.pop('segment_name'), model['segments'][wanted['segment']], where)
        self.assertEqual(row.pop('band_name'), model['bands'].get(wanted['band'], 'Not enough data'), where)
        parts = [*wanted['groups'], *wanted['metrics']]
        self.assertEqual(len(row), len(parts), where)
        for found, part in zip(row.values(), parts):
            self.near(found, part['score'], f'{part["id"]} of {where}')

    def hold_case(self, case, expected, names, rows):
        with open(case.model, encoding='utf-8') as file:
            read = json.load(file)
        model = {key: {one['id']: one['name'] for one in read[key]} for key in ('segments', 'bands') if key in read}
        model.setdefault('bands', {'at-risk': 'At risk', 'watch': 'Watch', 'healthy': 'Healthy'})
        self.assertEqual(len(rows), len(expected), case.name)
        for row in rows:
            cells = dict(zip(names, row))
            snapshot = cells.pop('snapshot')
            key = (cells.pop('customer'), None if snapshot is None else str(snapshot)[:10])
            self.hold_row(case, model, cells, expected[key])

    def run_engine(self, kind):
        self.worst = 0.0
        which = [number for number in range(len(self.cases)) if number >= CASES or number % kind.every == 0]
        chosen, expected = [self.cases[number] for number in which], [self.expected[number] for number in which]
        with tempfile.TemporaryDirectory(prefix='bw-sql-') as place:
            try:
                engine = kind(pathlib.Path(place))
            except engines.Missing as why:
                self.skipTest(f'{kind.__name__}: {why}')
            try:
                with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                    texts = list(pool.map(lambda case: self.select(kind.dialect, case), chosen))
                jobs = list(zip(chosen, texts))
                for case, wanted, (names, rows) in zip(chosen, expected, engine.run(jobs)):
                    self.hold_case(case, wanted, names, rows)
            finally:
                engine.end()
        n_rows = sum(map(len, expected))
        print(f'{engine.name}: {n_rows} rows under {len(chosen)} models, furthest apart {self.worst:.3g}',
              file=sys.stderr)

    def test_sqlite(self):
        self.run_engine(engines.SQLite)

    def test_postgresql(self):
        self.run_engine(engines.PostgreSQL)

    def test_duckdb(self):
        self.run_engine(engines.DuckDB)

    def test_bigquery(self):
        self.run_engine(translated.BigQuery)

    def test_snowflake(self):
        self.run_engine(translated.Snowflake)

    def test_spark(self):
        self.run_engine(translated.Spark)


if __name__ == '__main__':
    unittest.main()
