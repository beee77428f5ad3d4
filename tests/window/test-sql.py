#!/usr/bin/python3
"""The model as SQL: what the dialog shows, copies and saves is what the command line writes."""
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import shutil
import subprocess
import sys

from driver import SOURCE_ROOT, Window, until

HOME = os.environ["DESKTOP_HOME"]
CLI = sys.argv[2]
MODEL = os.path.join(SOURCE_ROOT, "data", "sample", "model.json")


def by_command(*words):
    return subprocess.run([CLI, "sql", *words, MODEL], check=True, capture_output=True, timeout=60).stdout


class Dialog:
    """The dialog, whose parts are looked for in it alone: the window below is a large tree."""

    def __init__(self, window):
        self.window = window
        window.act("win.export-sql")
        self.root = until(self.look, "the dialog")

    def look(self):
        """The window on top: the other one is a large tree."""
        return next((node for node in self.window.tree.root().children() if node.get_name() == "Export SQL"), None)

    def find(self, role, part):
        return until(lambda: self.window.find(role, part=part, root=self.root), f"a {role} called “{part}”")

    def shows(self, *words):
        """Waits until it shows what the command line writes."""
        text, wanted = self.find("text", "The SQL"), by_command(*words)
        until(lambda: self.window.text(text).encode() == wanted, f"the SQL of {words}")
        return wanted

    def set_text(self, name, text):
        self.find("text", name).set_text(text)

    def tab_to(self, role, part):
        """Goes on with Tab; only the dialog is looked at, which is quick."""
        for _ in range(30):
            node = next((one for one in self.window.walk(self.root) if "focused" in self.window.states(one)), None)
            if node is not None and node.get_role_name() == role and part in (node.get_name() or ""):
                return
            self.window.keys("Tab")
        raise AssertionError(f"Tab never comes to a {role} “{part}”")

    def close(self):
        self.window.dismiss(lambda: self.window.keys("Escape"))


def choices(window, dialog):
    """Each choice is in the text at once."""
    dialog.shows("-d", "postgresql")
    dialog.tab_to("combo box", "Database")
    window.park()
    window.keys("space")
    window.take("Down")
    dialog.shows("-d", "duckdb")
    dialog.set_text("Table", "crm.health")
    dialog.set_text("Column with the customer", "account \"id\"")
    dialog.set_text("Column with the date", "")
    names = ["-d", "duckdb", "--table", "crm.health", "--key", "account \"id\""]
    dialog.shows(*names)
    dialog.tab_to("check box", "Rank")
    window.keys("space")
    dialog.tab_to("check box", "Metrics")
    window.keys("space")
    return dialog.shows(*names, "--rank", "--metrics")


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-t", "UTF8_STRING", "-o"], check=True,
                          capture_output=True, timeout=20).stdout


def save(window, wanted):
    path = os.path.join(HOME, "health.sql")
    window.keys("ctrl+s")
    window.choose_file("Save SQL", path)
    window.said("Saved “health.sql”")
    with open(path, "rb") as file:
        assert file.read() == wanted

    window.keys("ctrl+s")
    window.choose_file("Save SQL", "/proc/health.sql")
    window.get("label", "Could Not Save the SQL")
    window.dismiss_one(lambda: window.keys("Escape"))


def open_percentiles(window):
    """A percentile scale without points is a good model, and no SQL."""
    with open(MODEL, encoding="utf-8") as file:
        model = json.load(file)
    model["metrics"][0]["scale"] = {"type": "percentile"}
    path = os.path.join(HOME, "percentiles.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(model, file)
    window.keys("ctrl+shift+o")
    window.choose_file("Open Model", path)
    window.dismiss(lambda: window.press("push button", part="Take Over"))
    window.said("Model taken over")


def problem(window, dialog):
    """What cannot be written is said, and can be neither copied nor saved."""
    dialog.find("label", "This Cannot Be Written as SQL")
    label = dialog.find("label", "percentile scale has no “points”")
    assert label.get_name().startswith("metrics[0] ("), label.get_name()
    for name in ("opy", "Save"):
        assert "sensitive" not in window.states(dialog.find("push button", name)), name


if shutil.which("xclip") is None:
    print("xclip is not installed")
    sys.exit(77)
with Window(sys.argv[1], "--sample") as window:
    window.get("label", "How healthy are all customers?")
    dialog = Dialog(window)
    wanted = choices(window, dialog)
    dialog.find("push button", "opy").act()
    until(lambda: clipboard() == wanted, "the SQL on the clipboard")
    save(window, wanted)
    dialog.close()

    open_percentiles(window)
    dialog = Dialog(window)
    problem(window, dialog)
    dialog.close()
print("SQL as the command line writes it")
