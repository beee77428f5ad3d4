#!/usr/bin/python3
"""Models and scores as files: what is saved scores the same by the command line."""
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import json
import os
import subprocess
import sys

from driver import SOURCE_ROOT, Window, until

HOME = os.environ["DESKTOP_HOME"]
SAMPLE = os.path.join(SOURCE_ROOT, "data", "sample")
PROGRAM, COMMAND_LINE = sys.argv[1:3]


def path_of(name):
    return os.path.join(HOME, name)


def read(name):
    with open(path_of(name), "rb") as file:
        return file.read()


def move_weight(window):
    window.choose_segment("Enterprise, ", "Enterprise weights")
    slider = window.tab_to("slider")
    before = window.value(slider)
    window.keys(*["Right"] * 6)
    until(lambda: window.value(slider) > before + 3, "the slider to move")
    window.get("label", part="Edited since")


def save_model(window):
    window.act("win.save-model")
    window.choose_file("Save Model", path_of("saved.json"))
    window.said("Model saved")
    assert json.loads(read("saved.json"))["format"] == "bellwether-model"


def export_scores(window):
    window.keys("ctrl+shift+e")
    window.choose_file("Export Scores", path_of("scores.csv"))
    window.said("Scores exported")
    exports = sorted(glob.glob(os.path.join(SAMPLE, "*.csv")))
    wanted = subprocess.run([COMMAND_LINE, "score", "--model", path_of("saved.json"), *exports],
                            check=True, capture_output=True).stdout
    assert read("scores.csv") == wanted, "not the scores of the command line"

    window.keys("ctrl+shift+e")
    window.choose_file("Export Scores", "/proc/scores.csv")
    window.get("label", "Could Not Export the Scores")
    window.dismiss(lambda: window.keys("Escape"))


def open_model(window):
    """A model that does not fit is named and changes nothing; one that fits is opened."""
    other = json.loads(read("saved.json"))
    text = json.dumps(other).replace("Active users", "Users of another company")
    for name, content in (("broken.json", "{ broken"), ("other.json", text)):
        with open(path_of(name), "w", encoding="utf-8") as file:
            file.write(content)
        window.keys("ctrl+shift+o")
        window.choose_file("Open Model", path_of(name))
        window.get("label", "Could Not Open the Model")
        if name == "other.json":
            window.get("label", part="Users of another company")
        window.dismiss(lambda: window.keys("Escape"))
        window.get("label", part="Edited since")
    window.keys("ctrl+shift+o")
    window.choose_file("Open Model", path_of("saved.json"))
    window.get("label", "The Same Model")
    window.dismiss(lambda: window.keys("Escape"))


def take_over(window):
    """What differs is said first; it is a step of undo."""
    window.act("win.reset")
    until(lambda: not window.find("label", part="Edited since"), "the model as it was")
    window.keys("ctrl+shift+o")
    window.choose_file("Open Model", path_of("saved.json"))
    window.get("label", "Take Over This Model?")
    window.get("label", part="in Enterprise")
    window.dismiss(lambda: window.press("push button", part="Take Over"))
    window.said("Model taken over")
    window.get("label", part="Edited since")
    window.keys("ctrl+z")
    until(lambda: not window.find("label", part="Edited since"), "the model as it was, again")


with Window(PROGRAM, "--sample") as window:
    window.get("label", "How healthy are all customers?")
    move_weight(window)
    save_model(window)
    export_scores(window)
    open_model(window)
    take_over(window)
print("models and scores, the same by the command line")
