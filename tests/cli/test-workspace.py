#!/usr/bin/env python3
"""Workspaces on the command line: made, added to, shown, unpacked, checked, and used in place of exports."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import fcntl
import hashlib
import io
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

CLI = os.path.abspath(sys.argv.pop(1))
SAMPLE = pathlib.Path(os.environ["BW_SAMPLE_DATA"])
ENV = dict(os.environ, LC_ALL="C.UTF-8", G_DEBUG="fatal-warnings")

JANUARY = "Customer ID,Name,Seats,Active users\nC1,Alder,10,8\nC2,Birch,4,1\n"
FEBRUARY = "Customer ID,Name,Seats,Active users\nC1,Alder,10,2\nC2,Birch,4,4\nC3,Cedar,5,5\n"

MODEL = {
    "format": "bellwether-model", "version": 1, "name": "Small",
    "groups": [{"id": "use", "name": "Use"}],
    "metrics": [
        {"id": "users", "name": "Active users", "group": "use",
         "derive": {"type": "ratio", "column": "Active users", "over": "Seats"},
         "scale": {"type": "linear", "from": 0, "to": 1}},
    ],
    "segments": [{"id": "rest", "name": "Everyone else", "weights": {"users": 1}}],
}


def run(*words, **more):
    return subprocess.run([CLI, *map(str, words)], capture_output=True, env=ENV, timeout=60, **more)


class Folder(unittest.TestCase):
    def setUp(self):
        self.held = tempfile.TemporaryDirectory()
        self.addCleanup(self.held.cleanup)
        self.folder = pathlib.Path(self.held.name)
        self.book = self.folder / "book.bellwether"
        self.january = self.put("crm-2026-01-31.csv", JANUARY)
        self.february = self.put("crm-2026-02-28.csv", FEBRUARY)
        self.model = self.put("model.json", json.dumps(MODEL))

    def put(self, name, content):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def works(self, *words):
        done = run(*words)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.said = done.stderr.decode()
        return done.stdout.decode()

    def fails(self, status, *words):
        done = run(*words)
        said = done.stderr.decode()
        self.assertEqual(done.returncode, status, said)
        self.assertNotIn("CRITICAL", said)
        self.assertNotIn("WARNING", said)
        return said

    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(self.works(*words))))

    def make(self):
        self.works("workspace", "new", self.book, self.january, "--model", self.model)

    def info(self):
        return json.loads(self.works("workspace", "info", "--json", self.book))

    def hash(self):
        return hashlib.sha256(self.book.read_bytes()).hexdigest()


class Round(Folder):
    def test_new_add_add_export(self):
        self.make()
        self.assertEqual(self.book.stat().st_mode & 0o777, 0o600)
        self.works("workspace", "add", self.book, self.february)
        self.works("workspace", "add", self.book, self.put("crm-2026-03-31.csv", FEBRUARY))
        info = self.info()
        self.assertEqual([snapshot["date"] for snapshot in info["snapshots"]],
                         ["2026-01-31", "2026-02-28", "2026-03-31"])
        self.assertEqual([snapshot["customers"] for snapshot in info["snapshots"]], [2, 3, 3])
        self.assertEqual(len(info["imports"]), 3)
        self.assertEqual(info["model"], "Small")
        self.assertEqual(info["imports"][0]["files"][0]["sha256"],
                         hashlib.sha256(JANUARY.encode()).hexdigest())

        out = self.folder / "out"
        self.works("workspace", "export", self.book, out, "--files")
        self.assertEqual(sorted(path.name for path in out.iterdir()),
                         ["files", "mapping.json", "model.json", "notes.csv", "panel.csv", "scores.csv"])
        self.assertEqual((out / "files" / self.january.name).read_text(), JANUARY)
        rows = list(csv.DictReader(io.StringIO((out / "scores.csv").read_text())))
        self.assertEqual([(row["customer"], float(row["score"])) for row in rows],
                         [("C1", 20.0), ("C2", 100.0), ("C3", 100.0)])  # 2 of 10, 4 of 4, 5 of 5

        # what was written makes the same workspace once more
        again = self.folder / "again.bellwether"
        self.works("workspace", "new", again, *sorted((out / "files").iterdir()), "--mapping", out / "mapping.json",
                   "--model", out / "model.json")
        self.assertEqual(self.works("panel", again), self.works("panel", self.book))
        self.assertEqual(self.works("score", again), self.works("score", self.book))

    def test_sample_is_what_its_files_are(self):
        files = sorted(SAMPLE.glob("*.csv"))
        self.works("workspace", "new", self.book, *files[:-2], "--model", SAMPLE / "model.json")
        for file in files[-2:]:
            self.works("workspace", "add", self.book, file)
        for words in (["score"], ["score", "--all-snapshots", "--explain"], ["panel", "--exact"]):
            model = [] if words[0] == "panel" else ["--model", SAMPLE / "model.json"]
            self.assertEqual(self.works(*words, self.book), self.works(*words, *model, *files))
        self.assertLess(self.book.stat().st_size, sum(file.stat().st_size for file in files))

    def test_all_commands_take_it(self):
        self.make()
        self.works("workspace", "add", self.book, self.february)
        self.works("score", self.book)
        self.assertIn("the draft of", self.said)
        self.assertIn("Small", self.said)
        self.works("score", self.book, "--model", self.model)
        self.assertEqual(self.said, "")
        self.works("chart", "distribution", self.book, "-o", self.folder / "a.png")
        self.assertEqual((self.folder / "a.png").read_bytes()[:4], b"\x89PNG")
        self.assertIn("the draft", self.works("compare", self.book))
        self.works("compare", self.book, "--from", self.model)
        self.works("compare", "--from", self.book, "--to", self.book, self.january)
        self.assertIn("crm-2026-01-31.csv", self.works("inspect", self.book))
        self.works("check", self.book)
        self.works("model", self.book)
        self.assertIn("SELECT", self.works("sql", "--dialect", "sqlite", self.book))

    def test_as_scored_then(self):
        self.make()
        self.works("workspace", "add", self.book, self.february)
        picture = self.folder / "a.svg"
        self.assertIn("no version", self.fails(1, "chart", "bands", self.book, "--as-scored-then", "-o", picture))
        self.assertIn("needs a workspace",
                      self.fails(2, "chart", "bands", self.january, "--as-scored-then", "-o", picture))

    def test_another_name(self):
        """A workspace is known by its first bytes, too."""
        self.make()
        copy = self.folder / "copy of book.bak"
        shutil.copy(self.book, copy)
        self.assertEqual(self.works("score", copy), self.works("score", self.book))


class New(Folder):
    def test_there(self):
        self.make()
        before = self.hash()
        self.assertIn("there is such a file", self.fails(1, "workspace", "new", self.book, self.january))
        self.assertEqual(self.hash(), before)

    def test_proposed(self):
        self.works("workspace", "new", self.book, self.january)
        self.assertIn("proposed", self.said)
        self.assertIsNotNone(self.info()["model"])

    def test_mapping(self):
        mapping = self.folder / "mapping.json"
        self.works("inspect", self.january, "--key", "Name", "-o", mapping)
        self.works("workspace", "new", self.book, self.january, "--mapping", mapping)
        self.assertEqual([row["customer"] for row in self.rows("panel", self.book)], ["Alder", "Birch"])

    def test_nothing_is_left_of_a_failure(self):
        before = sorted(self.folder.iterdir())
        self.fails(1, "workspace", "new", self.book, self.folder / "none.csv")
        self.fails(1, "workspace", "new", self.book, self.january, "--model", self.january)
        self.fails(1, "workspace", "new", self.folder / "nowhere" / "book.bellwether", self.january)
        self.assertEqual(sorted(self.folder.iterdir()), before)

    def test_sweeps_what_was_left(self):
        """A run that was killed leaves a hidden file; the next one does not stumble over it."""
        self.put(".book.bellwether.part", b"half of it")
        self.make()
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith(".")], [])

    def test_usage(self):
        self.assertIn("ends in .bellwether", self.fails(2, "workspace", "new", self.folder / "book.db", self.january))
        self.assertIn("no export", self.fails(2, "workspace", "new", self.book))
        self.make()
        other = self.folder / "other.bellwether"
        self.assertIn("only exports", self.fails(2, "workspace", "new", other, self.book))


class Add(Folder):
    def test_again(self):
        self.make()
        before = self.hash()
        self.works("workspace", "add", self.book, self.january)
        self.assertIn("Nothing of this is new", self.said)
        self.assertEqual(self.hash(), before)

    def test_one_name_each_month(self):
        """An export that is called the same each month is told apart by --as-of."""
        export = self.put("export.csv", JANUARY)
        self.works("workspace", "new", self.book, export, "--as-of", "2026-01-31", "--model", self.model)
        self.put("export.csv", FEBRUARY)
        self.works("workspace", "add", self.book, export, "--as-of", "2026-02-28")
        self.assertEqual([snapshot["date"] for snapshot in self.info()["snapshots"]], ["2026-01-31", "2026-02-28"])
        self.assertEqual({file["name"] for part in self.info()["imports"] for file in part["files"]}, {"export.csv"})

    def test_one_name_takes_its_place(self):
        export = self.put("export.csv", JANUARY)
        self.works("workspace", "new", self.book, export, "--model", self.model)
        self.put("export.csv", FEBRUARY)
        self.works("workspace", "add", self.book, export)
        self.assertIn("takes its place", self.said)
        self.assertEqual(len(self.rows("panel", self.book)), 3)
        self.assertEqual([part["removed"] for part in self.info()["imports"]], [True, False])

    def test_unreadable(self):
        self.make()
        before = self.hash()
        self.fails(1, "workspace", "add", self.book, self.put("empty.csv", ""))
        self.fails(1, "workspace", "add", self.book, self.folder / "none.csv")
        self.fails(1, "workspace", "add", self.book, self.february, "--as-of", "yesterday")
        self.assertEqual(self.hash(), before)

    def test_usage(self):
        self.make()
        self.assertIn("no export", self.fails(2, "workspace", "add", self.book))
        self.assertIn("knows its mapping", self.fails(2, "workspace", "add", self.book, self.february, "--key", "Name"))
        self.assertIn("--wait", self.fails(2, "workspace", "add", self.book, self.february, "--wait", "-1"))

    def hold(self):
        """Has the workspace as another program would."""
        lock = self.folder / ".book.bellwether.lock"
        held = lock.open("w")
        fcntl.flock(held, fcntl.LOCK_EX)
        held.write(os.uname().nodename + "\nAnna Berg on laptop-7\n")
        held.flush()
        self.addCleanup(held.close)
        return held

    def test_held(self):
        self.make()
        before = self.hash()
        self.hold()
        start = time.monotonic()
        said = self.fails(1, "workspace", "add", self.book, self.february, "--wait", "1")
        self.assertGreater(time.monotonic() - start, 0.9)
        self.assertIn("Anna Berg on laptop-7", said)
        self.assertIn("Nothing was added", said)
        self.assertEqual(self.hash(), before)
        self.works("score", self.book)  # which only reads

    def test_waits(self):
        self.make()
        held = self.hold()
        waiting = subprocess.Popen([CLI, "workspace", "add", self.book, self.february], env=ENV,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(0.6)
        self.assertIsNone(waiting.poll())
        held.close()
        said = waiting.communicate(timeout=20)[1].decode()
        self.assertEqual(waiting.returncode, 0, said)
        self.assertEqual(len(self.info()["snapshots"]), 2)


class Bad(Folder):
    def test_no_workspace(self):
        for name, content in {"empty": b"", "text": b"hello", "sqlite": None}.items():
            with self.subTest(name):
                path = self.put("bad.bellwether", content or b"")
                if content is None:
                    other = sqlite3.connect(path)
                    other.execute("CREATE TABLE t (a)")
                    other.commit()
                    other.close()
                before = path.read_bytes()
                for words in (["score"], ["workspace", "info"], ["workspace", "check"]):
                    self.assertIn("not a workspace", self.fails(1, *words, path))
                self.fails(1, "workspace", "add", path, self.january)
                self.assertEqual(path.read_bytes(), before)

    def test_absent(self):
        self.assertIn("book.bellwether", self.fails(1, "score", self.book))
        self.fails(1, "workspace", "info", self.book)
        self.fails(1, "workspace", "add", self.book, self.january)
        self.assertFalse(self.book.exists())

    def test_newer(self):
        self.make()
        content = bytearray(self.book.read_bytes())
        content[60:64] = (4000).to_bytes(4, "big")
        self.book.write_bytes(content)
        self.assertIn("newer Bellwether", self.fails(1, "score", self.book))
        self.assertEqual(self.book.read_bytes(), bytes(content))

    def damage(self, sql):
        """Changes a value behind the back of the program."""
        file = sqlite3.connect(self.book)
        file.execute(sql)
        file.commit()
        file.close()

    def test_damaged_list(self):
        self.make()
        self.damage("UPDATE view SET value = 'x'")  # changes nothing
        self.works("workspace", "check", self.book)
        self.damage("INSERT INTO note (customer, text, author, at) VALUES ('C1', 'a', 'b', 1)")
        done = run("workspace", "check", self.book)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.decode().splitlines(), [f"{self.book}: The notes: damaged"])
        before = self.hash()
        self.assertIn("is damaged", self.fails(1, "workspace", "add", self.book, self.february))
        self.assertEqual(self.hash(), before)
        self.works("score", self.book)  # the notes have no part in it
        self.assertIn("is damaged", self.said)

    def test_damaged_column(self):
        """No score comes of a column that cannot be read: not a missing value in its stead."""
        self.make()
        self.works("score", self.book)
        self.damage("UPDATE piece SET data = zeroblob(length(data)) WHERE id IN (SELECT piece FROM part "
                    "JOIN field ON field = position WHERE name = 'Seats')")
        done = run("workspace", "check", self.book)
        self.assertIn("Seats", done.stdout.decode())
        out = self.put("scores.csv", "old")
        said = self.fails(1, "score", self.book, "-o", out)
        self.assertIn("Seats", said)
        self.assertEqual(out.read_text(), "old")
        self.fails(1, "chart", "distribution", self.book, "-o", self.folder / "a.svg")
        self.fails(1, "panel", self.book)

    def test_damaged_table(self):
        """Nothing is read from a table that is not as it was: another value could be taken for the right one."""
        for sql, what in {"UPDATE part SET piece = 1": "values", "UPDATE field SET role = 'ignore'": "columns",
                          "UPDATE snapshot SET date = date + 1": "snapshots",
                          "UPDATE fact SET value = value || '0' WHERE name = 'draft'": "draft"}.items():
            with self.subTest(sql):
                self.book.unlink(missing_ok=True)
                self.make()
                self.damage(sql)
                self.assertIn(what, self.fails(1, "score", self.book))
                self.fails(1, "workspace", "check", self.book)

    def test_alone(self):
        self.make()
        self.assertIn("alone", self.fails(2, "score", self.book, self.february))
        self.assertIn("knows how", self.fails(2, "score", self.book, "--as-of", "2026-01-31"))
        self.assertIn("-o names", self.fails(2, "score", self.book, "-o", self.book))

    def test_workspace_usage(self):
        self.assertIn("new, add, info, export and check", self.fails(2, "workspace"))
        self.assertIn("“make”", self.fails(2, "workspace", "make", self.book))
        self.assertIn("export FILE.bellwether", self.works("workspace", "--help"))


class Hidden(Folder):
    def test_names(self):
        self.make()
        rows = self.rows("score", self.book, "--hide-names")
        self.assertEqual([(row["customer"], row["name"]) for row in rows], [("1", "Customer 1"), ("2", "Customer 2")])
        self.assertEqual([row["score"] for row in rows], [row["score"] for row in self.rows("score", self.book)])
        self.assertNotIn("Alder", self.works("score", self.book, "--hide-names", "--json"))

    def test_pictures_and_movers(self):
        other = dict(MODEL, bands=[{"id": "low", "name": "Low", "colour": "red", "from": 0},
                                   {"id": "high", "name": "High", "colour": "green", "from": 10}])
        to = self.put("other.json", json.dumps(other))
        self.make()
        out = self.folder / "movers.csv"
        said = self.works("compare", self.book, "--to", to, "--hide-names", "-o", out)
        self.assertNotIn("Alder", said + out.read_text())
        self.assertIn("Customer 1", out.read_text())
        picture = self.folder / "why.svg"
        self.works("chart", "why", self.book, "--customer", "C1", "--hide-names", "-o", picture)
        self.assertNotIn("Alder", picture.read_text())
        self.assertIn("Customer 1", picture.read_text())


if __name__ == "__main__":
    unittest.main(verbosity=2)
