#!/usr/bin/python3
"""Bands moved by mouse and keys and edited; a customer explained; scores shown in other words."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import json
import os
import re
import subprocess
import sys
import time

from driver import SOURCE_ROOT, Window, run, until

SAMPLE = os.path.join(SOURCE_ROOT, "data", "sample")


def scores_under(cli, edges):
    """How many customers are in each band, by the command line, under a model with these edges."""
    with open(os.path.join(SAMPLE, "model.json"), encoding="utf-8") as file:
        model = json.load(file)
    for band, edge in zip(model["bands"], edges):
        band["from"] = edge
    path = os.path.join(os.environ["DESKTOP_HOME"], "edges.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(model, file)
    files = [os.path.join(SAMPLE, name) for name in sorted(os.listdir(SAMPLE)) if name.endswith(".csv")]
    rows = csv.DictReader(subprocess.run([cli, "score", "--model", path, *files], check=True, text=True,
                                         capture_output=True, env=dict(os.environ, LC_ALL="C.UTF-8")).stdout.splitlines())
    counts = {}
    for row in rows:
        counts[row["band"]] = counts.get(row["band"], 0) + 1
    return [counts.get(band["name"], counts.get(band["id"], 0)) for band in model["bands"]]


def shown(window):
    """The customers of each band as the words over the chart say it, worst first."""
    points = [text for text in window.chart_points("Distribution") if ", from " in text]
    return [int(re.search(r": ([\d,]+) customer", text).group(1).replace(",", "")) for text in points]


def edge(window, part):
    def look():
        points = reversed(window.get("list", "Distribution").children())
        return next((point for point in points if (point.get_name() or "").startswith(part)), None)
    return until(look, f"the edge “{part}”")


def drag_edge(window, cli):
    x, y = window.place(edge(window, "Healthy begins at 70"))
    chart = window.get("list", "Distribution")
    left, right = window.place(chart, 0)[0], window.place(chart, 1)[0]
    window.drag((x, y), (x + (right - left) // 20, y + 40), drop=False)
    window.get("label", "Moves the edge for all segments")
    run("xdotool", "mouseup", "1")
    label = until(lambda: next((text for text in window.chart_points("Distribution")
                                if text.startswith("Healthy begins at") and not text.endswith(" 70")), None), "an edge that moved")
    value = float(label.rsplit(" ", 1)[1])
    assert value == int(value) and value > 70, label
    until(lambda: shown(window) == scores_under(cli, [0, 40, value]), "the counts of the command line")
    window.keys("ctrl+z")
    edge(window, "Healthy begins at 70")
    until(lambda: shown(window) == scores_under(cli, [0, 40, 70]), "the counts as before")


def move_edge_by_keys(window, cli):
    window.click(edge(window, "Watch begins at 40"))
    for key, name in [("Right", 41), ("Page_Up", 46), ("Left", 45), ("shift+Right", 45.1)]:
        window.keys(key)
        edge(window, f"Watch begins at {name}")
    until(lambda: shown(window) == scores_under(cli, [0, 45.1, 70]), "the counts of the command line")
    x, y = window.place(edge(window, "Watch begins at 45.1"))
    window.drag((x, y), (x + 60, y + 30), drop=False)
    window.keys("Escape")
    run("xdotool", "mouseup", "1")
    edge(window, "Watch begins at 45.1")
    window.keys(*["ctrl+z"] * 4)
    edge(window, "Watch begins at 40")


def type_names(window):
    """What is half typed stays while the window works; a name that is refused keeps no other from being changed."""
    def fields():
        return [node for node in window.walk() if node.get_role_name() == "text" and node.get_name() == "Name"]

    window.set_number("Least score of Watch", 44)
    window.click(until(lambda: len(fields()) == 3 and fields()[0], "the fields of three names"))
    window.keys("ctrl+a")
    window.write("Fit")
    time.sleep(1.5)
    assert window.text(fields()[0]) == "Fit", "the work in the background took away what was typed"
    window.keys("ctrl+a", "BackSpace", "Return")
    window.get("label", part="needs a name")
    window.set_number("Least score of Watch", 45)
    until(lambda: window.value(window.get("spin button", "Least score of Watch")) == 45, "an edge that a refused name does not hold")
    for edge_before in (40,):
        window.act("win.undo")
        until(lambda: window.value(window.get("spin button", "Least score of Watch")) == edge_before, f"the edge at {edge_before}", 10)
    assert window.text(fields()[0]) == "Healthy", "a refused name that stays though the model was shown anew"


def edit_bands(window, cli):
    def opened():
        window.click(edge(window, "Watch, from 40 to 70"))
        return window.find("label", "Bands and grades")

    until(opened, "the editor to open: the chart may still settle after the last undo")
    window.set_number("Customers the team can work on", 30)
    label = window.get("label", part="At risk below").get_name()
    value, count = re.fullmatch(r"At risk below ([\d.]+): (\d+) customers?", label).groups()
    assert int(count) <= 30
    assert scores_under(cli, [0, float(value), 70])[0] == int(count)
    window.press("push button", "Set Edge")
    until(lambda: abs(window.value(window.get("spin button", "Least score of Watch")) - float(value)) < 0.06, "the edge in its field")
    window.get("label", part=f"55 → {count} customers")
    window.press("push button", "Add Band")
    window.get("spin button", "Least score of New band")
    window.press("push button", "Add Band")
    window.get("spin button", "Least score of New band 2")
    window.press("push button", "Remove New band 2")
    until(lambda: window.find("spin button", "Least score of New band 2") is None, "the second new band to go")
    window.press("push button", "Remove New band")
    until(lambda: window.find("spin button", "Least score of New band") is None, "the band to go")
    window.keys(*["ctrl+z"] * 5)
    until(lambda: window.value(window.get("spin button", "Least score of Watch")) == 40, "the edge as before")
    window.press("push button", "Remove E")
    window.said("“E” removed")
    window.said("Undo", "push button").act()
    window.get("push button", "Remove E")
    field = window.get("spin button", "Least score of Watch")
    for value in (41, 42, 43):
        window.set_number("Least score of Watch", value)
    assert window.text(field) == "43", window.text(field)
    window.act("win.undo")
    until(lambda: window.value(window.get("spin button", "Least score of Watch")) == 40, "a run of presses taken back at once")
    type_names(window)
    window.set_number("Least score of Watch", 1)
    window.act("win.close-editor")
    until(lambda: window.find("label", "Bands and grades") is None, "the editor to close")
    window.get("label", "One of these two bands has no customers.")
    window.act("win.undo")
    until(lambda: window.find("label", "One of these two bands has no customers.") is None, "both bands to have customers")


def explain(window):
    window.keys("ctrl+3")
    window.turn("List of customers", "Down", "Down", "Down", "Down")
    window.shows("List of customers", "Capped")
    row = until(lambda: next((node for node in window.walk() if node.get_role_name() == "table row" and "capped: " in
                              (node.get_name() or "")), None), "somebody capped")
    assert "→ 49" in row.get_name(), row.get_name()
    window.click(window.get("list item", part="Everyone else,"))
    window.get("label", "No cap lowers anybody’s score here at present.")
    window.click(window.get("list item", part="All customers,"))
    window.turn("List of customers", "Home")
    window.click(until(lambda: next((node for node in window.walk() if node.get_role_name() == "table row"
                                     and "score" in (node.get_name() or "")), None), "a row"))
    group = until(lambda: next((node for node in window.walk() if (node.get_name() or "").startswith("Adoption: ")), None), "a group of reasons")
    assert re.search(r"[−+]\d", group.get_name()), group.get_name()
    until(lambda: next((node for node in window.walk() if re.match(r"How firm is At risk: holds in \d+", node.get_name() or "")), None), "how firm it is")
    part = until(lambda: next((node for node in window.walk() if (node.get_name() or "").startswith("What would make it Watch")), None), "what would lift it")
    assert "metric" in part.get_name()
    assert next(node for node in window.walk() if (node.get_name() or "").startswith("Under other weights: "))


def show_as(choice):
    run("gdbus", "call", "--session", "-d", "org.bellwether.bellwether", "-o", "/org/bellwether/bellwether/window/1",
        "-m", "org.gtk.Actions.Activate", "show-scores-as", f"[<'{choice}'>]", "{}")


def show_scores(window):
    """The chosen customer, the worst of all, in each form: in its pane and in its row."""
    for choice, title, row in [("letter", "Why E?", ", score E, "), ("band", "Why At risk?", ", At risk, "),
                               ("rank", "Why rank ", ", score rank "), ("number", "Why 1", ", score 1")]:
        show_as(choice)
        window.get("label", part=title)
        window.get("table row", part=row)


def main(program, cli):
    with Window(program, "--sample") as window:
        window.get("label", "How healthy are all customers?")
        until(lambda: shown(window) == scores_under(cli, [0, 40, 70]), "the counts of the command line at first")
        drag_edge(window, cli)
        move_edge_by_keys(window, cli)
        edit_bands(window, cli)
        explain(window)
        show_scores(window)
        if "BW_LOOK" in os.environ:
            window.picture(os.environ["BW_LOOK"])


main(*sys.argv[1:3])
