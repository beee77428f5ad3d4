#!/usr/bin/python3
"""The page Customers: a filter by any attribute, the manager first; each count is worked out anew from the files."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import os
import sys

from driver import SOURCE_ROOT, Window, until

with open(os.path.join(SOURCE_ROOT, "data/sample/accounts.csv"), encoding="utf-8-sig", newline="") as file:
    ACCOUNTS = list(csv.DictReader(file))
MANAGER = "Priya Raman"


def money(row):
    return float(row["ARR"].replace("$", "").replace(",", "") or "nan")


def of_all(holds):
    return f"{sum(1 for row in ACCOUNTS if holds(row)):,} of {len(ACCOUNTS):,} customers"


def listed(window):
    """The names in the first rows of the table; those out of sight are told when they come into view."""
    rows = [node.get_name() or "" for node in window.walk() if node.get_role_name() == "table row"]
    return [row.split(", score ")[0] for row in rows if ", score " in row][:6]


def are_listed(window, holds, what):
    names = {row["Customer name"] for row in ACCOUNTS if holds(row)}
    until(lambda: (lambda seen: len(seen) > 2 and set(seen) <= names)(listed(window)), what)


def part(window, name):
    return until(lambda: next((node for node in window.walk() if (node.get_name() or "").startswith(name)), None),
                 f"something called “{name}”")


def choose(window, control, text):
    """Opens a list with the mouse, searches and takes the first that is found."""
    window.click(part(window, control))
    until(lambda: (window.focused() or window.frame).get_role_name() in ("text", "entry"), "the search of the list")
    window.write(text)
    window.keys("Return")


def filter_by_manager(window):
    window.click(window.get("push button", part="Filter"))
    choose(window, "Value of CSM", MANAGER)
    window.keys("Escape")
    window.get("label", of_all(lambda row: row["CSM"] == MANAGER))
    are_listed(window, lambda row: row["CSM"] == MANAGER, "the customers of one manager")


def filter_by_more(window):
    window.press("push button", part="Add condition")
    choose(window, "Condition 2 is on:", "Plan")
    choose(window, "Value of Plan", "Business")
    holds = lambda row: row["CSM"] == MANAGER and row["Plan"] == "Business"
    window.get("label", of_all(holds))
    are_listed(window, holds, "those of a plan among them")


def look_away(window):
    """What is typed and not yet told is kept when another page is looked at at once."""
    window.press("push button", part="Add condition")
    choose(window, "Condition 3 is on:", "ARR")
    until(lambda: (window.focused() or window.frame).get_role_name() in ("text", "entry"), "the focus in the number")
    window.write("9000")
    window.keys("ctrl+2")
    window.get("label", part="Fell since")
    window.keys("ctrl+3")
    holds = lambda row: row["CSM"] == MANAGER and row["Plan"] == "Business" and 0 <= money(row) < 9000
    window.get("label", of_all(holds))
    are_listed(window, holds, "those who pay little among them")


def lift(window):
    """Without the toggle everybody is listed; with it the conditions are there again."""
    filter_ = window.get("push button", part="Filter")
    window.click(filter_)
    until(lambda: not set(listed(window)) <= {row["Customer name"] for row in ACCOUNTS if row["CSM"] == MANAGER},
          "everybody in the table")
    window.click(filter_)
    are_listed(window, lambda row: row["CSM"] == MANAGER and row["Plan"] == "Business", "the filter again")


def main(program):
    with Window(program, "--sample") as window:
        window.get("label", "How healthy are all customers?")
        window.keys("ctrl+3")
        window.get("entry", part="earch")
        filter_by_manager(window)
        filter_by_more(window)
        look_away(window)
        lift(window)


main(sys.argv[1])
