#!/usr/bin/python3
"""A version is saved, told from the draft, gone back to and marked on the chart; a note on a customer
stays, goes and comes back."""
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import json
import os
import subprocess
import sys
import time

from driver import SOURCE_ROOT, Window, run, until

PROGRAM, CLI = sys.argv[1:3]
HOME = os.environ["DESKTOP_HOME"]
SAMPLE = os.path.join(SOURCE_ROOT, "data", "sample")
BOOK = os.path.join(HOME, "Renewals.bellwether")
NOTE = "Wants training for 40 users"


def make_book():
    exports = sorted(glob.glob(os.path.join(SAMPLE, "*.csv")))
    subprocess.run([CLI, "workspace", "new", BOOK, "--model", os.path.join(SAMPLE, "model.json"), *exports],
                   check=True, capture_output=True)


def opened(window):
    """The window alone: while the file was read, another stood on it."""
    window.get("label", "How healthy are all customers?")
    window.x_window = until(lambda: run("xdotool", "search", "--onlyvisible", "--name", "^Renewals$"),
                            "the window by its name").split()[0]
    window.resize(1440, 900)


def nudge(window, far):
    slider = window.get("slider", part="NPS")
    before = window.value(slider)
    x, y = window.place(slider, 0.2)
    window.drag((x, y), (x + far, y))
    until(lambda: abs(window.value(window.get("slider", part="NPS")) - before) > 2, "the nudge")


def save(window, name, how):
    """The dialog says what changed and whom it moves, before the name is given."""
    window.keys("ctrl+d")
    window.get("label", part="Weight of NPS in Enterprise")
    window.get("label", part="another band")
    window.write(name)
    if how == "Return":
        window.dismiss(lambda: window.keys("Return"))
    else:
        window.keys("Tab")
        window.write("Usage tells more")
        window.dismiss(lambda: window.keys("ctrl+Return"))
    window.get("label", part=name)


def go_back(window):
    """The list says what changed; the way back is an edit that undo takes back."""
    nudge(window, 20)
    window.get("label", part="Edited since “Autumn”")
    window.keys("ctrl+shift+d")
    window.get("label", part="since “Autumn”.")
    window.get("label", "The first version.")
    window.get("label", "Usage tells more")
    button = window.get("push button", "More about “Autumn”")
    window.click_in("Versions", button)
    until(lambda: window.focused() and window.focused().get_role_name() == "menu item", "the menu")
    window.dismiss(lambda: window.keys("Return"))
    window.said("Back to “Autumn”")
    until(lambda: not window.find("label", part="Edited since"), "the version")
    window.keys("ctrl+z")
    window.get("label", part="Edited since “Autumn”")
    window.keys("ctrl+y")
    until(lambda: not window.find("label", part="Edited since"), "the version again")
    window.keys("ctrl+d")
    window.said("Nothing changed since “Autumn”")


def press(window, name):
    """One of several buttons: its role differs between versions of the toolkit."""
    roles = ("toggle button", "radio button", "push button")
    button = until(lambda: next(filter(None, (window.find(role, name) for role in roles)), None), name)
    at_rest(window, button)
    window.click(button)


def at_rest(window, node):
    """Waits until what stands beside it has its width."""
    places = []

    def rests():
        places.append(window.place(node))
        time.sleep(0.2)
        return len(places) > 2 and places[-1] == places[-2] == places[-3]
    until(rests, f"“{node.get_name()}” to stay where it is")


def marks(window):
    window.keys("ctrl+2")
    until(lambda: any("“Spring”" in point and "“Autumn”" in point
                      for point in window.chart_points("Bands over Time")), "the marks of the versions")
    press(window, "As Scored Then")
    window.get("label", part="each as scored then")
    press(window, "Today’s Model")
    window.get("label", part="today’s weights")


def sides(window):
    window.keys("ctrl+4")
    window.shows("From", "Baseline: Autumn")
    window.turn("From", "End", "Up")
    window.shows("From", "Spring")
    window.get("label", part="outline: Spring")


def choose_customer(window):
    window.keys("ctrl+f")
    window.write("Maracuj")
    until(lambda: any(row.get_role_name() == "table row" and "Maracuj" in (row.get_name() or "")
                      for row in window.walk()), "the customer")
    window.keys("Return", "Down", "Up")
    window.get("label", "Notes")


def write_note(window):
    choose_customer(window)
    window.get("text", "New note")
    window.set_text("New note", NOTE)
    window.press("push button", part="dd Note")
    until(lambda: window.find("label", NOTE), "the note")
    until(lambda: window.find("toggle button", "With Notes") or window.find("push button", "With Notes"), "the filter")


def count_notes():
    told = subprocess.run([CLI, "workspace", "info", "--json", BOOK], check=False, capture_output=True).stdout
    return json.loads(told)["notes"] if told else None


def remove_note(window):
    choose_customer(window)
    window.get("label", NOTE)
    window.press("push button", "Remove note")
    window.said("Note removed")
    window.click(window.said("Undo", "push button"))
    window.get("label", NOTE)


make_book()
with Window(PROGRAM, BOOK) as window:
    opened(window)
    window.choose_segment("Enterprise", "Enterprise weights")
    nudge(window, 40)
    save(window, "Spring", "Return")
    nudge(window, 60)
    save(window, "Autumn", "ctrl+Return")
    go_back(window)
    marks(window)
    sides(window)
    write_note(window)
    until(lambda: count_notes() == 1, "the note in the file")
with Window(PROGRAM, BOOK) as window:
    window.get("label", part="“Autumn”")
    remove_note(window)
print("versions saved, gone back to and marked; notes written, kept and put back")
