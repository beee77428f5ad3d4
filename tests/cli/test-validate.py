#!/usr/bin/env python3
"""The commands validate and suggest: eight customers by hand, real exports, and what is wrong with a call."""
# SPDX-License-Identifier: GPL-3.0-or-later
import bisect
import csv
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import unittest

CLI = os.path.abspath(sys.argv.pop(1))
ENV = dict(os.environ, LC_ALL="C.UTF-8", G_DEBUG="fatal-warnings")
SHARED = pathlib.Path(os.environ["BW_SHARED_DATA"])
SAMPLE = pathlib.Path(os.environ["BW_SAMPLE_DATA"])
SAMPLE_FILES = sorted(SAMPLE.glob("*.csv"))

# The score is the number of users. Left: 10, 30 and 80; stayed: 20, 30, 60, 70 and 90.
ACCOUNTS = """Customer ID,ARR,Users,Status,Left on,Customer since
C1,$100,10,Cancelled,2026-03-01,2024-01-01
C2,$200,20,Live,,2024-01-01
C3,$300,30,Cancelled,2026-03-10,2024-01-01
C4,$400,30,Live,,2024-01-01
C5,$500,60,Live,,2024-01-01
C6,$600,70,Paused,,2024-01-01
C7,$700,80,Cancelled,2026-03-20,2024-01-01
C8,$800,90,Live,,2024-01-01
"""

MODEL = {
    "format": "bellwether-model", "version": 1, "name": "Users",
    "metrics": [{"id": "users", "name": "Users", "column": "Users",
                 "scale": {"type": "linear", "from": 0, "to": 100}}],
    "segments": [{"id": "rest", "name": "Everyone else", "weights": {"users": 1}}],
}


