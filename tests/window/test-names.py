#!/usr/bin/python3
"""Everything that takes the focus has a name of its own, on every page and in every dialog."""
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import os
import sys

from driver import SOURCE_ROOT, Window, until

# Parts of a control that is named itself.
PARTS = {"scroll bar", "scroll pane", "separator", "filler", "panel", "split pane", "label"}


def nameless(window):
    found = []
    for node in window.walk():
        states = node.states()
        if not {"focusable", "visible"} <= states or node.get_role_name() in PARTS:
            continue
        if window.extents(node) is None or "combo box" in lineage(node):
            continue
        name = (node.get_name() or "").strip()
        if name == "" or name.startswith(("Gtk", "Adw", "Bw")) and name != "GtkListBox":
            found.append(f"{node.get_role_name()} “{name}” in {lineage(node)}")
    return found


def lineage(node):
    names = []
    while node is not None and len(names) < 7:
        names.append(f"{node.get_role_name()} {node.get_name() or ''}".strip())
        node = node.get_parent()
    return " < ".join(names)


def look(window, place):
    missing = until(lambda: nameless(window) or ["none"], f"the names of {place}")
    return [] if missing == ["none"] else [f"{place}: {line}" for line in missing]


wrong = []
with Window(sys.argv[1]) as window:
    window.get("label", "See Which Customers Need Care")
    wrong += look(window, "the start")
with Window(sys.argv[1], "--sample") as window:
    window.get("label", "How healthy are all customers?")
    wrong += look(window, "Distribution")
    window.choose_segment("Enterprise, ", "Enterprise weights")
    wrong += look(window, "the weights")
    window.keys("ctrl+2")
    window.get("label", part="Fell since")
    wrong += look(window, "Trends")
    window.keys("ctrl+3")
    window.get("entry", part="earch")
    wrong += look(window, "Customers")
    window.keys("ctrl+e")
    window.get("label", "Export Chart")
    wrong += look(window, "Export")
SAMPLE = sorted(glob.glob(os.path.join(SOURCE_ROOT, "data", "sample", "*.csv")))[:2]
with Window(sys.argv[1], *SAMPLE, size=None) as window:
    window.get("push button", part="Import")
    for page in ("1 Files", "2 Columns", "3 Join and Time", "4 Check"):
        window.press("page tab", page)
        wrong += look(window, page)
print("\n".join(sorted(set(wrong))))
assert not wrong, f"{len(wrong)} without a name"
