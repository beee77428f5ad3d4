#!/usr/bin/python3
"""Whether the score tells who leaves: the figures are those of the command line, suggestions are undone."""
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import json
import os
import subprocess
import sys

from driver import SOURCE_ROOT, Window, until

HOME = os.environ["DESKTOP_HOME"]
SAMPLE = os.path.join(SOURCE_ROOT, "data", "sample")
EXPORTS = sorted(glob.glob(os.path.join(SAMPLE, "*.csv")))
PROGRAM, COMMAND_LINE = sys.argv[1:3]


def expected(*options):
    said = subprocess.run([COMMAND_LINE, "validate", "--model", os.path.join(SAMPLE, "model.json"), "--json",
                           *options, *EXPORTS],
                          check=True, capture_output=True, env=dict(os.environ, LC_ALL="C.UTF-8")).stdout
    return json.loads(said)


def shows_figures(window):
    window.keys("ctrl+5")
    window.get("label", part="Judged by the newest snapshot at least 30 days before")
    auc = f"{expected()['all']['auc']:.3f}"
    until(lambda: len([n for n in window.walk() if n.get_role_name() == "label" and n.get_name() == auc]) >= 2,
          f"AUC {auc} on the page and beside the sliders")
    until(lambda: len([p for p in window.chart_points("Churn Rate by Score") if " left, " in p]) == 10,
          "ten tenths")


def other_lead(window):
    window.turn("Judged", "Down")
    window.get("label", part="at least 60 days before")
    window.turn("Judged", "Up")
    window.get("label", part="at least 30 days before")


def tells(window, *options):
    """The page says the AUC that the command line says."""
    auc = f"{expected(*options)['all']['auc']:.3f}"
    window.get("label", auc)


def other_judging(window):
    """Every snapshot, another day of leaving or none, as by the options of the command line."""
    window.click(window.get("check box", part="very snapshot"))
    window.get("label", part="All snapshots; gone within 90 days")
    tells(window, "--every-snapshot")
    window.click(window.get("check box", part="very snapshot"))
    window.get("label", part="Judged by the newest snapshot")
    window.turn("Dated", "Home")
    window.get("label", part="Describes, does not forecast")
    tells(window, "--outcome-date", "")
    for steps in range(1, 8):
        window.turn("Dated", "Home", *["Down"] * steps)
        if "Churn date" in window.drop_down("Dated")[1]:
            break
    window.get("label", part="dated by “Churn date”")


def none_and_back(window):
    """Without an outcome the page says what is needed, and the glance beside the sliders is gone."""
    window.get("push button", "The score against who left")
    window.turn("Outcome", "Home")
    window.get("label", "Does the Score Tell Who Leaves?")
    until(lambda: not window.find("push button", "The score against who left"), "no glance")
    window.turn("Outcome", "Down")
    window.get("label", "Caught in At risk")


def few(window):
    """Of a segment with too few who left a sentence stands in place of the charts, and leads to all customers."""
    window.choose_segment("Enterprise", "Enterprise")
    window.get("label", part="Too few for figures: 9 of 59 left")
    until(lambda: not window.find("list", "Churn Rate by Score"), "no chart")
    window.press("push button", part="See _All Customers")
    until(lambda: window.chart_points("Churn Rate by Score"), "the chart again")


def suggests_beside_sliders(window):
    """From any page; what would move is seen on the page Compare before anything is taken over."""
    window.keys("ctrl+1")
    window.press("push button", part="Suggest weights")
    window.get("push button", part="See What Moves")
    window.get("label", "Improvement")
    window.press("push button", part="See What Moves")
    window.get("label", part="bars: Suggested weights · outline: Draft")
    until(lambda: window.chart_points("Band to band"), "a matrix")
    assert not window.find("label", part="Edited since"), "it is only looked at"
    window.keys("ctrl+5")


def takes_half(window):
    """One step of undo, and the glance beside the sliders says what it does."""
    window.choose_segment("Small business", "Small business")
    window.press("push button", part="Go Half Way")
    window.get("label", part="Gone half way to the suggested weights")
    window.get("label", part="Edited since")
    window.keys("ctrl+z")
    until(lambda: not window.find("label", part="Edited since"), "as before")


def tells_stability(window):
    """Since the oldest snapshot, as by the command line."""
    window.get("label", f"{expected()['stability']['score']:.3f}")


def exports_review(window):
    """All who stayed in the lowest band, by its name, as many as the page says."""
    window.press("push button", "At risk but Stayed")
    stayed = window.get("label", part=" of 57").get_name().split()[0]
    window.get("label", part=f"{stayed} customers; here those 15 with most money")
    path = os.path.join(HOME, "home", "stayed.csv")
    window.press("push button", part="Export Re")
    window.choose_file("Export Customers for a Review", path)
    window.said("Customers exported")
    with open(path, encoding="utf-8") as review:
        lines = review.read().splitlines()
    assert lines[0].startswith("list,customer,name,money,left_on,date_90,score_90,band_90,reasons_90"), lines[0]
    assert {line.split(",")[0] for line in lines[1:]} == {"At risk but Stayed"}, "which list it is"
    assert len(lines) == int(stayed) + 1, (len(lines), stayed)


def forgets(window):
    """With something new nothing of the old is left on the page, though it is out of sight."""
    window.keys("ctrl+1", "ctrl+n")
    window.get("label", "See Which Customers Need Care")
    figures = "another population", "Rosslyn Staffing, LLC", "0.731 to 0.859"
    until(lambda: not [node for node in window.walk() if node.get_name() in figures], "no figures")


with Window(PROGRAM, "--sample", size=(1440, 960)) as window:
    window.get("label", "How healthy are all customers?")
    shows_figures(window)
    other_lead(window)
    other_judging(window)
    none_and_back(window)
    tells_stability(window)
    exports_review(window)
    few(window)
    suggests_beside_sliders(window)
    takes_half(window)
    forgets(window)
print("the score held against who left")
