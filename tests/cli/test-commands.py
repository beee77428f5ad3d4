#!/usr/bin/env python3
"""The command line as a person calls it: what comes out, what is said, and how it exits."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import gzip
import io
import json
import os
import pathlib
import pty
import subprocess
import sys
import tempfile
import unittest
import zipfile

CLI = os.path.abspath(sys.argv.pop(1))
SHARED = pathlib.Path(os.environ.get("BW_SHARED_DATA", "/nowhere"))
ENV = dict(os.environ, LC_ALL="C.UTF-8", G_DEBUG="fatal-warnings")

ACCOUNTS = """Customer ID,Name,Plan,ARR,Seats,Active users,Tickets,Churned
C1,Alder & Finch,Pro,$12000,10,8,1,No
C2,"Smith, Jones",Basic,$3000,4,1,7,Yes
C3,=SUM(A1),Pro,$9000,20,,2,No
C4,Södra Skog,Basic,$1500,2,2,0,No
"""

MODEL = {
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


def run(*words, **more):
    return subprocess.run([CLI, *map(str, words)], capture_output=True, env=ENV, timeout=60, **more)


class Folder(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.addCleanup(self.held.cleanup)
        self.folder = pathlib.Path(self.held.name)
        self.accounts = self.put("accounts.csv", ACCOUNTS)
        self.model = self.put("model.json", json.dumps(MODEL))

    def put(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def works(self, *words):
        done = run(*words)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode()

    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(self.works(*words))))

    def fails(self, status, *words):
        done = run(*words)
        said = done.stderr.decode()
        self.assertEqual(done.returncode, status, said)
        self.assertNotIn("CRITICAL", said)
        self.assertNotIn("WARNING", said)
        return said


class Usage(Folder):
    def test_help_names_every_command(self):
        said = self.works("--help")
        for name in ("inspect", "check", "table", "panel", "model", "score", "chart"):
            self.assertIn(f"\n  {name} ", said)

    def test_wrong_usage_exits_with_2(self):
        for words in ((), ("dance",), ("score",), ("score", "--dance", "x.csv"), ("chart", "pie", "x.csv"),
                      ("chart", "distribution", self.accounts), ("chart", "distribution", self.accounts, "-o", "x.bmp"),
                      ("chart", "why", self.accounts, "-o", "x.png"), ("table", self.accounts, self.accounts),
                      ("table", "--raw", "--typed", self.accounts)):
            with self.subTest(words):
                self.assertNotEqual(self.fails(2, *words), "")

    def test_every_command_has_help(self):
        for name in ("inspect", "check", "table", "panel", "model", "score", "chart"):
            self.assertIn("--mapping", self.works(name, "--help"))


class Score(Folder):
    def test_scores_by_hand(self):
        """C1: 80·0.6 + 90·0.4 = 84; C2: 25·0.6 + 30·0.4 = 27; C3 lacks 60 % but keeps 40 % < 50 %; C4: 100."""
        rows = self.rows("score", "--model", self.model, self.accounts)
        self.assertEqual([r["customer"] for r in rows], ["C1", "C2", "C3", "C4"])
        self.assertEqual([r["score"] for r in rows], ["84.000000", "27.000000", "", "100.000000"])
        self.assertEqual([r["band"] for r in rows], ["Healthy", "At risk", "Not enough data", "Healthy"])
        self.assertEqual([r["grade"] for r in rows], ["B", "E", "", "A"])
        self.assertEqual([r["rank"] for r in rows], ["2", "3", "", "1"])
        self.assertEqual([r["coverage"] for r in rows], ["1.000000", "1.000000", "0.400000", "1.000000"])

    def test_formulas_are_guarded(self):
        rows = self.rows("score", "--model", self.model, self.accounts)
        self.assertEqual([r["name"] for r in rows], ["Alder & Finch", "Smith, Jones", "'=SUM(A1)", "Södra Skog"])

    def test_json_has_the_same_numbers(self):
        rows = self.rows("score", "--model", self.model, self.accounts)
        told = json.loads(self.works("score", "--json", "--model", self.model, self.accounts))["customers"]
        self.assertEqual([c["customer"] for c in told], [r["customer"] for r in rows])
        self.assertEqual([None if c["score"] is None else f"{c['score']:.6f}" for c in told],
                         [r["score"] or None for r in rows])

    def test_explanation_adds_up(self):
        for row in self.rows("score", "--explain", "--model", self.model, self.accounts):
            if row["score"]:
                parts = [float(v) for k, v in row.items() if v and (k.startswith("metric.") or k in ("mean", "rule", "rest"))]
                self.assertAlmostEqual(sum(parts), float(row["score"]), 5)

    def test_a_proposed_model_is_said_and_used(self):
        done = run("score", self.accounts)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"No model was given", done.stderr)
        proposed = self.folder / "proposed.json"
        self.works("model", self.accounts, "-o", proposed)
        self.assertEqual(self.works("score", "--model", proposed, self.accounts).encode(), done.stdout)

    def test_a_proposed_model_leaves_the_outcome_out(self):
        told = json.loads(self.works("model", self.accounts))
        self.assertNotIn("Churned", [m.get("column") for m in told["metrics"]])

    def test_order_of_options_does_not_matter(self):
        self.assertEqual(self.works("score", self.accounts, "-m", self.model),
                         self.works("score", "--model", self.model, self.accounts))

    def test_zero_weights_are_said(self):
        silent = json.loads(json.dumps(MODEL))
        silent["segments"][0]["weights"] = {"users": 0, "tickets": 0}
        model = self.put("silent.json", json.dumps(silent))
        done = run("score", "--model", model, self.accounts)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Everyone else", done.stderr.decode())
        self.assertEqual({r["score"] for r in csv.DictReader(io.StringIO(done.stdout.decode()))}, {""})


class Outputs(Folder):
    def test_a_failed_call_leaves_the_old_file(self):
        old = self.put("scores.csv", "precious")
        broken = self.put("broken.json", "{")
        self.fails(1, "score", "--model", broken, self.accounts, "-o", old)
        self.assertEqual(old.read_text(), "precious")

    def test_an_input_is_never_overwritten(self):
        link = self.folder / "link.csv"
        link.symlink_to(self.accounts)
        for words in (("score", self.accounts, "-o", self.accounts), ("panel", self.accounts, "-o", link),
                      ("model", link, "-o", self.accounts), ("score", "-m", self.model, self.accounts, "-o", self.model)):
            with self.subTest(words):
                self.assertIn("-o", self.fails(2, *words))
        self.assertEqual(self.accounts.read_text(), ACCOUNTS)

    def test_a_role_that_the_column_cannot_take(self):
        for option, column, what in (("--date", "Plan", "dates"), ("--value", "Name", "numbers"), ("--date", "Seats", "dates")):
            with self.subTest(option, column=column):
                said = self.fails(1, "score", option, column, self.accounts)
                self.assertIn(column, said)
                self.assertIn(what, said)

    def test_a_folder_that_is_not_there(self):
        said = self.fails(1, "score", self.accounts, "-o", self.folder / "nowhere/x.csv")
        self.assertEqual(len(said.splitlines()), 1, said)
        self.assertIn("nowhere", self.fails(1, "score", "-m", self.model, self.accounts, "-o", self.folder / "nowhere/x.csv"))

    def test_charts_in_every_format(self):
        magic = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
        for ending, begins in magic.items():
            for kind in ("distribution", "bands", "trend", "why"):
                with self.subTest(kind=kind, ending=ending):
                    path = self.folder / f"{kind}.{ending}"
                    self.works("chart", kind, "--model", self.model, "--customer", "C2", self.accounts, "-o", path)
                    first = path.read_bytes()
                    self.assertTrue(first.startswith(begins))
                    self.works("chart", kind, "--model", self.model, "--customer", "C2", self.accounts, "-o", path)
                    self.assertEqual(path.read_bytes(), first)

    def test_size_of_a_png(self):
        path = self.folder / "x.png"
        self.works("chart", "distribution", "-m", self.model, self.accounts, "-o", path, "--size", "1200x900")
        self.assertEqual(int.from_bytes(path.read_bytes()[16:20], "big"), 1200)
        self.assertEqual(int.from_bytes(path.read_bytes()[20:24], "big"), 900)

    def test_wishes_of_a_chart_that_cannot_be(self):
        for words in (("--segment", "Nobody"), ("--customer", "C9"), ("--size", "12"), ("--theme", "pink")):
            with self.subTest(words):
                self.assertIn(words[1], self.fails(1, "chart", "trend", "--customer", "C1", *words, "-m", self.model,
                                                   self.accounts, "-o", self.folder / "x.png"))

    def test_inspect_and_its_mapping(self):
        mapping = self.folder / "mapping.json"
        told = json.loads(self.works("inspect", "--json", self.accounts, "-o", mapping))
        columns = {c["name"]: c for c in told["files"][0]["columns"]}
        self.assertEqual(columns["Customer ID"]["role"], "key")
        self.assertEqual(columns["Name"]["role"], "name")
        self.assertEqual(columns["ARR"]["type"], "money")
        self.assertEqual(columns["ARR"]["role"], "money")
        self.assertEqual(columns["Churned"]["role"], "outcome")
        self.assertEqual(columns["Active users"]["missing"], 1)
        self.assertEqual(told["customers"], 4)
        self.assertEqual(self.works("score", "-m", self.model, "--mapping", mapping, self.accounts),
                         self.works("score", "-m", self.model, self.accounts))

    def test_what_all_files_are_called_alike_is_left_out(self):
        a = self.put("acme_accounts.csv", ACCOUNTS)
        b = self.put("acme_support_tickets.csv", "ticket_id,Customer ID,created_at\n" +
                     "".join(f"T{i},C{i % 4 + 1},2026-0{i % 3 + 1}-{i % 27 + 1:02}\n" for i in range(90)))
        mapping = self.folder / "mapping.json"
        self.works("inspect", a, b, "-o", mapping)
        self.assertEqual([s["id"] for s in json.loads(mapping.read_text())["sources"]], ["accounts", "support_tickets"])
        self.assertIn("support_tickets (30 days)", self.rows("panel", a, b)[0])
        named = {m["name"]: m.get("caption") for m in json.loads(self.works("model", a, b))["metrics"]}
        self.assertEqual(named.get("Support tickets"), "last 30 days", named)

    def test_table(self):
        raw = self.works("table", self.accounts)
        self.assertEqual(raw, ACCOUNTS)
        typed = self.works("table", "--typed", self.accounts).splitlines()
        self.assertEqual(typed[1], "C1,Alder & Finch,Pro,12000,10,8,1,false")

    def test_ways_of_reading_that_are_told(self):
        """A delimiter, a quote and an encoding are taken as they are told; a mapping tells them too."""
        path = self.put("odd.txt", "Id;Größe,cm;Note\n1;2,5;'a;b'\n2;3,5;c\n".encode("cp1252"))
        self.assertIn("Größe,cm", self.works("table", "--encoding", "WINDOWS-1252", path))
        self.assertEqual(self.works("table", "--delimiter", "comma", path).splitlines()[2], "2;3,5;c")
        self.assertEqual(self.works("table", "--quote", "'", path).splitlines()[1], '1,"2,5",a;b')
        self.assertEqual(self.works("table", "--quote", "none", "--delimiter", ";", path).splitlines()[1],
                         '1,"2,5",\'a,b\'')
        self.assertIn("quote '", self.works("inspect", "--quote", "'", path))
        for words in (["--delimiter", "ab"], ["--quote", "''"], ["--delimiter", "é"], ["--delimiter", ""]):
            with self.subTest(words):
                self.assertIn(words[1], self.fails(2, "inspect", *words, path))
        self.assertIn("no-such-code", self.fails(1, "inspect", "--encoding", "no-such-code", path))
        mapping = self.folder / "mapping.json"
        self.works("inspect", "--quote", "'", path, "-o", mapping)
        self.assertEqual(self.works("table", "--mapping", mapping, path).splitlines()[1], '1,"2,5",a;b')
        self.fails(2, "table", "--mapping", mapping, "--quote", "none", path)

    def test_panel(self):
        rows = self.rows("panel", self.accounts, "--as-of", "2026-11-30")
        self.assertEqual(rows[0]["customer"], "C1")
        self.assertEqual(rows[0]["snapshot"], "2026-11-30")
        self.assertEqual(rows[1]["Tickets"], "7")


class BadInput(Folder):
    def test_each_has_a_clear_message(self):
        folder = self.folder / "a folder"
        folder.mkdir()
        cases = {
            "empty": (self.put("empty.csv", ""), "empty.csv"),
            "header only": (self.put("header.csv", "id,name,score\n"), "header.csv"),
            "picture": (self.put("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(64)), "picture.csv"),
            "folder": (folder, "a folder"),
            "not there": (self.folder / "nothing.csv", "nothing.csv"),
            "pdf": (self.put("paper.csv", b"%PDF-1.7\n" + bytes(range(256))), "paper.csv"),
            "page": (self.put("login.csv", "<!DOCTYPE html><html><body>Log in</body></html>\n"), "login.csv"),
        }
        for name, (path, named) in cases.items():
            for command in ("inspect", "check", "score"):
                with self.subTest(name, command=command):
                    said = self.fails(1, command, path)
                    self.assertIn(named, said)
                    self.assertEqual(len(said.strip().splitlines()), 1, said)

    def test_models_that_do_not_fit(self):
        def changed(change):
            model = json.loads(json.dumps(MODEL))
            change(model)
            return self.put("changed.json", json.dumps(model))

        cases = {
            "no such column": (lambda m: m["metrics"][1].update(column="Incidents"), "Incidents"),
            "rule on a missing column": (lambda m: m["segments"].insert(0, {
                "id": "big", "name": "Big", "where": {"all": [{"column": "Revenue", "more": 5}]}, "weights": {"users": 1}}), "Revenue"),
            "unknown key": (lambda m: m["metrics"][0].update(colour="red"), "colour"),
            "newer version": (lambda m: m.update(version=2), "2"),
            "goalposts the wrong way round": (lambda m: m["metrics"][0].update(scale={"type": "linear", "from": 2, "to": 1}), "metrics[0]"),
            "unknown metric": (lambda m: m["segments"][0]["weights"].update(nps=3), "nps"),
        }
        for name, (change, named) in cases.items():
            with self.subTest(name):
                said = self.fails(1, "score", "--model", changed(change), self.accounts)
                self.assertIn(named, said)
                self.assertIn("changed.json", said)

    def test_models_and_mappings_that_never_end(self):
        pipe = self.folder / "pipe.json"
        os.mkfifo(pipe)
        for path in (pipe, "/dev/zero"):
            for option in ("--model", "--mapping"):
                with self.subTest(option, path=str(path)):
                    said = self.fails(1, "score", option, path, self.accounts)
                    self.assertIn(str(path), said)
                    self.assertEqual(len(said.splitlines()), 1)

    def test_a_key_that_is_twice_in_a_mapping(self):
        mapping = self.folder / "mapping.json"
        self.works("inspect", self.accounts, "-o", mapping)
        mapping.write_text(mapping.read_text().replace('"pattern":', '"pattern": "x*", "pattern":', 1))
        said = self.fails(1, "score", "--mapping", mapping, self.accounts)
        self.assertIn("mapping.json:", said)
        self.assertIn("pattern", said)

    def test_no_key_is_the_row_number(self):
        path = self.put("nokey.csv", "Seats,Tickets\n5,1\n7,2\n5,1\n")
        self.assertEqual(len(self.rows("score", path)), 3)

    def test_one_customer(self):
        path = self.put("one.csv", "Customer ID,Seats,Active users,Tickets\nC1,10,5,2\n")
        rows = self.rows("score", "--model", self.model, path)
        self.assertEqual([r["score"] for r in rows], ["62.000000"])

    def test_a_customer_in_one_file_only(self):
        a = self.put("crm.csv", "Customer ID,Name,Seats\nC1,A,10\nC2,B,10\n")
        b = self.put("usage.csv", "Customer ID,Active users,Tickets\nC1,5,0\n")
        rows = self.rows("score", "--model", self.model, a, b)
        self.assertEqual([(r["customer"], r["score"]) for r in rows], [("C1", "70.000000"), ("C2", "")])

    def test_check_lists_what_does_not_fit(self):
        path = self.put("misfit.csv", "Customer ID,Tickets\n" + "".join(f"C{i},{i}\n" for i in range(40)) + "C40,many\n")
        said = run("check", path)
        self.assertEqual(said.returncode, 1)
        self.assertIn("misfit.csv:42:2: ", said.stdout.decode())
        self.assertIn("many", said.stdout.decode())
        told = json.loads(run("check", "--json", path).stdout)
        self.assertEqual((told[0]["line"], told[0]["column"], told[0]["text"]), (42, 2, "many"))
        self.assertEqual(told[0]["kind"], "value")

    def test_check_on_a_screen_ends(self):
        """A person is not shown a thousand lines of one kind; a file and a program get them all."""
        rows = "".join(f"C{i},{'many' if i >= 40000 else i}\n" for i in range(40150))
        path = self.put("misfit.csv", "Customer ID,Tickets\n" + rows)
        self.assertEqual(len(run("check", path).stdout.splitlines()), 150)
        leader, follower = pty.openpty()
        with subprocess.Popen([CLI, "check", str(path)], stdout=follower, env=ENV) as shown:
            os.close(follower)
            seen = b""
            try:
                while block := os.read(leader, 65536):
                    seen += block
            except OSError:  # the screen is gone with the program
                pass
        os.close(leader)
        self.assertEqual(shown.returncode, 1)
        lines = seen.decode().splitlines()
        self.assertEqual(len(lines), 101)
        self.assertIn("Values that do not fit: and 50 more", lines[-1])

    def test_one_table_of_an_archive(self):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("accounts.csv", ACCOUNTS)
            archive.writestr("old/usage.csv", "Customer ID,Logins\nC1,3\nC2,4\n")
        path = self.put("exports.zip", packed.getvalue())
        for words in ([path], [path, "--sheet", "nothing.csv"]):
            refused = run("inspect", *words)
            self.assertEqual(refused.returncode, 1)
            for part in ("accounts.csv, old/usage.csv", "--sheet"):
                self.assertIn(part, refused.stderr.decode())
        self.assertIn("Together: 4 customers", self.works("inspect", path, "--sheet", "accounts.csv"))
        mapping = self.folder / "mapping.json"
        self.works("inspect", path, "--sheet", "usage.csv", "-o", mapping)
        self.assertIn("Together: 2 customers", self.works("inspect", path, "--mapping", mapping))

    def test_check_of_files_that_do_not_join(self):
        """What is wrong with each is listed all the same, and then why they cannot be put together."""
        a = self.put("a.csv", "Customer ID,Seats,Tickets\nC1,1,2\nC2,2\nC3,3,4\n")
        b = self.put("b.csv", "colour,shade\nred,dark\nblue\ngreen,light\n")
        done = run("check", a, b)
        self.assertEqual(done.returncode, 1)
        listed = done.stdout.decode()
        self.assertIn("a.csv:3", listed)
        self.assertIn("b.csv:3", listed)
        said = done.stderr.decode()
        self.assertEqual(len(said.splitlines()), 1, said)
        self.assertIn("b.csv", said)
        self.assertEqual(len(json.loads(run("check", "--json", a, b).stdout)), 2)

    def test_check_lists_the_other_files_of_one_that_cannot_be_read(self):
        a = self.put("a.csv", "Customer ID,Seats,Tickets\nC1,1,2\nC2,2\nC3,3,4\n")
        done = run("check", self.put("empty.csv", ""), a, self.folder / "nothing.csv")
        self.assertEqual(done.returncode, 1)
        self.assertIn("a.csv:3", done.stdout.decode())
        self.assertIn("nothing.csv", done.stdout.decode())
        self.assertEqual(len(done.stderr.decode().splitlines()), 1)
        self.assertIn("empty.csv", done.stderr.decode())

    def test_names_that_look_like_options(self):
        path = self.put("-odd.csv", ACCOUNTS)
        done = run("score", "--model", self.model, "--", path.name, cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(done.stdout.splitlines()), 5)

    def test_an_empty_name(self):
        self.assertIn("empty", self.fails(2, "score", ""))

    def test_a_line_far_too_long_names_its_file(self):
        path = self.put("long.csv.gz", gzip.compress(b"a" * 280_000_000, 1))
        said = self.fails(1, "check", path)
        self.assertIn("long.csv", said)
        self.assertEqual(len(said.splitlines()), 1)

    def test_a_file_put_behind_another_with_its_mark(self):
        rows = self.rows("panel", self.put("two.csv", "\ufeff" + ACCOUNTS + "\ufeffC5,Five,Pro,$100,1,1,0,No\n"))
        self.assertEqual([r["customer"] for r in rows], ["C1", "C2", "C3", "C4", "C5"])

    def test_a_stray_zero_byte(self):
        path = self.put("zero.csv", ACCOUNTS.replace("Alder", "Al\0der"))
        self.assertEqual(len(self.rows("score", "--model", self.model, path)), 4)
        self.assertIn("zero.csv:2", run("check", path).stdout.decode())

    def test_thousands_of_columns(self):
        """Ten thousand take two seconds; what grew with the square and more took minutes."""
        n = 10000
        path = self.put("wide.csv", ",".join(f"c{i}" for i in range(n)) + "\n" +
                        "".join(",".join(str(i * r % 13) for i in range(n)) + "\n" for r in range(1, 6)))
        self.assertEqual(len(self.rows("score", path)), 5)


@unittest.skipUnless((SHARED / "ibm-telco").is_dir(), "the real exports are not here")
class Telco(Folder):
    """Figures that pandas, scikit-learn and R agree on."""
    FILE = SHARED / "ibm-telco/Telco-Customer-Churn.csv"

    def telco_model(self, kind):
        columns = (("tenure", 50, "helps", 1, 72), ("MonthlyCharges", 30, "hurts", 18.25, 118.75),
                   ("TotalCharges", 20, "helps", 18.8, 8684.8))
        scale = (lambda lo, hi: {"type": "linear", "from": lo, "to": hi}) if kind == "linear" else (
            lambda lo, hi: {"type": "percentile"})
        return self.put(f"{kind}.json", json.dumps({
            "format": "bellwether-model", "version": 1, "name": "Telco", "coverage": 1,
            "groups": [{"id": "all", "name": "All"}],
            "metrics": [{"id": c, "name": c, "group": "all", "column": c, "direction": d, "scale": scale(lo, hi)}
                        for c, w, d, lo, hi in columns],
            "segments": [{"id": "rest", "name": "Everyone else", "weights": {c: w for c, w, *_ in columns}}]}))

    def scores(self, kind):
        """Percentiles are taken over the scored rows alone, so the 11 without TotalCharges are left out first."""
        lines = self.FILE.read_text().splitlines(keepends=True)
        path = self.put("telco.csv", "".join(l for l in lines if ", ," not in l))
        self.assertEqual(len(path.read_text().splitlines()), 7033)
        contract = {r["customerID"]: r["Contract"] for r in csv.DictReader(path.open())}
        rows = self.rows("score", "--model", self.telco_model(kind), path)
        return [(float(r["score"]), contract[r["customer"]]) for r in rows if r["score"]]

    def summary(self, scores):
        values = sorted(s for s, _ in scores)
        mean = sum(values) / len(values)
        sd = (sum((v - mean) ** 2 for v in values) / len(values)) ** 0.5
        return [f"{x:.6f}" for x in (mean, sd, (values[3515] + values[3516]) / 2, values[0], values[-1])]

    def test_linear(self):
        scores = self.scores("linear")
        self.assertEqual(len(scores), 7032)
        self.assertEqual(self.summary(scores), ["43.459203", "20.452161", "40.899463", "5.058725", "83.125283"])
        for contract, mean in (("Month-to-month", "30.7416"), ("One year", "51.9062"), ("Two year", "65.3266")):
            of = [s for s, c in scores if c == contract]
            self.assertEqual(f"{sum(of) / len(of):.4f}", mean)

    def test_percentile(self):
        self.assertEqual(self.summary(self.scores("percentile")),
                         ["50.000000", "18.220188", "50.744454", "7.561149", "88.399460"])

    def test_whole_export(self):
        rows = self.rows("score", "--model", self.telco_model("linear"), self.FILE)
        self.assertEqual(len(rows), 7043)
        self.assertEqual(sum(1 for r in rows if not r["score"]), 11)


@unittest.skipUnless(SHARED.is_dir(), "the real exports are not here")
class RealExports(Folder):
    def test_each_is_read_and_scored(self):
        cases = {
            "telco": (["ibm-telco/Telco-Customer-Churn.csv"], 7043),
            "iranian": (["iranian-churn/Customer_Churn.csv"], 3150),
            "mlc": (["modeldata/mlc_churn.csv"], 5000),
            "wa": (["modeldata/wa_churn.csv"], 7043),
            "salesforce, two files": (["salesforce-dataloader/accountData.csv", "salesforce-dataloader/opportunityData.csv"], 423),
            "ravenstack": ([f"ravenstack/ravenstack_{n}.csv" for n in
                            ("accounts", "subscriptions", "feature_usage", "support_tickets", "churn_events")], 500),
            "completejourney": (["completejourney/transactions_sample.csv", "completejourney/demographics.csv"], 801),
        }
        for name, (files, customers) in cases.items():
            with self.subTest(name):
                rows = self.rows("score", *(SHARED / f for f in files))
                self.assertEqual(len(rows), customers)
                self.assertGreater(sum(1 for r in rows if r["score"]), customers * 0.9)
                # few of the accounts have one of the 38 opportunities
                self.assertGreater(len({r["score"] for r in rows}), 5 if name.startswith("salesforce") else 10)

    def test_nothing_to_score_is_said_once(self):
        """Addresses, owners and dates alone: every customer is there, none has a score, and one line says why."""
        accounts, model = SHARED / "salesforce-dataloader/accountData.csv", self.folder / "proposed.json"
        done = run("score", accounts)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(done.stderr.decode().splitlines()), 1, done.stderr)
        self.assertIn("can be scored", done.stderr.decode())
        rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
        self.assertEqual(len(rows), 423)
        self.assertEqual({r["band"] for r in rows}, {"Not enough data"})
        done = run("model", accounts, "-o", model)
        self.assertEqual((done.returncode, len(done.stderr.decode().splitlines())), (0, 1), done.stderr)
        self.assertEqual(self.rows("score", "--model", model, accounts), rows)

    def test_mapping_round_trip(self):
        """The mapping that inspect writes gives the same scores for every export."""
        for folder in sorted({p.parent for p in SHARED.glob("*/*.csv")}):
            groups = [[f] for f in sorted(folder.glob("*.csv"))] if folder.name == "modeldata" else [sorted(folder.glob("*.csv"))]
            for files in groups:
                with self.subTest(folder.name, files=[f.name for f in files]):
                    mapping = self.folder / "mapping.json"
                    self.works("inspect", *files, "-o", mapping)
                    plain = run("score", "--json", "--all-snapshots", *files)
                    self.assertEqual(plain.returncode, 0, plain.stderr)
                    again = run("score", "--json", "--all-snapshots", "--mapping", mapping, *files)
                    self.assertEqual((again.returncode, again.stdout), (0, plain.stdout), again.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=1)
