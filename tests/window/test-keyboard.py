#!/usr/bin/python3
"""The sample by keys alone: pages, segments, sliders, charts, search, undo, shortcuts."""
# SPDX-License-Identifier: GPL-3.0-or-later
import sys

from driver import Window, until


def focus_by_tab(window, role, part="", most=60):
    """Goes on with Tab until the focus is where it is wanted."""
    for _ in range(most):
        node = window.focused()
        if node is not None and node.get_role_name() == role and part in (node.get_name() or ""):
            return node
        window.keys("Tab")
    raise AssertionError(f"Tab never comes to a {role} “{part}”")


def start(window):
    until(lambda: (window.focused() or window.frame).get_role_name() == "push button", "focus on a button")
    focus_by_tab(window, "push button", "Try")
    window.keys("Return")
    window.get("label", part="480 customers")
    window.get("label", "How healthy are all customers?")


def choose_segment(window):
    focus_by_tab(window, "list item", "All customers")
    window.keys("Down", "Down")
    window.get("label", "Enterprise weights")


def move_slider(window):
    slider = focus_by_tab(window, "slider")
    before = window.value(slider)
    window.keys("Right", "Right", "Right")
    until(lambda: window.value(slider) > before + 1.5, "the arrow keys to move the slider")
    moved = window.value(slider)
    window.keys("Page_Up")
    until(lambda: window.value(slider) > moved + 3, "Page Up to move it more")
    for _ in range(4):
        window.keys("ctrl+z")
    until(lambda: abs(window.value(slider) - before) < 1e-6, "undo to bring it back")


def type_percent(window):
    entry = focus_by_tab(window, "text", "percent")
    window.keys("ctrl+a")
    window.write("41")
    window.keys("Return")
    until(lambda: "41" in window.text(entry), "the percent that was typed")
    window.keys("ctrl+z")
    until(lambda: "41" not in window.text(entry), "undo of what was typed")


def read_chart(window):
    window.keys("ctrl+1")
    first = focus_by_tab(window, "list item", "Score ", most=120)
    assert "Score" in first.get_name()
    window.keys("End")
    last = until(lambda: (lambda node: node if node.get_name() != first.get_name() else None)(window.focused()),
                 "End to go to the last part")
    assert last.get_name() != first.get_name(), last.get_name()
    window.keys("Home", "Right")
    until(lambda: window.focused().get_name() not in (first.get_name(), last.get_name()), "Right to go on")


def pages(window):
    window.keys("ctrl+2")
    window.get("label", part="Fell since")
    window.keys("ctrl+f")
    until(lambda: window.focused() is not None and window.focused().get_role_name() in ("text", "entry"),
          "the focus in the search")
    window.write("zzzz")
    window.keys("ctrl+1")
    window.get("label", "How healthy is Enterprise?")


def shortcuts(window):
    window.keys("ctrl+question")
    window.get("label", "Sliders")
    window.dismiss(lambda: window.keys("Escape"))


def menu(window):
    """Escape from a submenu: the keys are heard afterwards."""
    window.keys("F10")
    while until(window.in_list, "the main menu").get_name() != "View":
        window.keys("Down")
    window.keys("Return", "Escape", "ctrl+2")
    window.get("label", part="Fell since")
    window.keys("ctrl+1")
    window.get("label", "How healthy is Enterprise?")


with Window(sys.argv[1]) as window:
    start(window)
    choose_segment(window)
    move_slider(window)
    type_percent(window)
    read_chart(window)
    pages(window)
    shortcuts(window)
    menu(window)
print("all of it without a mouse")
