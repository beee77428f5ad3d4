#!/usr/bin/env python3
"""The command “sql” and the table it expects, as a person calls them."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

CLI = os.path.abspath(sys.argv.pop(1))
ENV = dict(os.environ, LC_ALL='C.UTF-8', G_DEBUG='fatal-warnings')
DIALECTS = ['postgresql', 'duckdb', 'sqlite', 'bigquery', 'snowflake', 'spark']
EXPORT = """ID,Plan,Seats,=Odd,Overdue
C1,Pro,10,+1 day,no
C2,=1+1,4,-x,yes
@C3,Basic,2,plain,no
"""
MODEL = {
    'format': 'bellwether-model', 'version': 1, 'name': 'Small',
    'metrics': [{'id': 'seats', 'column': 'Seats', 'scale': {'type': 'linear', 'from': 0, 'to': 10}},
                {'id': 'plan', 'column': 'Plan', 'scale': {'type': 'categories', 'values': {'Pro': 80, '=1+1': 20}},
                 'missing': 'neutral'}],
    'segments': [{'id': 'rest', 'name': 'Everyone else', 'weights': {'seats': 3, 'plan': 1}}],
    'rules': [{'at-most': 30, 'where': {'all': [{'column': 'Overdue', 'is': 'yes'}]}, 'reason': 'Late'}],
}


class Sql(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.addCleanup(self.held.cleanup)
        self.folder = pathlib.Path(self.held.name)
        self.model = self.put('model.json', json.dumps(MODEL))
        self.export = self.put('export.csv', EXPORT)

    def put(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        return path

    def call(self, status, *words):
        done = subprocess.run([CLI, *map(str, words)], capture_output=True, env=ENV, timeout=60)
        said = done.stderr.decode()
        self.assertEqual(done.returncode, status, said)
        self.assertNotIn('CRITICAL', said)
        self.assertNotIn('WARNING', said)
        return done.stdout.decode() if status == 0 else said

    def test_every_dialect(self):
        for dialect in DIALECTS:
            text = self.call(0, 'sql', '--dialect', dialect, self.model)
            self.assertTrue(text.startswith('-- '), text[:80])
            self.assertNotIn('LIKE', text)
            self.assertNotIn(' AS rank', text)
            self.assertEqual(text, self.call(0, 'sql', '-d', dialect, '--model', self.model))

    def test_what_is_asked_for(self):
        for option, column in (('--rank', 'AS percentile'), ('--reason', 'AS reason'), ('--metrics', 'AS metric_seats'),
                               ('--groups', 'AS group_other'), ('--names', 'AS band_name')):
            self.assertNotIn(column, self.call(0, 'sql', '-d', 'sqlite', self.model))
            self.assertIn(column, self.call(0, 'sql', '-d', 'sqlite', option, self.model))
        text = self.call(0, 'sql', '-d', 'duckdb', '--table', 'main.my table', '--key', 'the "key"', '--date', 'day',
                         self.model)
        self.assertIn('FROM "main"."my table" AS t', text)
        self.assertIn('t."the ""key""" AS customer', text)
        self.assertIn('t."day" AS snapshot', text)

    def test_wrong_usage(self):
        for words in ((), (self.model,), ('-d', 'oracle', self.model), ('-d', 'sqlite'), ('-d', 'sqlite', self.model, self.model),
                      ('-d', 'sqlite', '--table', '', self.model), ('-d', 'sqlite', '--dance', self.model),
                      ('-d', 'sqlite', self.model, '-o', self.model)):
            with self.subTest(words):
                self.assertIn('bellwether-cli sql', self.call(2, 'sql', *words))
        self.assertIn(', '.join(DIALECTS), self.call(2, 'sql', self.model))
        self.assertEqual(json.loads(self.model.read_text()), MODEL)

    def test_bad_input(self):
        self.assertIn('missing.json', self.call(1, 'sql', '-d', 'sqlite', self.folder / 'missing.json'))
        self.assertIn('export.csv', self.call(1, 'sql', '-d', 'sqlite', self.export))
        before = self.put('scores.sql', 'before')
        bare = dict(MODEL, metrics=[dict(MODEL['metrics'][0], scale={'type': 'percentile'}), MODEL['metrics'][1]])
        said = self.call(1, 'sql', '-d', 'sqlite', self.put('bare.json', json.dumps(bare)), '-o', before)
        self.assertIn('metrics[0] (seats)', said)
        self.assertIn('points', said)
        self.assertEqual(said.count('\n'), 1)
        self.assertEqual(before.read_text(), 'before')

    def test_to_a_file(self):
        self.call(0, 'sql', '-d', 'spark', self.model, '-o', self.folder / 'scores.sql')
        self.assertEqual((self.folder / 'scores.sql').read_text(), self.call(0, 'sql', '-d', 'spark', self.model))

    def test_the_exact_panel(self):
        exact = list(csv.reader(io.StringIO(self.call(0, 'panel', '--exact', '--key', 'ID', self.export))))
        guarded = list(csv.reader(io.StringIO(self.call(0, 'panel', '--key', 'ID', self.export))))
        self.assertIn('=Odd', exact[0])
        self.assertIn("'=Odd", guarded[0])
        self.assertEqual([row[0] for row in exact[1:]], ['C1', 'C2', '@C3'])
        self.assertEqual(exact[2][exact[0].index('Plan')], '=1+1')
        self.assertEqual([row[exact[0].index('Overdue')] for row in exact[1:]], ['false', 'true', 'false'])

    def test_scores_explained_as_json(self):
        answer = json.loads(self.call(0, 'score', '--json', '--explain', '--model', self.model, '--key', 'ID', self.export))
        first, second, third = answer['customers']
        # 3/4 of 100 and 1/4 of 80; 3/4 of 40 and 1/4 of 20; 3/4 of 20 and 1/4 of 50, which stands for a missing one
        self.assertEqual([first['score'], second['score_before_rules'], third['score']], [95, 35, 27.5])
        self.assertEqual([first['reason'], second['reason'], second['score']], [None, 'Late', 30])
        self.assertEqual(third['metrics'], [{'id': 'seats', 'score': 20}, {'id': 'plan', 'score': 50}])
        self.assertEqual(third['groups'], [{'id': 'other', 'score': 27.5}])


if __name__ == '__main__':
    unittest.main()
