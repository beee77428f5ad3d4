#!/usr/bin/env python3
"""Nothing leaves the machine, and names of customers stand where the user put them and nowhere else."""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import unittest

from faults import BASE, CLI, LIBRARY, LIMIT, read_log, scratch

WINDOW = os.path.abspath(sys.argv[4])
ROOT = pathlib.Path(os.environ["BW_SOURCE_ROOT"])
del sys.argv[1:]

# Found nowhere else, so that each of them is a leak.
NAME, KEY = "Quortexian Widgets", "KQZ-"
MARKS = [NAME.encode(), KEY.encode()]
N_CUSTOMERS = 60
NETWORK = re.compile(r"\b(socket|connect|bind|getaddrinfo|gethostbyname|sendto|g_socket_\w+|g_resolver_\w+|"
                     r"g_network_\w+|soup_\w+|curl_\w+)\b")


def write_month(path, month):
    path.write_text("Customer ID,Name,Active users,Tickets\n" + "".join(
        f"{KEY}{i},{NAME} {i},{(i * 7 + month) % 50},{(i * month) % 9}\n" for i in range(N_CUSTOMERS)))


class Privacy(unittest.TestCase):
    def setUp(self):
        held = scratch()
        self.addCleanup(held.cleanup)
        self.top = pathlib.Path(held.name).resolve()
        self.homes = [self.top / name for name in ("home", "config", "data", "cache", "state", "run", "tmp")]
        self.out = self.top / "out"
        for folder in [*self.homes, self.out]:
            folder.mkdir(mode=0o700)
        self.env = dict(BASE, HOME=str(self.homes[0]), XDG_CONFIG_HOME=str(self.homes[1]), XDG_DATA_HOME=str(self.homes[2]),
                        XDG_CACHE_HOME=str(self.homes[3]), XDG_STATE_HOME=str(self.homes[4]),
                        XDG_RUNTIME_DIR=str(self.homes[5]), TMPDIR=str(self.homes[6]), LD_PRELOAD=LIBRARY,
                        BW_FAULT_FOLDER=str(self.top), BW_FAULT_LOG=str(self.top / "log"), BW_FAULT_NET="refuse")
        self.months = [self.out / f"crm-2026-0{m}-28.csv" for m in (1, 2)]
        for m, path in enumerate(self.months, 1):
            write_month(path, m)

    def run_it(self, *words, expected=0):
        done = subprocess.run([CLI, *map(str, words)], env=self.env, capture_output=True, timeout=LIMIT)
        self.assertEqual(done.returncode, expected, f"{words}: {done.stderr.decode()}")
        for mark in MARKS:
            self.assertNotIn(mark, done.stderr, f"{words} names a customer on standard error")
        return done

    def main_job(self):
        """Everything from exports to pictures, by the command line."""
        model = self.out / "model.json"
        self.run_it("inspect", *self.months, "-o", self.out / "mapping.json")
        self.run_it("model", *self.months, "-o", model)
        self.run_it("panel", *self.months, "-o", self.out / "panel.csv")
        self.run_it("score", "--model", model, *self.months, "-o", self.out / "scores.csv")
        self.run_it("chart", "distribution", "--model", model, *self.months, "-o", self.out / "chart.png")
        self.run_it("compare", "--from", model, "--to", model, *self.months, "-o", self.out / "movers.csv")
        if b"  workspace " in self.run_it("--help").stdout:
            self.workspace_job(model)

    def workspace_job(self, model):
        book = self.out / "book.bellwether"
        self.run_it("workspace", "new", book, self.months[0])
        self.run_it("workspace", "add", book, self.months[1])
        self.run_it("workspace", "info", book)
        self.run_it("workspace", "check", book)
        self.run_it("score", book, "-o", self.out / "again.csv")

    def test_nothing_is_sent(self):
        """The kernel ends a program that asks for a socket to elsewhere; the main job does not."""
        probe = [sys.executable, "-c", "import socket; socket.socket(socket.AF_INET)"]
        ended = subprocess.run(probe, env=self.env, capture_output=True, timeout=LIMIT).returncode
        if ended == 0:
            self.skipTest("the kernel here does not filter calls")
        self.assertEqual(ended, -signal.SIGSYS)
        self.main_job()

    def test_names_stay_where_they_are_put(self):
        self.main_job()
        for folder in self.homes:
            for path in folder.rglob("*"):
                if path.is_file():
                    data = path.read_bytes()
                    self.assertFalse([m for m in MARKS if m in data], f"{path} holds names of customers")
        self.assertEqual(list(self.homes[6].iterdir()), [], "temporary files are left")
        self.assertEqual([p.name for p in self.out.iterdir() if p.name.startswith(".")], [], "files are left beside")

    def test_temporary_files_are_private(self):
        """What is made on the way can be read by nobody else, from its first moment on."""
        os.umask(0o022)
        self.main_job()
        made = [e for e in read_log(self.top / "log") if e["name"] in ("create", "mkdir") and e["result"] >= 0]
        final = {str(p) for p in self.out.iterdir()}
        temporary = [e for e in made if e["path"] not in final and not e["path"].endswith(".bellwether")]
        self.assertGreater(len(temporary), 5, "nothing was made on the way: the log does not work")
        empty = set()  # probes of the mode that new files get: nothing is ever written to them
        written = {e["inode"] for e in read_log(self.top / "log") if e["name"] == "write"}
        for entry in temporary:
            if entry["name"] == "create" and entry["inode"] not in written:
                empty.add(entry["path"])
            elif entry["mode"] & 0o077:
                self.fail(f"{entry['path']} is made with the mode {entry['mode']:o}")

    def test_programs_know_no_network(self):
        if shutil.which("nm") is None:
            self.skipTest("there is no nm")
        for program in (CLI, WINDOW):
            names = subprocess.run(["nm", "-D", "--undefined-only", program], capture_output=True, text=True, check=True).stdout
            self.assertGreater(len(names), 1000)
            self.assertEqual(NETWORK.findall(names), [], program)

    def test_manifest_asks_for_nothing(self):
        manifest = json.loads((ROOT / "flatpak" / "org.bellwether.bellwether.json").read_text())
        asked = manifest["finish-args"]
        self.assertEqual([a for a in asked if a.startswith(("--filesystem", "--persist")) or "network" in a], [])
        self.assertEqual([a for a in asked if a.startswith(("--talk-name", "--own-name", "--socket=session-bus",
                                                            "--socket=system-bus", "--socket=ssh-auth"))], [])


unittest.main()
