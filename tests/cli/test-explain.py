#!/usr/bin/env python3
"""The points of every customer, worked out anew from the exports' cells: e·(g − m), adding up."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

CLI = os.path.abspath(sys.argv.pop(1))
SAMPLE = pathlib.Path(os.environ['BW_SAMPLE_DATA'])
ENV = dict(os.environ, LC_ALL='C.UTF-8', G_DEBUG='fatal-warnings')
NEWEST = datetime.date(2026, 11, 30)
MODEL = json.loads((SAMPLE / 'model.json').read_text(encoding='utf-8'))
MISSING = ('', 'N/A', '-')
METRICS = {metric['id']: metric for metric in MODEL['metrics']}


def rows_of(name):
    text = (SAMPLE / name).read_text(encoding='utf-8-sig')
    lines = text.splitlines()
    return {row['Customer ID']: row for row in csv.DictReader(lines, delimiter=';' if ';' in lines[0] else ',')}


def run(*arguments):
    files = sorted(str(path) for path in SAMPLE.glob('*.csv'))
    return subprocess.run([CLI, *arguments, *files], check=True, capture_output=True, text=True, env=ENV).stdout


def number(text):
    return float(text.replace('$', '').replace(',', '')) if text not in MISSING else None


def days(text):
    return (NEWEST - datetime.date.fromisoformat(text)).days if text not in MISSING else None


def raw_values(key, account, usage, before, sums):
    """By metric, from the cells of one customer; None where there is no value."""
    cells = usage.get(key, {})
    old = before.get(key, {})
    active, seats = number(cells.get('Active users', '')), number(account['Seats'])
    now, then = number(cells.get('Sessions', '')), number(old.get('Sessions', ''))
    return {
        'active-users': active / seats if active is not None and seats else None,
        'features': number(cells.get('Key features used', '')),
        'last-login': days(cells.get('Last admin login', '')),
        'usage-change': 100 * (now - then) / abs(then) if now is not None and then else None,
        'integrations': number(cells.get('Integrations', '')),
        'csm-pulse': number(cells.get('CSM pulse', '')),
        'last-meeting': days(cells.get('Last meeting', '')),
        'nps': number(sums[key]['NPS']), 'tickets': number(sums[key]['tickets (30 days)']),
        'hours': number(sums[key]['Hours to resolve (mean)']),
        'overdue': cells.get('Invoice overdue', '') or None, 'plan': account['Plan'] or None,
    }


def on_line(points, x):
    if x <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return points[-1][1]


def scale(metric, value):
    """The metric score, turned where it hurts; None where there is none."""
    rule = metric['scale']
    if value is None:
        score = None
    elif rule['type'] == 'linear':
        score = 100 * min(max((value - rule['from']) / (rule['to'] - rule['from']), 0), 1)
    elif rule['type'] in ('curve', 'percentile'):
        score = on_line(rule['points'], value)
    elif rule['type'] == 'steps':
        score = [s for edge, s in rule['steps'] if value >= edge or edge == rule['steps'][0][0]][-1]
    else:
        table = {key.lower(): s for key, s in rule['values'].items()}
        score = table.get(str(value).lower(), rule.get('other'))
    if score is None:
        policy = metric.get('missing', 'skip')
        return {'skip': None, 'neutral': 50, 'worst': 0}[policy] if isinstance(policy, str) else policy['value']
    return 100 - score if metric.get('direction') == 'hurts' else score


def segment_of(account):
    if days(account['Start date']) < 90:
        return 'new'
    return {'Enterprise': 'enterprise', 'Mid-market': 'mid-market', 'Small business': 'small-business'}.get(account['Segment'], 'rest')


def effective(weights, present):
    """e of each present metric: its group keeps the weight of those that are missing."""
    groups = {}
    for metric, weight in weights.items():
        groups.setdefault(METRICS[metric]['group'], []).append((metric, weight))
    shares = {}
    for members in groups.values():
        known = sum(weight for metric, weight in members if metric in present)
        for metric, weight in members:
            if metric in present and weight > 0:
                shares[metric] = sum(w for _, w in members) * weight / known
    total = sum(shares.values())
    return {metric: share / total for metric, share in shares.items()}


class Explain(unittest.TestCase):
    def test_sample(self):
        accounts, usage, before = rows_of('accounts.csv'), rows_of('usage-2026-11.csv'), rows_of('usage-2026-08.csv')
        sums = {row['customer']: row for row in csv.DictReader(run('panel', '--exact').splitlines())
                if row['snapshot'] == NEWEST.isoformat()}
        said = {one['customer']: one for one in
                json.loads(run('score', '--json', '--explain', '--model', str(SAMPLE / 'model.json')))['customers']}
        weights = {segment['id']: segment['weights'] for segment in MODEL['segments']}
        found = {}
        for key, one in said.items():
            segment = segment_of(accounts[key])
            self.assertEqual(one['segment'], segment, key)
            raw = raw_values(key, accounts[key], usage, before, sums)
            g = {metric: scale(METRICS[metric], raw[metric]) for metric in weights[segment]}
            g = {metric: score for metric, score in g.items() if score is not None and weights[segment][metric] > 0}
            found[key] = segment, g, effective(weights[segment], g)
        self.assertGreater(len(found), 400)
        means = {}
        for key, (segment, g, _) in found.items():
            for metric, score in g.items() if said[key]['score'] is not None else ():
                means.setdefault((segment, metric), []).append(score)
        means = {place: sum(scores) / len(scores) for place, scores in means.items()}
        for key, (segment, g, e) in found.items():
            one = said[key]
            if one['score'] is None:
                self.assertNotIn('points', one)
                continue
            points = {part['metric']: part['points'] for part in one['points']}
            self.assertEqual(set(points), set(e), key)
            self.assertAlmostEqual(sum(e[metric] * g[metric] for metric in e), one['score_before_rules'], delta=2e-9, msg=key)
            for metric, share in e.items():
                self.assertAlmostEqual(points[metric], share * (g[metric] - means[segment, metric]), delta=1e-9, msg=f'{key} {metric}')
            whole = sum(points.values()) + one['points_of_rule'] + one['points_of_rest']
            self.assertAlmostEqual(whole, one['score'] - one['mean'], delta=1e-9, msg=key)
            self.assertAlmostEqual(one['points_of_rule'], one['score'] - one['score_before_rules'], delta=1e-9, msg=key)


class Charts(unittest.TestCase):
    """The date that a change is told since and what scores are shown as reach the picture."""

    def draw(self, *arguments):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, 'chart.svg')
            files = sorted(str(path) for path in SAMPLE.glob('*.csv'))
            done = subprocess.run([CLI, 'chart', *arguments, '--model', str(SAMPLE / 'model.json'), '--output', str(path), *files],
                                  capture_output=True, text=True, env=ENV)
            return (path.read_bytes() if path.exists() else None), done.stderr

    def test_since(self):
        key = next(iter(rows_of('usage-2026-08.csv')))
        drawn = {since: self.draw('change', '--customer', key, '--since', since)[0] for since in ('2026-08-31', '2026-10-31')}
        self.assertNotIn(None, drawn.values())
        self.assertNotEqual(*drawn.values())
        nothing, said = self.draw('change', '--customer', key, '--since', '2019-01-01')
        self.assertIsNone(nothing)
        self.assertIn('no earlier snapshot of “2019-01-01”', said)

    def test_scores_as(self):
        key = next(iter(rows_of('accounts.csv')))
        drawn = [self.draw('why', '--customer', key, '--scores-as', form)[0]
                 for form in ('number', 'percent', 'letter', 'band', 'rank', 'percentile')]
        self.assertEqual(len(set(drawn) - {None}), 6)
        nothing, said = self.draw('why', '--customer', key, '--scores-as', 'stars')
        self.assertIsNone(nothing)
        self.assertIn('“stars”', said)


unittest.main()
