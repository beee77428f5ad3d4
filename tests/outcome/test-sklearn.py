#!/usr/bin/python3
"""Figures of the sample data, computed once more with scikit-learn and SciPy."""
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From the program come the scores of all snapshots and the figures; who left and when is read from the
# export here, who is judged by which snapshot is worked out here, and so is every figure.
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import unittest
from datetime import date

try:
    import numpy
    from scipy.stats import binomtest, ks_2samp
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import brier_score_loss, roc_auc_score, roc_curve
except ImportError:
    sys.exit(77)

CLI = sys.argv.pop(1)
SAMPLE = pathlib.Path(os.environ['BW_SAMPLE_DATA'])
FILES = sorted(SAMPLE.glob('*.csv'))
MODEL = SAMPLE / 'model.json'


def run(*words):
    done = subprocess.run([CLI, *map(str, words)], capture_output=True, check=True, timeout=120)
    return done.stdout.decode()


def read_scores():
    """{customer: [(day, score or None, segment, band), …]}, the oldest first."""
    rows = csv.DictReader(io.StringIO(run('score', '--model', MODEL, '--all-snapshots', *FILES)))
    scores = {}
    for row in rows:
        scores.setdefault(row['customer'], []).append(
            (date.fromisoformat(row['snapshot']), float(row['score']) if row['score'] else None,
             row['segment'], row['band']))
    return {customer: sorted(rows, key=lambda row: row[0]) for customer, rows in scores.items()}


def read_outcomes():
    with (SAMPLE / 'accounts.csv').open(encoding='utf-8') as file:
        return {row['Customer ID']: (row['Churned'] == 'Yes',
                                     date.fromisoformat(row['Churn date']) if row['Churn date'] else None)
                for row in csv.DictReader(file)}


def judge(scores, outcomes, lead):
    """The newest row of each customer at least @lead days before it left. Who stayed is dealt the day of
    one who left, of those that leave it a row, evenly by the golden section."""
    days = sorted(day for customer, (gone, day) in outcomes.items()
                  if gone and customer in scores and (day - scores[customer][0][0]).days >= lead)
    judged, n_stayed = [], 0
    for customer in sorted(scores, key=int_of):
        rows, (gone, day) = scores[customer], outcomes.get(customer, (None, None))
        if gone is None:
            continue
        if not gone:
            mine = [other for other in days if (other - rows[0][0]).days >= lead]
            share = (n_stayed + .5) * .6180339887498949 % 1
            day = mine[int(share * len(mine))] if mine else None
            n_stayed += 1
        early = [row for row in rows if day and (day - row[0]).days >= lead]
        if early:
            judged.append((*early[-1], gone, customer))
    return judged


def int_of(customer):
    return int(customer.split('-')[1])


def delong(scores, gone):
    """Standard error of the AUC, over all pairs."""
    won = (scores[gone][:, None] < scores[~gone][None, :]) + .5 * (scores[gone][:, None] == scores[~gone])
    return numpy.sqrt(won.mean(1).var(ddof=1) / gone.sum() + won.mean(0).var(ddof=1) / (~gone).sum())


