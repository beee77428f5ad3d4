#!/usr/bin/python3
"""Next month's file is added to what is open; the same file changes nothing; files are as last time."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

from driver import Window, run, until

PROGRAM = sys.argv[1]
HOME = os.environ["DESKTOP_HOME"]
ACCEPT = "_Import Import"


def month(name, customers):
    path = os.path.join(HOME, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("Customer Id,Name,Plan,Logins,Tickets\n")
        for row in range(customers):
            file.write(f"C{row:03},Company {row},{'Pro' if row % 2 else 'Basic'},{(row * 7) % 41},{row % 9}\n")
    return path


SEPTEMBER, OCTOBER, NOVEMBER = month("usage-2026-09.csv", 50), month("usage-2026-10.csv", 52), \
    month("usage-2026-11.csv", 48)


def accept(window):
    until(lambda: "sensitive" in window.states(window.get("push button", ACCEPT)), "Import to be ready")
    window.dismiss(lambda: window.press("push button", name=ACCEPT))


def add_november(window):
    run(PROGRAM, NOVEMBER)
    window.get("label", "Adds the snapshot of 30 Nov 2026: 48 customers.")
    window.get("label", "52 customers · 3 snapshots · 30 Nov 2026 · 4 gone since")
    accept(window)


def add_again(window):
    run(PROGRAM, NOVEMBER)
    window.get("label", "These files are open already: nothing changes.")
    accept(window)
    window.get("label", part="52 customers")


def choose(window, part):
    """One of the buttons that say what the files become."""
    button = until(lambda: next((node for node in window.walk() if part in (node.get_name() or "")), None), part)
    window.press(button.get_role_name(), part=part)


def start_anew(window):
    run(PROGRAM, NOVEMBER)
    choose(window, "_New Workspace")
    window.get("label", part="become a new workspace")
    window.get("label", "48 customers · 1 snapshot · 30 Nov 2026")
    choose(window, "_Replace Its Data")
    window.get("label", part="take the place of the data of")
    window.dismiss(lambda: window.keys("Escape"))
    window.get("label", part="52 customers")


def of_one_name(window):
    """Next month's export under the name of last month's: it is asked about, and both can be kept."""
    accept(window)
    run(PROGRAM, month("usage.csv", 48))
    window.get("label", part="“usage.csv” is open already, with other content")
    window.get("label", "No snapshot is added.")
    choose(window, "_Keep Both")
    window.get("label", part="Both files are kept. The new one was exported on")
    window.get("label", part="50 customers · 2 snapshots")
    if "BW_PICTURE_SAME" in os.environ:
        window.picture(os.environ["BW_PICTURE_SAME"])
    choose(window, "Replace the O_lder")
    window.get("label", part="48 customers · 1 snapshot")
    choose(window, "_Keep Both")
    window.get("label", part="50 customers · 2 snapshots")
    accept(window)
    window.get("label", part="50 customers")


def as_last_time(window):
    """A correction is remembered for files of this shape, until it is taken back."""
    window.get("label", part="50 customers")
    window.press("page tab", "2 Columns")
    window.turn("Role of Tickets", "End")
    window.shows("Role of Tickets", "Left out")
    accept(window)


with Window(PROGRAM, SEPTEMBER, OCTOBER) as window:
    window.get("label", "52 customers · 2 snapshots · 31 Oct 2026")
    accept(window)
    add_november(window)
    add_again(window)
    start_anew(window)
with Window(PROGRAM, month("usage.csv", 50)) as window:
    of_one_name(window)
with Window(PROGRAM, SEPTEMBER) as window:
    as_last_time(window)
with Window(PROGRAM, OCTOBER) as window:
    window.get("label", part="the choices made then are used")
    window.press("page tab", "2 Columns")
    window.shows("Role of Tickets", "Left out")
    window.press("push button", part="Start from Scratch")
    window.shows("Role of Tickets", "Metric")
    window.dismiss(lambda: window.keys("Escape"))
print("added, not added twice, started anew, remembered")
