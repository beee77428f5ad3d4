#!/usr/bin/env python3
"""Outcomes that do not tell what is asked of them: what validate and suggest say, and never guess."""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

CLI = os.path.abspath(sys.argv.pop(1))
ENV = dict(os.environ, LC_ALL="C.UTF-8", G_DEBUG="fatal-warnings")

ROWS = [f"C{i},{10 * i},{i % 3},{'Yes' if i < 4 else 'No'},{f'2026-03-{10 + i}' if i < 4 else ''}" for i in range(9)]
HEADER = "Customer ID,Users,Orders,Churned,Left on"


class Faults(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.folder = pathlib.Path(held.name)
        self.accounts = self.put("accounts.csv", HEADER, *ROWS)

    def put(self, name, *lines):
        path = self.folder / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def run_it(self, *words):
        done = subprocess.run([CLI, *map(str, words)], capture_output=True, env=ENV, timeout=60)
        self.assertNotIn("CRITICAL", done.stderr.decode())
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_calls(self):
        """What is wrong with a call is said, and nothing else is judged in its place."""
        cases = [
            (1, "no column “Customer ID” in the panel", "--outcome", "Customer ID"),
            (1, "“Left on” is a date itself", "--outcome", "Left on", "--outcome-date", "Orders"),
            (1, "“Left on” is a date itself", "--outcome", "Left on", "--outcome-date", ""),
            (2, "from 0 to 36500", "--outcome", "Churned", "--lead=-1"),
            (2, "from 0 to 36500", "--outcome", "Churned", "--lead", "36501"),
            (2, "from 1 to 36500", "--outcome", "Churned", "--every-snapshot", "--span", "0"),
            (2, "name of a file is empty", "--outcome", "Churned", "-o", ""),
        ]
        for status, part, *words in cases:
            for command in (["validate"], ["suggest"], ["chart", "roc", "-o", self.folder / "roc.svg"]):
                if command[0] == "chart" and "-o" in words:
                    continue
                with self.subTest(command[0], words=words):
                    code, said, complaint = self.run_it(*command, *words, self.accounts)
                    self.assertEqual((code, said), (status, ""), complaint)
                    self.assertIn(part, complaint)
        for column in ("churned", "CHURNED", "Churned"):
            self.assertIn("9, 4 left", self.run_it("validate", "--outcome", column, self.accounts)[1])

    def test_dates(self):
        """Days that do not exist date nobody, and dates in a status are no days: both are said, with one of them."""
        rows = [row.replace("2026-03-1", "2026-02-3") for row in ROWS]
        impossible = self.put("impossible.csv", HEADER.replace("Left on", "Churn date"), *rows)
        said = self.run_it("validate", "--outcome", "Churned", impossible)[1]
        self.assertIn("“Churn date” seems to say when customers left", said)
        self.assertIn("4 customers, such as “2026-02-30”, cannot be read as days", said)
        said = self.run_it("validate", "--outcome", "Churned", "--outcome-date", "", impossible)[1]
        self.assertNotIn("seems to say", said)
        mixed = self.put("mixed.csv", "Customer ID,Users,Status", *(
            f"C{i},{10 * i},{'2026-03-01' if i == 1 else 'Churned' if i < 4 else 'Active'}" for i in range(9)))
        said = self.run_it("validate", "--outcome", "Status", "--positive", "Churned", mixed)[1]
        self.assertIn("“Status” has a date for 1 customer, “2026-03-01”.", said)

    def test_number(self):
        code, said, _ = self.run_it("validate", "--outcome", "Orders", self.accounts)
        self.assertEqual(code, 0)
        self.assertIn("! “Orders” is a number: whoever has more than 0 counts as gone", said)
        self.assertNotIn("is a number", self.run_it("validate", "--outcome", "Orders", "--positive", "2", self.accounts)[1])

    def test_unread(self):
        """A day that is none counts as missing, so the customer as one who stayed: that is not kept quiet."""
        for bad, n in (("soon", 1), ("2026-02-30", 1), ("soon", 2)):
            rows = [row.replace(f"2026-03-{10 + i}", bad) if i < n else row for i, row in enumerate(ROWS)]
            rows += [f"D{i},{i},1,Yes,2026-04-{i + 10}" for i in range(20)]
            exports = self.put("exports.csv", HEADER, *rows)
            with self.subTest(bad, n=n):
                code, _, complaint = self.run_it("validate", "--outcome", "Left on", exports)
                self.assertEqual(code, 0, complaint)
                self.assertIn(f"exports.csv:2:5: Not a date, so taken as missing (Left on: “{bad}”)", complaint)
                self.assertEqual("and 1 more of this column" in complaint, n == 2)
                self.assertNotIn("Not a date", self.run_it("validate", "--outcome", "Churned", "--outcome-date", "",
                                                           exports)[2])

    def test_leak(self):
        """A metric that knows who left is named by both commands, in whole sentences."""
        metrics = [{"id": name.lower(), "name": name, "column": name,
                    "scale": {"type": "linear", "from": 0, "to": 100}} for name in ("Users", "Farewell")]
        model = self.put("model.json", json.dumps({
            "format": "bellwether-model", "version": 1, "name": "T", "metrics": metrics,
            "segments": [{"id": "rest", "name": "Everyone else", "weights": {"users": 1, "farewell": 1}}]}))
        rows = [f"C{i},{i * 37 % 100},{i % 7 if i % 4 == 0 else 90 + i % 7},{'Yes' if i % 4 == 0 else 'No'}" for i in range(200)]
        book = self.put("book.csv", "Customer ID,Users,Farewell,Churned", *rows)
        for command in ("validate", "suggest"):
            with self.subTest(command):
                code, said, complaint = self.run_it(command, "--outcome", "Churned", "--model", model, book)
                self.assertEqual(code, 0, complaint)
                self.assertRegex(said, "! “Farewell”.* known beforehand[?]\n")
                self.assertNotRegex(said, "! “Users”")

    def test_mixed_dates(self):
        days = ("2026-03-13", "14.03.2026", "03/15/2026")
        left = self.put("left.csv", "Customer ID,churn_date", *(f"C{i},{day}" for i, day in enumerate(days)))
        use = self.put("use.csv", "Customer ID,Users", *(f"C{i},{i}" for i in range(9)))
        code, _, complaint = self.run_it("validate", "--outcome", "churn_date", use, left)
        self.assertEqual(code, 1)
        self.assertIn("left.csv: Dates written day first", complaint)

    def test_picture_that_cannot_be_written(self):
        for path in (self.folder / "none" / "roc.svg", self.accounts / "roc.png"):
            code, _, complaint = self.run_it("chart", "roc", "--outcome", "Churned", self.accounts, "-o", path)
            self.assertEqual(code, 1)
            self.assertIn(f"bellwether-cli: {path}: ", complaint)


if __name__ == "__main__":
    unittest.main(verbosity=2)
