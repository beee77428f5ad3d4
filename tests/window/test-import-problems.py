#!/usr/bin/python3
"""The problems of an import: by kind, searched, in their place, as a file; and what fits two readings."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import os
import sys

from driver import Window, until

PROGRAM = sys.argv[1]
HOME = os.environ["DESKTOP_HOME"]


def make_export(name):
    """Three seats that are no numbers, one that looks like a formula, dates that fit both ways."""
    words = {7: "many", 20: "=1+1", 31: "many"}
    path = os.path.join(HOME, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("Id,Name,Signup,Seats,Logins\n")
        for row in range(60):
            file.write(f"C{row:03},Company {row},{row % 12 + 1:02}/{row % 11 + 1:02}/2025,"
                       f"{words.get(row, row % 40)},{row % 13}\n")
    return path


def answer(window):
    """The question stands on the page where the assistant opens, and goes when it is answered."""
    window.get("label", part="in the column “Signup”")
    window.press("push button", "1 Dec 2025" if window.find("push button", "1 Dec 2025") else "12 Jan 2025")
    until(lambda: not any("showing" in window.states(node) for node in window.walk()
                          if node.get_role_name() == "label" and "in the column" in (node.get_name() or "")),
          "the question to go")


def by_kind(window):
    window.press("page tab", "4 Check")
    row = window.get("list item", part="Values that do not fit, 3")
    window.click_in("Import", row)
    window.get("label", "3 problems")


def in_place(window):
    """The line of the file, with the bad cell in it."""
    window.click_in("Import", window.get("label", part="=1+1"))
    window.get("label", part="Company 20")


def find(window):
    window.keys("ctrl+f")
    window.write("many")
    window.get("label", "2 problems")


def export(window):
    path = os.path.join(HOME, "problems.csv")
    window.keys("ctrl+a", "BackSpace")
    window.get("label", "3 problems")
    window.press("push button", part="Export List")
    window.choose_file("Export List", path)
    until(lambda: os.path.exists(path), "the list")
    window.settle()
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 4, rows
    assert {row[1] for row in rows[1:]} == {"9", "22", "33"}, rows
    assert not any(cell.startswith("=") for row in rows for cell in row), "a formula"


def one_point(window):
    """“1.100” may be a thousand and a hundred: asked about though there is no other file or column."""
    window.get("label", part="What is “1.100” in the column “Amount”")
    window.press("push button", "1.1")
    until(lambda: any("1.1 · 2.35" in (node.get_name() or "") for node in window.walk()
                      if node.get_role_name() == "label"), "the numbers in the other reading")


AMOUNTS = os.path.join(HOME, "amounts.csv")
with open(AMOUNTS, "w", encoding="utf-8") as amounts:
    amounts.write("Id,Amount\na,1.100\nb,2.350\nc,4.700\nd,3.125\n")
with Window(PROGRAM, AMOUNTS, size=None) as window:
    window.get("label", part="4 customers")
    one_point(window)
    window.dismiss(lambda: window.keys("Escape"))
with Window(PROGRAM, make_export("people.csv"), size=None) as window:
    window.get("label", part="60 customers")
    answer(window)
    by_kind(window)
    in_place(window)
    find(window)
    export(window)
    window.dismiss(lambda: window.keys("Escape"))
print("asked, grouped, found, exported")
