#!/usr/bin/python3
"""The window asks for no network and keeps names of customers in the workspace alone; killed, it loses nothing."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, os.path.join(os.environ["BW_SOURCE_ROOT"], "tests", "window"))
from driver import Window, until  # noqa: E402

PROGRAM, CLI, LIBRARY = (os.path.abspath(p) for p in sys.argv[1:4])
TOP = pathlib.Path(os.environ["DESKTOP_HOME"])
MARKS = [b"Quortexian Widgets", b"KQZ-"]  # found nowhere else
WATCHED = {"LD_PRELOAD": LIBRARY, "BW_FAULT_NET": "refuse",
           "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}


def make_book():
    exports = []
    for month in (1, 2):
        exports.append(TOP / f"crm-2026-0{month}-28.csv")
        exports[-1].write_text("Customer ID,Name,Active users,Tickets\n" + "".join(
            f"KQZ-{i},Quortexian Widgets {i},{(i * 7 + month) % 50},{(i * month) % 9}\n" for i in range(60)))
    book = TOP / "book.bellwether"
    subprocess.run([CLI, "workspace", "new", str(book), str(exports[0])], check=True, capture_output=True)
    subprocess.run([CLI, "workspace", "add", str(book), str(exports[1])], check=True, capture_output=True)
    for path in exports:
        path.unlink()
    return book


def open_book(book):
    window = Window(PROGRAM, str(book), environment=WATCHED)
    window.get("label", "How healthy are all customers?")
    return window


def check_places(book):
    """Names stand in the workspace; not in logs, caches, lists of recent files or what a kill left."""
    for path in TOP.rglob("*"):
        if path.is_file() and not path.is_symlink() and path != book:
            leaks = [m for m in MARKS if m in path.read_bytes()]
            assert not leaks, f"{path} holds names of customers"
    assert book.stat().st_mode & 0o077 == 0, "the workspace can be read by others"


book = make_book()
window = open_book(book)
window.process.kill()
window.process.wait()
check_places(book)
whole = subprocess.run([CLI, "workspace", "check", str(book)], capture_output=True, text=True)
assert whole.returncode == 0, whole.stdout + whole.stderr

with open_book(book) as window:
    until(lambda: window.find("label", part="60 customers"), "all customers")
check_places(book)
