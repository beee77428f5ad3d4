#!/usr/bin/python3
"""Long reads and their end: cancelled, and overtaken by another."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys
import time

from driver import SOURCE_ROOT, Window, run, until

HOME = os.environ["DESKTOP_HOME"]
PROGRAM = sys.argv[1]
ACCOUNTS = os.path.join(SOURCE_ROOT, "data", "sample", "accounts.csv")


def path_of(name, text=None):
    path = os.path.join(HOME, name)
    if text is not None:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return path


def make_long(name, rows=1000000):
    """A file that takes a while."""
    with open(path_of(name), "w", encoding="utf-8") as file:
        file.write("Customer,Plan,Seats,Logins,Tickets,NPS,Revenue,Renewal\n")
        for row in range(rows):
            file.write(f"C{row:07},{'ABC'[row % 3]},{row % 97},{row % 31},{row % 7},{row % 11},"
                       f"{row % 1009}.50,2026-{row % 12 + 1:02}-15\n")
    return path_of(name)


def start_long(window, path):
    """Another start of the program hands the file to the open window."""
    run(PROGRAM, path)
    return window.get("push button", part="_Cancel")


def cancelled(window, path):
    """Cancel leaves all as it was, and what comes next works."""
    start_long(window, path)
    window.dismiss(lambda: window.press("push button", part="_Cancel"))
    window.get("label", part="480 customers")
    assert not window.find("label", part="Could Not"), "a message after Cancel"


def overtaken(window, path):
    """A second import while the first is reading."""
    start_long(window, path)
    run(PROGRAM, ACCOUNTS)
    time.sleep(1)
    assert window.process.poll() is None
    for _ in range(4):
        if len(window.x_windows()) == 1:
            break
        window.keys("Escape")
        time.sleep(1.5)
    until(lambda: window.x_windows() == [window.x_window], "the window alone", patience=60)
    window.get("label", part="480 customers")


with Window(PROGRAM, "--sample") as window:
    window.get("label", "How healthy are all customers?")
    window.park()
    long_file = make_long("long.csv")
    cancelled(window, long_file)
    overtaken(window, long_file)
print("long reads end well")
