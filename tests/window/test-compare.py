#!/usr/bin/python3
"""Two models beside each other in the window: the numbers are those of the command line."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import glob
import json
import os
import re
import subprocess
import sys

from driver import SOURCE_ROOT, Window, run, until

HOME = os.environ["DESKTOP_HOME"]
SAMPLE = os.path.join(SOURCE_ROOT, "data", "sample")
EXPORTS = sorted(glob.glob(os.path.join(SAMPLE, "*.csv")))
PROGRAM, COMMAND_LINE = sys.argv[1:3]


def path_of(name):
    return os.path.join(HOME, name)


def write_models():
    """A model whose first metric counts for nearly all, and one that needs a column nobody has."""
    with open(os.path.join(SAMPLE, "model.json"), encoding="utf-8") as file:
        model = json.load(file)
    other = json.loads(json.dumps(model))
    for segment in other["segments"]:
        for place, metric in enumerate(segment["weights"]):
            segment["weights"][metric] = 100 if place == 0 else 1
    misfit = json.dumps(model).replace("Active users", "Users of another company")
    for name, text in (("other.json", json.dumps(other)), ("misfit.json", misfit)):
        with open(path_of(name), "w", encoding="utf-8") as file:
            file.write(text)


def expected():
    said = subprocess.run([COMMAND_LINE, "compare", "--from", os.path.join(SAMPLE, "model.json"),
                           "--to", path_of("other.json"), "--json", *EXPORTS],
                          check=True, capture_output=True, env=dict(os.environ, LC_ALL="C.UTF-8")).stdout
    return json.loads(said)


def nothing_moves(window):
    window.keys("ctrl+4")
    window.get("label", "No customer changes band")
    assert window.drop_down("From")[1] == "Baseline: As imported", window.drop_down("From")
    assert window.drop_down("To")[1] == "Draft", window.drop_down("To")


def refuse(window):
    """A file that does not fit is named, with the column, and nothing changes."""
    window.turn("To", "End")
    window.choose_file("Open Model", path_of("misfit.json"))
    window.get("label", "Could Not Open the Model")
    window.get("label", part="Users of another company")
    window.dismiss(lambda: window.keys("Escape"))
    assert window.drop_down("To")[1] == "Draft"


def compare(window, wanted):
    window.turn("To", "End")
    window.choose_file("Open Model", path_of("other.json"))
    window.shows("To", "other.json")
    window.get("label", f"{wanted['moved']:,} customers")
    window.get("label", f"from {wanted['mean_from']:.1f}")
    assert not window.find("label", part="Edited since"), "the draft was touched"

    def cells():
        return [point for point in window.chart_points("Band to band") if point.startswith("From ")]
    until(lambda: len(cells()) == 16, "the cells of the table")
    for cell in wanted["matrix"]:
        if cell["customers"] > 1:
            assert any(f": {cell['customers']:,} customers" in point for point in cells()), cell


def list_cell(window, wanted):
    """A click on a cell lists its customers alone, and again all."""
    cell = max((c for c in wanted["matrix"] if c["from"] != c["to"]), key=lambda c: c["customers"])
    text = f": {cell['customers']:,} customer"
    point = until(lambda: window.find("list item", part=text, root=window.get("list", "Band to band")), text)
    window.click(point)
    window.get("push button", part="✕")
    window.get("label", f"{cell['customers']:,} customers")
    window.click(point)
    until(lambda: not window.find("push button", part="✕"), "all customers again")


def show_scores(window):
    """From and To are shown as scores are, and at once."""
    def rows():
        return [node.get_name().split(": from ")[1] for node in window.walk()
                if node.get_role_name() == "table row" and ": from " in (node.get_name() or "")]

    def show_as(choice):
        run("gdbus", "call", "--session", "-d", "org.bellwether.bellwether", "-o",
            "/org/bellwether/bellwether/window/1", "-m", "org.gtk.Actions.Activate", "show-scores-as",
            f"[<'{choice}'>]", "{}")

    numbers = until(rows, "movers")
    show_as("letter")
    until(lambda: all(re.match(r"([A-F]|–), .*, to ([A-F]|–), ", row) for row in rows()), "letters")
    show_as("rank")
    until(lambda: all(re.match(r"[\d,–]+, .*, to [\d,–]+, ", row) for row in rows()), "ranks")
    assert rows() != numbers
    show_as("number")
    until(lambda: rows() == numbers, "numbers again")


def export(window, wanted):
    window.press("push button", part="Export Customers")
    window.choose_file("Export Customers That Move", path_of("movers.csv"))
    until(lambda: os.path.exists(path_of("movers.csv")), "movers.csv")
    with open(path_of("movers.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["customer"] for row in rows] == [mover["customer"] for mover in wanted["movers"]]
    assert [row["to_score"] for row in rows] == [
        "" if mover["to_score"] is None else f"{mover['to_score']:.6f}" for mover in wanted["movers"]]


def swap(window, wanted):
    window.press("push button", "Swap")
    window.shows("From", "other.json")
    window.get("label", f"from {wanted['mean_to']:.1f}")


def firmness(window):
    window.get("label", part="in 200 draws with every weight")


def open_customer(window):
    row = until(lambda: next((node for node in window.walk() if node.get_role_name() == "table row"
                              and ": from " in (node.get_name() or "")), None), "a mover")
    name = row.get_name().split(": from ")[0]
    x, y = window.place(row, 0.1)
    run("xdotool", "mousemove", str(x), str(y), "sleep", "0.2", "click", "--repeat", "2", "1")
    title = window.get("label", "Customers that move")
    until(lambda: "showing" not in window.states(title), "the page of customers")
    window.get("label", name)


write_models()
WANTED = expected()
assert WANTED["moved"] > 10, WANTED["moved"]
with Window(PROGRAM, "--sample", size=(1440, 2200)) as window:
    window.get("label", "How healthy are all customers?")
    nothing_moves(window)
    refuse(window)
    compare(window, WANTED)
    list_cell(window, WANTED)
    show_scores(window)
    export(window, WANTED)
    firmness(window)
    swap(window, WANTED)
    open_customer(window)
print("two models beside each other, the same by the command line")
