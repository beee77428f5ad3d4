#!/usr/bin/python3
"""Segments, caps and floors built in the window; each count is worked out anew from the files."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import datetime
import glob
import json
import os
import re
import sys

from driver import SOURCE_ROOT, Window, until

SAMPLE = os.path.join(SOURCE_ROOT, "data", "sample")


def rows_of(name):
    with open(os.path.join(SAMPLE, name), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


ACCOUNTS = rows_of("accounts.csv")
NEWEST = rows_of(os.path.basename(sorted(glob.glob(os.path.join(SAMPLE, "usage-*.csv")))[-1]))
TODAY = datetime.date.fromisoformat(NEWEST[0]["Snapshot date"])


def money(row):
    return float(row["ARR"].replace("$", "").replace(",", "") or "nan")


def age(row):
    return (TODAY - datetime.date.fromisoformat(row["Start date"])).days


def count(holds):
    return sum(1 for row in ACCOUNTS if holds(row))


def segments(window):
    """The names in the list at the left, in order."""
    items = [node.get_name() for node in window.walk() if node.get_role_name() == "list item"]
    return [name.split(", ")[0] for name in items if re.search(r", [0-9,]+ customers?(,|$)", name)]


def part(window, name):
    return until(lambda: next((node for node in window.walk() if (node.get_name() or "").startswith(name)), None),
                 f"something called “{name}”")


def choose(window, control, text):
    """Opens a list with the mouse, searches and takes the first that is found."""
    window.click(part(window, control))
    until(lambda: (window.focused() or window.frame).get_role_name() in ("text", "entry"), "the search of the list")
    window.write(text)
    window.keys("Return")


def of_all(number):
    return f"{number:,} of {len(ACCOUNTS):,} customers"


def build(window):
    """With the mouse: customers of one country; then, with keys, of those the large."""
    countries = sorted({row["Country"] for row in ACCOUNTS})
    country = max(countries, key=lambda name: count(lambda row: row["Country"] == name))
    window.click(window.get("push button", part="Add segment"))
    window.get("label", part="A new segment")
    assert not window.find("label", part="Until then the condition is not applied"), "blamed before it is begun"
    choose(window, "Condition 1 is on", "Country")
    choose(window, "Value of Country", country[:-1].lower())
    window.get("label", of_all(count(lambda row: row["Country"] == country)))
    until(lambda: segments(window)[1] == f"Country is {country}", "the segment in the list")

    window.keys("ctrl+Return")
    part(window, "Condition 2 is on: not chosen")
    window.keys("space")
    until(lambda: (window.focused() or window.frame).get_role_name() in ("text", "entry"), "the search by keys")
    window.write("ARR")
    window.keys("Return")
    until(lambda: (window.focused() or window.frame).get_name().startswith("Value of ARR"), "the value of ARR")
    window.write("twenty")
    window.get("label", part="Until then the condition is not applied")
    window.keys("ctrl+a")
    window.write("20,000")
    limit = 20000
    window.get("label", of_all(count(lambda row: row["Country"] == country and money(row) < limit)))
    window.click(part(window, "Any of these holds"))
    window.get("label", of_all(count(lambda row: row["Country"] == country or money(row) < limit)))
    until(lambda: segments(window)[1] == f"Country is {country} or ARR is less than $20,000",
          "a name made of the rule to follow it")
    return country


def name_and_order(window):
    window.set_text("Name of the segment", "Home market")
    window.click(part(window, "Name of the segment"))
    window.keys("Return")
    until(lambda: segments(window)[1] == "Home market", "the name in the list")
    window.press("push button", "Later in the order")
    until(lambda: segments(window)[2] == "Home market", "the segment one place later")
    window.keys("ctrl+z", "ctrl+z")
    until(lambda: segments(window)[1].startswith("Country is"), "undo of name and order")
    window.keys("ctrl+shift+z", "ctrl+shift+z")
    until(lambda: segments(window)[2] == "Home market", "both again")
    window.press("push button", "Remove")
    window.said("Undo", "push button").act()
    until(lambda: segments(window)[2] == "Home market", "the Undo of what was said to bring it back")


def percents(window):
    """What the panel beside says of each metric that the segment uses."""
    entries = [node for node in window.walk() if (node.get_name() or "").endswith(" in percent")]
    return {node.get_name()[:-len(" in percent")]: int(re.match("[0-9]*", window.text(node))[0] or 0)
            for node in entries if node.get_role_name() == "text"}


def weights(window):
    """The weights of another segment are taken over."""
    with open(os.path.join(SAMPLE, "model.json"), encoding="utf-8") as file:
        model = json.load(file)
    names = {metric["id"]: metric["name"] for metric in model["metrics"]}
    wanted = {names[metric]: share for metric, share in model["segments"][0]["weights"].items()}
    assert window.drop_down("Segment whose weights are copied")[1] == model["segments"][0]["name"]
    window.press("push button", "Copy Weights")
    until(lambda: percents(window) == wanted, "the weights of the first segment")
    window.act("win.undo")


def drag(window):
    """In the list itself, with the mouse and with keys."""
    dragged = window.get("list item", part="Home market, ")
    window.drag(window.place(dragged), window.place(window.get("list item", part="Everyone else, "), down=0.2))
    until(lambda: segments(window)[-2] == "Home market", "the segment last but one")
    window.click(window.get("list item", part="Home market, "))
    window.keys("alt+Up", "alt+Up")
    until(lambda: segments(window)[-4] == "Home market", "the segment two places up")
    window.keys("F2")
    until(lambda: window.text(window.get("text", "Name of the segment")) == "Home market", "its editor")
    weights(window)
    window.keys("Escape")
    window.get("label", "How healthy is Home market?")


def preset(window):
    """A proposal says how many it would take, and takes as many."""
    old = count(lambda row: age(row) > 730)
    window.click(window.get("push button", part="Add segment"))
    button = until(lambda: next((node for node in window.walk() if "older than two years" in node.get_name().lower() and
                                 node.get_role_name() == "push button"), None), "a proposal")
    assert window.find("label", f"{old} customers"), f"the proposal does not say {old}"
    window.click(button)
    window.get("list item", part=f", {old} customers")
    window.act("win.undo")
    until(lambda: not window.find("list item", part="lder than two years"), "undo of the proposal")


def rules(window):
    """As many caps and floors as can be duplicated."""
    return sum(1 for node in window.walk() if (node.get_name() or "").startswith("Duplicate "))


def cap(window):
    """A cap holds for as many as the file says, and stays away when it is undone."""
    small = of_all(count(lambda row: money(row) < 20000))
    window.choose_segment("Enterprise, ", "Enterprise weights")
    window.get("push button", part="Edit caps and floors").act()
    window.get("label", part="While its conditions hold")
    kept = rules(window)
    window.press("push button", "Add Cap")
    choose(window, "Condition 1 is on: not chosen", "ARR")
    window.click(part(window, "Value of ARR"))
    window.write("20,000")
    window.keys("Return")
    window.get("label", small)
    until(lambda: rules(window) == kept + 1, "one more rule")
    window.get("label", "At most 69 while ARR is less than $20,000")
    window.get("push button", "Duplicate ARR is less than $20,000")
    window.turn("Test of condition 1: ARR", "Down")
    window.get("push button", "Duplicate ARR is at most $20,000")
    window.act("win.undo")
    window.get("push button", "Duplicate ARR is less than $20,000")
    stays_undone(window, kept)
    window.act("win.redo")
    until(lambda: rules(window) == kept + 1, "the rule again")
    leaves_half(window)


def stays_undone(window, kept):
    """What is still being typed of a rule goes with it."""
    reasons = [node for node in window.walk() if node.get_name() == "Reason" and node.get_role_name() == "text"]
    assert len(reasons) == 1, len(reasons)
    reasons[0].set_text("Small")
    window.act("win.undo")
    window.settle()
    assert rules(window) == kept, "the rule is back"


def leaves_half(window):
    """A reason that is typed while the condition is half changed is kept, and so is the condition."""
    window.act("win.close-editor")
    window.get("push button", part="Edit caps and floors").act()
    window.get("push button", "Edit ARR is less than $20,000").act()
    window.turn("Test of condition 1: ARR", "Down", "Down", "Down", "Down")
    window.get("label", part="Until then the condition is not applied")
    window.click(window.get("text", "Reason"))
    window.keys("ctrl+a")
    window.write("Small")
    window.act("win.close-editor")
    window.get("push button", part="Edit caps and floors").act()
    window.get("push button", "Duplicate Small")
    window.get("label", "At most 69 while ARR is less than $20,000")
    window.get("push button", "Edit Small").act()
    window.turn("Test of condition 1: ARR", "Down", "Down", "Down", "Down")
    window.get("label", part="Until then the condition is not applied")
    window.turn("Test of condition 1: ARR", "Up", "Up", "Up")
    window.get("label", "At most 69 while ARR is at most $20,000")


def lasting_id(window):
    """An id goes into exports: it is not made of the rule that a segment began with."""
    path = os.path.join(os.environ["DESKTOP_HOME"], "model.json")
    window.act("win.save-model")
    window.choose_file("Save Model", path)
    window.said("Model saved")
    with open(path, encoding="utf-8") as file:
        ids = {segment["name"]: segment["id"] for segment in json.load(file)["segments"]}
    assert ids["Home market"] == "segment-1", ids


with Window(sys.argv[1], "--sample") as window:
    window.get("label", "How healthy are all customers?")
    build(window)
    name_and_order(window)
    drag(window)
    preset(window)
    cap(window)
    lasting_id(window)
print("segments by rule, in order, by proposal; a cap")