class Sample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scores, cls.outcomes = read_scores(), read_outcomes()

    def near(self, ours, theirs, places=6):
        self.assertAlmostEqual(ours, theirs, places)

    def check_rate(self, ours, n_gone, n):
        theirs = binomtest(n_gone, n).proportion_ci(method='wilson')
        self.assertEqual((ours['gone'], ours['customers']), (n_gone, n))
        self.near(ours['low'], theirs.low, 9)
        self.near(ours['high'], theirs.high, 9)

    def check_figures(self, ours, judged):
        scored = [row for row in judged if row[1] is not None]
        scores = numpy.array([row[1] for row in scored])
        gone = numpy.array([row[4] for row in scored])
        self.assertEqual(ours['rows'], len(judged))
        self.assertEqual(ours['rows_gone'], sum(row[4] for row in judged))
        self.check_rate(ours['churn'], int(gone.sum()), len(gone))
        if not 2 <= gone.sum() <= len(gone) - 2:
            return
        auc = roc_auc_score(gone, -scores)
        self.near(ours['auc'], auc)
        self.near(ours['gini'], 2 * auc - 1)
        self.near(ours['auc_se'], delong(scores, gone))
        self.near(ours['ks'], ks_2samp(scores[gone], scores[~gone]).statistic)
        low = [row for row in scored if row[3] == 'At risk']
        self.check_rate(ours['caught'], sum(row[4] for row in low), int(gone.sum()))
        self.check_rate(ours['bands'][0]['churn'], sum(row[4] for row in low), len(low))
        self.check_tenths(ours, scores, gone)

    def check_tenths(self, ours, scores, gone):
        """A tie across an edge is shared: what stands below an edge is a straight line inside a tie."""
        values, counts = numpy.unique(scores, return_counts=True)
        left = numpy.array([gone[scores == value].sum() for value in values])
        edges = numpy.linspace(0, len(scores), 11)
        below = numpy.interp(edges, numpy.concatenate([[0], counts.cumsum()]),
                             numpy.concatenate([[0], left.cumsum()]))
        for i, tenth in enumerate(ours['tenths']):
            self.near(tenth['churn']['customers'], len(scores) / 10)
            self.near(tenth['churn']['gone'], below[i + 1] - below[i])
            self.near(tenth['gain'], below[i + 1] / gone.sum())
        self.near(ours['lift'], (below[1] / edges[1]) / gone.mean())

    def test_leads(self):
        for lead in (30, 60, 90):
            judged = judge(self.scores, self.outcomes, lead)
            ours = json.loads(run('validate', '--json', '--model', MODEL, '--lead', lead, *FILES))
            self.assertEqual(ours['test']['kind'], 'once')
            self.check_figures(ours['all'], judged)
            for segment in ours['segments']:
                self.check_figures(segment, [row for row in judged if row[2] == segment['name']])

    def test_roc(self):
        judged = judge(self.scores, self.outcomes, 30)
        scored = [row for row in judged if row[1] is not None]
        theirs = roc_curve([row[4] for row in scored], [-row[1] for row in scored],
                           drop_intermediate=False)
        ours = json.loads(run('validate', '--json', '--model', MODEL, *FILES))['roc']
        self.assertEqual(len(ours), len(theirs[0]))
        for point, false_alarms, caught in zip(ours, *theirs[:2]):
            self.near(point['false_alarms'], false_alarms, 9)
            self.near(point['caught'], caught, 9)

    def test_curve(self):
        judged = judge(self.scores, self.outcomes, 30)
        scored = [row for row in judged if row[1] is not None]
        scores = numpy.array([[row[1]] for row in scored])
        gone = numpy.array([row[4] for row in scored])
        fit = LogisticRegression(penalty=None, tol=1e-10, max_iter=10000).fit(scores / 100, gone)
        chances = fit.predict_proba(scores / 100)[:, 1]
        ours = json.loads(run('validate', '--json', '--model', MODEL, *FILES))['all']
        self.near(ours['slope'] * 100, fit.coef_[0][0], 3)
        self.near(ours['intercept'], fit.intercept_[0], 3)
        self.near(ours['brier'], brier_score_loss(gone, chances))
        self.near(ours['brier_base'], brier_score_loss(gone, numpy.full(len(gone), gone.mean())))

    def test_metrics_alone(self):
        """A column that the model scores as it stands: its order is the metric's."""
        ours = json.loads(run('validate', '--json', '--model', MODEL, *FILES))
        alone = {metric['id']: metric for metric in ours['metrics']}
        panel = csv.DictReader(io.StringIO(run('panel', *FILES)))
        pulses = {}
        for row in panel:
            pulses.setdefault(row['customer'], {})[date.fromisoformat(row['snapshot'])] = row['CSM pulse']
        values, gone = [], []
        for at, _, _, _, left, customer in judge(self.scores, self.outcomes, 30):
            if pulses[customer][at]:
                values.append(-float(pulses[customer][at]))
                gone.append(left)
        self.assertEqual(alone['csm-pulse']['gone'], sum(gone))
        self.near(alone['csm-pulse']['auc'], roc_auc_score(gone, values))


if __name__ == '__main__':
    unittest.main()
