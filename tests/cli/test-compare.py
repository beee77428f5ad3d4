#!/usr/bin/env python3
"""The command compare: what two models do to four customers, worked out by hand."""
# SPDX-License-Identifier: GPL-3.0-or-later
# Under A: C1 0.6·80 + 0.4·90 = 84, C2 0.6·25 + 0.4·30 = 27, C4 100; C3 has no users, and 40 % of
# the weight is not enough data. Under B: C1 89, C2 29.5, C4 100, and C3 has 90 % of the weight: 80.
import copy
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

CLI = os.path.abspath(sys.argv.pop(1))
ENV = dict(os.environ, LC_ALL="C.UTF-8", G_DEBUG="fatal-warnings")

ACCOUNTS = """Customer ID,Name,ARR,Seats,Active users,Tickets
C1,Alder & Finch,$12000,10,8,1
C2,"Smith, Jones",$3000,4,1,7
C3,=SUM(A1),$9000,20,,2
C4,Södra Skog,$1500,2,2,0
"""

A = {
    "format": "bellwether-model", "version": 1, "name": "Small",
    "groups": [{"id": "use", "name": "Use"}, {"id": "help", "name": "Help"}],
    "metrics": [
        {"id": "users", "name": "Active users", "group": "use",
         "derive": {"type": "ratio", "column": "Active users", "over": "Seats"},
         "scale": {"type": "linear", "from": 0, "to": 1}},
        {"id": "tickets", "name": "Tickets", "group": "help", "column": "Tickets", "direction": "hurts",
         "scale": {"type": "linear", "from": 0, "to": 10}},
    ],
    "segments": [{"id": "rest", "name": "Everyone else", "weights": {"users": 60, "tickets": 40}}],
}


def changed(**weights):
    model = copy.deepcopy(A)
    model["segments"][0]["weights"] = weights
    return model


class Compare(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = pathlib.Path(held.name)
        self.accounts = self.put("accounts.csv", ACCOUNTS)
        self.a = self.put("a.json", json.dumps(A))
        self.b = self.put("b.json", json.dumps(changed(users=10, tickets=90)))

    def put(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def run_it(self, status, *words):
        done = subprocess.run([CLI, "compare", *map(str, words)], capture_output=True, env=ENV, timeout=60)
        said = done.stderr.decode()
        self.assertEqual(done.returncode, status, said)
        self.assertNotIn("CRITICAL", said)
        return done.stdout.decode() if status == 0 else said

    def compare(self, *words):
        return self.run_it(0, "--from", self.a, "--to", self.b, self.accounts, *words)

    def test_json(self):
        said = json.loads(self.compare("--json"))
        self.assertEqual(said["from"], {"file": "a.json", "name": "Small"})
        self.assertEqual((said["customers"], said["scored"], said["moved"], said["moved_money"]), (4, 3, 1, 9000))
        self.assertAlmostEqual(said["mean_from"], (84 + 27 + 100) / 3)
        self.assertAlmostEqual(said["mean_to"], (89 + 29.5 + 100) / 3)
        self.assertAlmostEqual(said["mean_distance"], 7.5 / 3)
        self.assertAlmostEqual(said["spearman"], 1)
        self.assertAlmostEqual(said["kendall"], 1)
        cells = {(cell["from"], cell["to"]): (cell["customers"], cell["money"])
                 for cell in said["matrix"] if cell["customers"]}
        self.assertEqual(cells, {("healthy", "healthy"): (2, 13500), ("at-risk", "at-risk"): (1, 3000),
                                 (None, "healthy"): (1, 9000)})
        self.assertEqual(len(said["matrix"]), 16)
        self.assertEqual(said["movers"], [{
            "customer": "C3", "name": "=SUM(A1)", "from_score": None, "from_band": None,
            "to_score": 80, "to_band": "healthy", "money": 9000}])

    def test_text(self):
        said = self.compare()
        for part in ("a.json", "b.json", "70.3 → 72.8", "Spearman 1.000", "1 gets or loses a score"):
            self.assertIn(part, said)
        table = said[said.index("Customers"):].splitlines()[:6]
        self.assertEqual([line.split()[-5:] for line in table[1:]],
                         [["1", "0", "0", "0", "1"], ["0"] * 5, ["0", "0", "2", "0", "2"],
                          ["0", "0", "1", "0", "1"], ["1", "0", "3", "0", "4"]])

    def test_movers(self):
        path = self.folder / "movers.csv"
        self.compare("-o", path)
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 1)
        self.assertEqual(rows[0], {
            "customer": "C3", "name": "'=SUM(A1)", "segment": "Everyone else", "from_score": "",
            "from_band": "Not enough data", "to_score": "80.000000", "to_band": "Healthy",
            "difference": "", "money": "9000", "renewal": "", "kept": ""})

    def test_the_same(self):
        said = self.run_it(0, "--from", self.a, "--to", self.a, self.accounts)
        self.assertIn("No customer changes band", said)
        self.assertIn("The same order", said)

    def test_other_way_round(self):
        there = json.loads(self.compare("--json"))
        back = json.loads(self.run_it(0, "--from", self.b, "--to", self.a, self.accounts, "--json"))
        self.assertEqual({(c["from"], c["to"], c["customers"], c["money"]) for c in there["matrix"]},
                         {(c["to"], c["from"], c["customers"], c["money"]) for c in back["matrix"]})

    def test_faults(self):
        misfit = self.put("misfit.json", json.dumps(A).replace('"column": "Tickets"', '"column": "Footfall"'))
        said = self.run_it(1, "--from", self.a, "--to", misfit, self.accounts)
        self.assertIn("misfit.json", said)
        self.assertIn("Footfall", said)
        self.run_it(1, "--from", self.folder / "nowhere.json", "--to", self.b, self.accounts)
        self.assertIn("nobody", self.run_it(1, "--from", self.a, "--to", self.b, "--segment", "nobody", self.accounts))
        self.assertIn("--to", self.run_it(2, "--from", self.a, self.accounts))
        self.assertIn("--model", self.run_it(2, "--from", self.a, "--to", self.b, "--model", self.a, self.accounts))
        self.run_it(2, "--from", self.a, "--to", self.b, self.accounts, "-o", self.a)
        self.assertEqual(json.loads(self.a.read_text()), A)


unittest.main(verbosity=2)