class Judging(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = pathlib.Path(held.name)
        self.accounts = self.put("accounts.csv", ACCOUNTS)
        self.model = self.put("model.json", json.dumps(MODEL))

    def put(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def run_it(self, status, *words):
        done = subprocess.run([CLI, *map(str, words)], capture_output=True, env=ENV, timeout=120)
        said = done.stderr.decode()
        self.assertEqual(done.returncode, status, said)
        self.assertNotIn("CRITICAL", said)
        return done.stdout.decode() if status == 0 else said

    def validate(self, *words):
        return json.loads(self.run_it(0, "validate", "--json", "--model", self.model, self.accounts, *words))

    def test_by_hand(self):
        said = self.validate("--outcome", "Status", "--positive", "Cancelled", "--outcome-date", "")
        self.assertEqual(said["outcome"], {"column": "Status", "positive": ["Cancelled"], "date": None, "dated": False,
                                           "gone": 3, "stayed": 5, "unknown": 0, "end": said["outcome"]["end"]})
        self.assertEqual(said["test"]["kind"], "describes")
        everybody = said["all"]
        self.assertFalse(everybody["enough"])
        # 10 wins all five, 30 wins three and a tie, 80 one.
        self.assertAlmostEqual(everybody["auc"], (5 + 3.5 + 1) / 15)
        self.assertAlmostEqual(everybody["gini"], 2 * 9.5 / 15 - 1)
        self.assertAlmostEqual(everybody["churn"]["rate"], 3 / 8)
        self.assertEqual([(band["band"], band["churn"]["customers"], band["churn"]["gone"], band["money"])
                          for band in everybody["bands"]],
                         [("at-risk", 4, 2, 1000), ("watch", 1, 0, 500), ("healthy", 3, 1, 2100), (None, 0, 0, 0)])
        self.assertAlmostEqual(everybody["caught"]["rate"], 2 / 3)
        self.assertEqual(everybody["tenths"][9]["gain"], 1)
        self.assertEqual(said["roc"][0]["caught"], 0)
        self.assertEqual(said["roc"][-1]["caught"], 1)
        self.assertEqual({remark["id"] for remark in said["remarks"]}, {"few-gone", "few-stayed", "describes"})

    def test_more_values(self):
        said = self.validate("--outcome", "Status", "--positive", "cancelled", "--positive", "Paused")
        self.assertEqual(said["outcome"]["gone"], 4)

    def test_too_late(self):
        """The export is newer than the days on which customers left: it describes, and says why."""
        said = self.validate("--outcome", "Left on", "--as-of", "2026-04-30")
        self.assertTrue(said["outcome"]["dated"])
        self.assertEqual(said["test"]["kind"], "describes")
        self.assertIn("too-late", {remark["id"] for remark in said["remarks"]})

    def test_in_time(self):
        said = self.validate("--outcome", "Left on", "--as-of", "2026-02-05", "--lead", "30")
        self.assertEqual((said["test"]["kind"], said["test"]["lead"]), ("once", 30))
        # On 1 March fewer than 30 days had passed: C1 is not judged.
        self.assertEqual((said["test"]["rows_gone"], said["test"]["too_late"]), (2, 1))
        said = self.validate("--outcome", "Left on", "--as-of", "2026-02-05", "--lead", "5", "--every-snapshot",
                             "--span", "28")
        self.assertEqual((said["test"]["kind"], said["test"]["span"], said["test"]["rows_gone"]), ("every-snapshot", 28, 2))

    def test_before_start(self):
        self.accounts = self.put("accounts.csv", ACCOUNTS.replace("C7,$700,80,Cancelled,2026-03-20,2024-01-01",
                                                                  "C7,$700,80,Cancelled,2026-03-20,2026-05-01"))
        said = self.validate("--outcome", "Left on")
        self.assertEqual(said["outcome"]["unknown"], 1)
        self.assertIn("before-start", {remark["id"] for remark in said["remarks"]})

    def test_strangers(self):
        """An outcome of somebody who is no customer is left out, and that is said."""
        use = self.put("use.csv", "Customer ID,Users\nC1,10\nC2,20\nC3,30\nC4,40\nC5,50\nC6,60\n")
        left = self.put("left.csv", "Customer ID,Churned\nC1,Yes\nC2,No\nC3,No\nC4,Yes\nC98,No\nC99,Yes\n")
        done = subprocess.run([CLI, "validate", "--json", use, left], capture_output=True, env=ENV, timeout=60)
        self.assertEqual(json.loads(done.stdout)["outcome"]["gone"], 2)
        self.assertIn("2 rows of the files are of customers that the panel does not have", done.stderr.decode())

    def test_text(self):
        said = self.run_it(0, "validate", "--model", self.model, "--outcome", "Status", "--positive", "Cancelled",
                           "--outcome-date", "", self.accounts)
        for part in ("does not forecast", "8, 3 left", "Churn rate           ·", "Not enough data", "At least 20 are needed"):
            self.assertIn(part, said)
        self.assertNotIn("Tenth", said)

    def test_faults(self):
        named = ("--outcome", "Status")
        cases = [
            (1, "Say which of them", *named, self.accounts),
            (1, "no value “Gone”", *named, "--positive", "Gone", self.accounts),
            (1, "Outcome", "--outcome", "Nothing", self.accounts),
            (1, "all 8 customers", "--outcome", "Users", self.accounts),
            (1, "but one snapshot", "--vanished", self.accounts),
            (1, "no column of dates", *named, "--positive", "Cancelled", "--outcome-date", "Users", self.accounts),
            (2, "exclude", *named, "--vanished", self.accounts),
            (2, "--positive", "--vanished", "--positive", "x", self.accounts),
            (2, "--span", *named, "--span", "30", self.accounts),
            (2, "--lead", *named, "--lead", "-5", self.accounts),
            (2, "no file"),
        ]
        for status, part, *words in cases:
            for command in ("validate", "suggest"):
                with self.subTest(command, words=words):
                    said = self.run_it(status, command, *words)
                    if part != "Outcome":
                        self.assertIn(part, said)
        self.run_it(2, "suggest", *named, "--part", "2", self.accounts)
        self.run_it(2, "validate", *named, self.accounts, "-o", self.accounts)

    def test_suggest_too_few(self):
        out = self.folder / "suggested.json"
        said = json.loads(self.run_it(0, "suggest", "--json", "--model", self.model, "--outcome", "Left on", self.accounts,
                                      "-o", out))
        self.assertEqual(said["suggestion"]["verdict"], "too-few")
        self.assertIsNone(said["suggestion"]["auc_after"]["value"])
        self.assertFalse(out.exists())

    def test_sample(self):
        said = json.loads(self.run_it(0, "validate", "--json", "--model", SAMPLE / "model.json", *SAMPLE_FILES))
        self.assertEqual((said["outcome"]["column"], said["outcome"]["date"], said["outcome"]["gone"]),
                         ("Churned", "Churn date", 56))
        self.assertGreater(said["all"]["auc_low"], 0.65)
        earlier = json.loads(self.run_it(0, "validate", "--json", "--model", SAMPLE / "model.json", "--lead", "90",
                                         *SAMPLE_FILES))
        self.assertLess(earlier["test"]["rows_gone"], said["test"]["rows_gone"] + 1)

    def test_sample_stability(self):
        """The index of the score, worked out once more from the scores of both snapshots."""
        csv_text = self.run_it(0, "score", "--all-snapshots", "--model", SAMPLE / "model.json", *SAMPLE_FILES)
        scores = {}
        for row in csv.DictReader(csv_text.splitlines()):
            if row["score"]:
                scores.setdefault(row["snapshot"], []).append(float(row["score"]))
        days = sorted(scores)
        for since in (days[0], days[-2]):
            said = json.loads(self.run_it(0, "validate", "--json", "--since", since, "--model", SAMPLE / "model.json",
                                          *SAMPLE_FILES))["stability"]
            self.assertEqual((said["from"], said["to"]), (since, days[-1]))
            then, now = scores[since], scores[days[-1]]
            edges = sorted(set(statistics.quantiles(then, n=10, method="inclusive")))
            parts = [[sum(bisect.bisect_left(edges, x) == part for x in xs) for part in range(len(edges) + 1)]
                     for xs in (then, now)]
            shares = [[max(n, 0.5) / len(xs) for n in counts] for xs, counts in zip((then, now), parts)]
            index = sum((q - p) * math.log(q / p) for p, q in zip(*shares))
            self.assertAlmostEqual(said["score"], index, delta=1e-9)
        self.assertIn("no earlier snapshot", self.run_it(1, "validate", "--since", "1999-01-01", "--model",
                                                         SAMPLE / "model.json", *SAMPLE_FILES))

    def test_sample_suggests(self):
        whole, half = self.folder / "whole.json", self.folder / "half.json"
        for part, path in (("1", whole), ("0.5", half)):
            said = json.loads(self.run_it(0, "suggest", "--json", "--model", SAMPLE / "model.json", "--part", part,
                                          *SAMPLE_FILES, "-o", path))
            self.assertEqual(said["suggestion"]["tested"], "crossed")
        before = json.loads((SAMPLE / "model.json").read_text())
        for at, segment in enumerate(said["segments"]):
            weights = [json.loads(path.read_text())["segments"][at]["weights"] for path in (whole, half)]
            total = sum(abs(weight) for weight in before["segments"][at]["weights"].values())
            for weight in segment["weights"]:
                self.assertAlmostEqual(weight["from"], abs(before["segments"][at]["weights"][weight["metric"]]) / total)
                self.assertAlmostEqual(self.share(weights[0], weight["metric"]), weight["to"])
                self.assertAlmostEqual(self.share(weights[1], weight["metric"]), (weight["from"] + weight["to"]) / 2)
        self.run_it(0, "score", "--model", half, *SAMPLE_FILES)

    @staticmethod
    def share(weights, metric):
        return abs(weights[metric]) / sum(abs(weight) for weight in weights.values())

    def test_workspace(self):
        book = self.folder / "book.bellwether"
        self.run_it(0, "workspace", "new", book, *SAMPLE_FILES)
        said = json.loads(self.run_it(0, "validate", "--json", "--outcome", "Churned", book))
        self.assertEqual(said["outcome"]["gone"], 56)

    @unittest.skipUnless((SHARED / "ravenstack").exists(), "the exports are not on this machine")
    def test_noise(self):
        """ravenstack's churn is noise, and its two outcomes disagree: both are said."""
        files = sorted((SHARED / "ravenstack").glob("*.csv"))
        for words in (("--outcome", "churn_flag"), ("--outcome", "churn_date"),
                      ("--outcome", "churn_date", "--every-snapshot"), ("--outcome", "churn_date", "--lead", "90")):
            with self.subTest(words=words):
                said = json.loads(self.run_it(0, "validate", "--json", *words, *files))
                self.assertLessEqual(said["all"]["auc_low"], 0.5)
                self.assertGreaterEqual(said["all"]["auc_high"], 0.5)
                by_id = {remark["id"]: remark["text"] for remark in said["remarks"]}
                self.assertIn("no-better", by_id)
                self.assertIn("352", by_id["disagree"])
                self.assertIn("110", by_id["disagree"])
        said = json.loads(self.run_it(0, "suggest", "--json", "--outcome", "churn_flag", *files))
        self.assertEqual(said["suggestion"]["verdict"], "nothing")
        self.assertIn("nothing to learn", said["suggestion"]["sentence"])

    @unittest.skipUnless((SHARED / "ibm-telco").exists(), "the exports are not on this machine")
    def test_telco(self):
        files = sorted((SHARED / "ibm-telco").glob("*.csv"))
        said = json.loads(self.run_it(0, "suggest", "--json", *files))
        self.assertEqual((said["suggestion"]["verdict"], said["suggestion"]["tested"]), ("better", "third"))
        self.assertGreater(said["suggestion"]["auc_after"]["value"], said["suggestion"]["auc_before"]["value"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
