#!/usr/bin/python3
"""Outcomes that are not as they should be are told of on the page Validate; a suggestion is taken over in part."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import random
import sys

from driver import Window, until

HOME = os.environ["DESKTOP_HOME"]
PROGRAM = sys.argv[1]
N = 300


def write(name, head, lines):
    path = os.path.join(HOME, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join([head, *lines]) + "\n")
    return path


def make_exports():
    """Usage tells who left, tickets and logins do not; two who left are no customers, and nobody's day exists."""
    dice = random.Random(6)
    left = [dice.random() < 0.3 for _ in range(N)]
    crm = write("crm.csv", "Customer ID,Name,Usage,Tickets,Logins", (
        f"C{i},Customer {i},{dice.randint(0, 60) if left[i] else dice.randint(25, 100)},{dice.randint(0, 9)},"
        f"{dice.randint(1, 40)}" for i in range(N)))
    churn = write("churn.csv", "Customer ID,Churned,Churn date", [
        *(f"C{i},{'Yes' if left[i] else 'No'},{'2026-02-31' if left[i] else ''}" for i in range(N)),
        "X900,Yes,2026-02-31", "X901,Yes,2026-02-31"])
    return crm, churn


def tells_of_files(window):
    """Rows of nobody and days that do not exist, each with how many and an example."""
    window.keys("ctrl+5")
    window.get("label", part="2 rows of the export that tells who left are of customers who are not in the customer list "
                             "(the first: “X900” in line 302 of churn.csv)")
    window.get("label", part="such as “2026-02-31”, cannot be read as days")


def none_gone(window):
    """Nothing ticked is nothing gone, and not what the words say."""
    for said, button in (("No value is ticked, so nobody counts as gone", "Gone: yes"),
                         ("Caught in At risk", "Gone: none ticked")):
        window.unfold(lambda: window.get("push button", part=button))
        until(lambda: window.focused() and window.focused().get_name().startswith("yes") or window.keys("Tab"),
              "the value to be come to")
        window.keys("space", "Escape")
        window.get("label", part=said)


def moves(window):
    return until(lambda: next((node.get_name() for node in window.walk() if node.get_role_name() == "label"
                               and (node.get_name() or "").startswith(("Another band:", "Nothing would move"))), None),
                 "who would move")


def takes_some(window):
    """What is not ticked keeps its weight; one alone has nothing to share, and that is said."""
    window.press("push button", part="Suggest weights")
    window.get("label", "Improvement")
    until(lambda: moves(window).startswith("Another band"), "who would move")
    every = moves(window)
    window.click(window.get("check box", "Logins"))
    until(lambda: "if what is ticked" in moves(window) and moves(window) != every, "another count")
    window.click(window.get("check box", "Tickets"))
    until(lambda: moves(window).startswith("Nothing would move"), "nothing to share")
    assert "sensitive" not in window.states(window.get("push button", part="_Take Over")), "nothing to take over"
    window.click(window.get("check box", "Tickets"))
    until(lambda: moves(window).startswith("Another band"), "who would move")
    window.choose_segment("Everyone else", "Everyone else") if window.find("list item", part="Everyone else") else None
    logins = window.value(window.get("slider", part="Logins"))
    tickets = window.value(window.get("slider", part="Tickets"))
    window.press("push button", part="_Take Over")
    window.get("label", part="Suggested weights taken over")
    until(lambda: window.value(window.get("slider", part="Tickets")) < tickets - 1, "other weights")
    assert abs(window.value(window.get("slider", part="Logins")) - logins) < 1e-6, "what is not ticked keeps its weight"


with Window(PROGRAM, *make_exports(), size=(1440, 900)) as window:
    window.get("label", part="300 customers")
    window.dismiss(lambda: window.press("push button", name="_Import Import"))
    window.get("label", "How healthy are all customers?")
    tells_of_files(window)
    none_gone(window)
    takes_some(window)
print("what the exports had of others, and a suggestion in part")
