#!/usr/bin/python3
"""Metrics shaped in the window: scale, words and source; added, copied, ordered, grouped, removed."""
# SPDX-License-Identifier: GPL-3.0-or-later
import sys
import time

from driver import Window, run, until

PROGRAM = sys.argv[1]
LOGIN = "Last admin login"
NEWS = "The scale now fits the new values"
POSTS = ["Goalpost at 1 day: score 100", "Goalpost at 21 days: score 0"]


def ancestor(node, role):
    while node.get_role_name() != role:
        node = node.get_parent()
    return node


class Part:
    """A part of the window that is looked through by itself: the whole tree takes long."""

    def __init__(self, window, root):
        self.window = window
        self.root = root

    def find(self, role, name=None, part=None):
        return self.window.find(role, name, part, self.root)

    def get(self, role, name=None, part=None):
        return until(lambda: self.find(role, name, part), f"a {role} called “{name or part}”")

    def click(self, role, name=None, part=None):
        self.window.click(self.get(role, name, part))

    def take_in_menu(self, item, *parts):
        """A menu button has a role of its own in each version of the toolkit, and its access key in its name."""
        def look():
            return next((node for node in self.window.walk(self.root)
                         if all(part in (node.get_name() or "") for part in parts)), None)
        self.window.unfold(lambda: until(look, f"a menu called {parts}"))
        self.window.take_item(item)

    def focused(self):
        return next((node.get_name() for node in self.window.walk(self.root)
                     if "focused" in self.window.states(node)), None)

    def asks(self):
        """Whether what is typed goes into a field."""
        return any(node.get_role_name() == "text" and "focused" in self.window.states(node)
                   for node in self.window.walk(self.root))

    def focus(self, role, name, behind):
        """Goes back to it with Shift and Tab from the field of that name behind it."""
        self.click("text", behind)
        for _ in range(4):
            if self.focused() == name:
                return
            self.window.keys("shift+Tab")
        raise AssertionError(f"no way back to the {role} “{name}”")

    def labels(self):
        return [node.get_name() for node in self.window.walk(self.root) if node.get_role_name() == "label"]


class Editor(Part):
    """The editor of a metric, over the middle of the window."""

    def __init__(self, window):
        super().__init__(window, ancestor(window.get("label", "Scores of this metric"), "scroll pane"))
        self.chart = None
        self.mean = self.find("label", part="mean ")
        self.spread = self.find("image", part="Metric scores:") or self.find("img", part="Metric scores:")
        self.bands = [node for node in window.walk(self.root)
                      if node.get_role_name() == "label" and (node.get_name() or "").startswith("Healthy ")][-1]

    def handles(self):
        if self.chart is None:
            self.chart = self.get("list", part="Scale of ")
        return self.chart.children()

    def names(self):
        return [node.get_name() for node in self.handles()]

    def wait(self, wanted):
        until(lambda: self.names() == wanted, f"the handles {wanted}; they are {self.names()}")

    def effect(self):
        """What the scale does, as it is read on the screen."""
        return self.mean.get_name(), self.spread.get_name(), self.bands.get_name()

    def undo(self, wanted):
        self.window.keys("ctrl+z")
        self.wait(wanted)

    def scroll(self, down):
        x, y = self.window.place(self.root, 0.5, 0.9)
        run("xdotool", "mousemove", str(x), str(y), "click", "--repeat", "30", "--delay", "4", "5" if down else "4")
        self.window.park()

    def choose(self, row, *keys):
        """Another choice in a row that unfolds."""
        self.window.unfold(lambda: self.get("combo box", row))
        self.window.take(*keys)

    def state(self, row):
        """What a row with choices shows."""
        box = self.get("combo box", row)
        return [node.get_name() for node in self.window.walk(box, drop_downs=True)
                if node.get_role_name() == "label" and node.get_name() not in (row, "(None)")]


def open_editor(window, name=LOGIN):
    window.choose_segment("Small business, ", "Small business weights")
    panel = Part(window, ancestor(window.get("push button", f"Edit {name}"), "scroll pane"))
    panel.click("push button", f"Edit {name}")
    editor = Editor(window)
    editor.wait(POSTS)
    return panel, editor


def drag_handle(window, editor):
    """What a drag does is seen while it is done; it is one step, and Escape takes it back."""
    before = editor.effect()
    start = window.place(editor.handles()[1])
    window.drag(start, (start[0] + 80, start[1]), drop=False)
    until(lambda: all(now != then for now, then in zip(editor.effect(), before)),
          f"mean, distribution and bands to follow the mouse; they are {editor.effect()}")
    window.keys("Escape")
    editor.wait(POSTS)
    until(lambda: editor.effect() == before, "the effect to be as before")
    run("xdotool", "mouseup", "1")
    editor.wait(POSTS)

    window.drag(start, (start[0] + 60, start[1]))
    until(lambda: editor.names()[1] != POSTS[1], "the goalpost to move")
    after = editor.names()
    assert after[0] == POSTS[0] and after[1].endswith("score 0"), after
    editor.undo(POSTS)
    window.keys("ctrl+shift+z")
    editor.wait(after)
    editor.undo(POSTS)


def move_by_keys(window, editor):
    window.click(editor.handles()[1])
    until(lambda: "focused" in window.states(editor.handles()[1]), "the goalpost to have the focus")
    for key, end in (("Right", None), ("shift+Left", None)):
        window.keys(key)
        until(lambda: editor.names()[1] != POSTS[1], f"the goalpost to move by {key}")
        editor.undo(POSTS)


def type_value(window, editor):
    editor.click("text", "Value of point 2")
    window.keys("ctrl+a")
    window.write("30,5")
    window.keys("Return")
    editor.wait([POSTS[0], "Goalpost at 30.5 days: score 0"])
    editor.undo(POSTS)
    editor.click("text", "Value of point 2")
    window.keys("ctrl+a")
    window.write("1")
    window.keys("Return")
    editor.get("label", part="less than 1 day scores 100, 1 day and more scores 0.")
    editor.undo(POSTS)
    until(lambda: editor.find("label", part="Both goalposts") is None, "nothing to be said of two goalposts apart")
    for wrong in "20 k", "2026-02-03":
        editor.click("text", "Value of point 2")
        window.keys("ctrl+a")
        window.write(wrong)
        window.keys("Return")
        editor.get("label", "Write a number")
        assert editor.names() == POSTS
        window.keys("ctrl+a")
        window.write("21")
        window.keys("Return")
        until(lambda: editor.find("label", "Write a number") is None, "no complaint of the value as it was")
    assert editor.names() == POSTS


def type_score(window, editor):
    """What is typed is seen whole, and a point that is dragged comes to stand on a whole number of days."""
    window.turn("Kind of scale", "Home", "Down")
    until(lambda: editor.names()[0].startswith("Point at"), "a curve")
    curve = editor.names()
    editor.click("text", "Score at 21 days")
    window.keys("ctrl+a")
    window.write("47,27")
    window.keys("Return")
    field = editor.get("text", "Score at 21 days")
    until(lambda: window.text(field) == "47.27", "the score in its field")
    start = window.place(editor.handles()[1])
    for away in (23, 38):
        window.drag(start, (start[0] + away, start[1]))
        until(lambda: " 21 days" not in editor.names()[1], "the point to move")
        assert "." not in editor.names()[1].split(":")[0], editor.names()
        window.keys("ctrl+z")
        until(lambda: " 21 days" in editor.names()[1], "the point as it was")
    window.drag(start, (start[0] - 400, start[1]))
    until(lambda: editor.names()[1].startswith("Point at 2 days"), "the point to stop a day behind the first")
    window.keys("ctrl+z", "ctrl+z")
    editor.wait(curve)
    editor.undo(POSTS)


def bend(window, editor):
    """As a curve the scale has points: added with a double click and by key, lifted, removed."""
    window.turn("Kind of scale", "Home", "Down")
    until(lambda: editor.names()[0].startswith("Point at"), "a curve")
    curve = editor.names()
    ends = [window.place(node) for node in editor.handles()]
    run("xdotool", "mousemove", str((ends[0][0] + ends[1][0]) // 2), str(ends[0][1] + 12), "sleep", "0.1",
        "click", "--repeat", "2", "--delay", "60", "1")
    until(lambda: len(editor.names()) == len(curve) + 1, "the point of a double click")
    editor.undo(curve)
    middle = ((ends[0][0] + ends[1][0]) // 2, (ends[0][1] + ends[1][1]) // 2)
    window.drag(middle, (middle[0], middle[1] - 40))
    until(lambda: len(editor.names()) == len(curve) + 1, "the line to bend where it is dragged")
    editor.undo(curve)
    window.click(editor.handles()[0])
    window.keys("Insert")
    until(lambda: len(editor.names()) == len(curve) + 1, "another point")
    bent = editor.names()
    editor.click("text", "Value of point 2")
    editor.undo(curve)
    window.keys("ctrl+shift+z")
    editor.wait(bent)
    window.click(editor.handles()[1])
    window.keys("Up")
    until(lambda: editor.names() != bent, "the point to rise")
    editor.undo(bent)
    window.keys("Delete")
    editor.wait(curve)
    editor.undo(bent)
    editor.undo(curve)
    editor.undo(POSTS)


def choose_preset(window, editor):
    """The second of the menu is the one that goes with the metric's name."""
    editor.take_in_menu("Days since login, 0 to 45", "Pre", "sets")
    until(lambda: editor.names() != POSTS, "the scale of the preset")
    editor.undo(POSTS)


def fill_form(window, editor, panel):
    """Each choice is an edit, one step of undo; a group of one's own too."""
    editor.scroll(down=True)
    before = editor.effect()
    editor.choose("Direction", "Up")
    until(lambda: editor.names()[0].endswith("score 0"), "the scale turned round")
    assert editor.effect()[0] != before[0]
    editor.undo(POSTS)

    bands = editor.effect()[2]
    editor.choose("Where there is no data", "Home")
    until(lambda: editor.effect()[2] != bands or "Leave it out for that customer" in editor.state("Where there is no data"),
          "customers without data to be left out")
    window.keys("ctrl+z")
    until(lambda: "Score 0, the worst" in editor.state("Where there is no data"), "the policy as it was")

    editor.choose("Mark", "Down")
    until(lambda: "Essential" in editor.state("Mark"), "the mark")
    editor.click("text", "Why it counts")
    window.keys("ctrl+a")
    window.write("They pay")
    window.keys("Return", "ctrl+z")
    until(lambda: window.text(editor.get("text", "Why it counts")).startswith("Who runs"), "the reason as it was")
    window.keys("ctrl+z")
    until(lambda: "None" in editor.state("Mark"), "no mark")

    editor.choose("Group", "Home", "Down")
    until(lambda: "Relationship" in editor.state("Group"), "the other group")
    window.keys("ctrl+z")
    until(lambda: "Adoption" in editor.state("Group"), "the group as it was")
    editor.choose("Group", "End")
    window.write("Habits")
    window.keys("Return")
    panel.get("label", "Habits")
    window.keys("ctrl+z")
    until(lambda: panel.find("label", "Habits") is None, "the new group to go")


def choose_source(window, editor):
    """Other values come with a scale that fits them."""
    seen = {"Days since a date": POSTS}
    for downs, shown in ((3, "Change against an earlier snapshot"), (4, "Mean of several snapshots"),
                         (5, "One column divided by another")):
        editor.choose("Value", "Home", *["Down"] * downs)
        until(lambda: shown in editor.state("Value"), shown)
        until(lambda: editor.names() not in seen.values(), "a scale of its own")
        seen[shown] = editor.names()
        window.keys("ctrl+z")
        editor.wait(POSTS)

    editor.choose("Value", "Home")
    until(lambda: "▲ Helps: more of it is better" in editor.state("Direction"), "an amount to count the other way round")
    until(lambda: NEWS + ", and more of it now helps" in editor.state("Value"), "to be told so")
    amount = editor.names()
    editor.choose("Value", "Home", "Down")
    until(lambda: "▼ Hurts: more of it is worse" in editor.state("Direction") or editor.find("push button", "Column: Start date"),
          "days again")
    choose_column(window, editor, "admin")
    editor.get("push button", "Column: Last admin login")
    until(lambda: "▼ Hurts: more of it is worse" in editor.state("Direction"), "days that hurt")
    until(lambda: NEWS + ", and more of it now hurts" in editor.state("Value"), "to be told so")
    while editor.names() != amount:
        window.keys("ctrl+z")
    editor.undo(POSTS)
    assert not any(NEWS in said for said in editor.state("Value")), "what was undone is still said"
    assert "▼ Hurts: more of it is worse" in editor.state("Direction")
    editor.scroll(down=False)


def choose_column(window, editor, text):
    """The list of columns is searched."""
    editor.click("push button", part="Column: ")
    until(lambda: (window.focused() or window.frame).get_role_name() in ("text", "entry"), "the search among columns")
    window.write(text)
    window.keys("Return")


def leave_half_typed(window, editor, panel):
    """What is half typed is taken when the editor is closed; opened again it has nothing left of before."""
    editor.click("text", "Name")
    window.keys("ctrl+a")
    window.write("Days aw")
    window.keys("Escape")
    panel.get("push button", "Edit Days aw")
    window.keys("ctrl+z")
    panel.click("push button", f"Edit {LOGIN}")
    again = Editor(window)
    again.wait(POSTS)
    assert window.text(again.get("text", "Name")) == LOGIN
    again.click("text", "Value of point 2")
    window.keys("ctrl+a")
    window.write("20 k")
    again.scroll(down=True)
    top = window.place(again.handles()[0])[1]
    window.keys("Escape")
    panel.click("push button", "Edit Active users")
    until(lambda: again.find("list", "Scale of Active users"), "the editor of another metric")
    window.keys("Escape")
    panel.click("push button", f"Edit {LOGIN}")
    again = Editor(window)
    again.wait(POSTS)
    assert window.text(again.get("text", "Value of point 2")) == "21"
    assert again.find("label", "Write a number") is None
    assert window.place(again.handles()[0])[1] > top, "the editor does not begin at its top"


def rename(window, editor, panel):
    editor.click("text", "Name")
    window.keys("ctrl+a")
    window.write("Days away")
    window.keys("Return")
    panel.get("push button", "Edit Days away")
    window.keys("ctrl+z")
    panel.get("push button", f"Edit {LOGIN}")


def duplicate_and_remove(window, editor):
    """The copy is removed again, and comes back with the Undo of what is said."""
    editor.take_in_menu("Duplicate", "Duplicate or remove the metric")
    window.get("label", f"{LOGIN} (copy)")
    Editor(window).take_in_menu("Remove", "Duplicate or remove the metric")
    window.said("removed")
    window.press("push button", "Undo")
    window.get("label", part="of 13 metrics")
    window.keys("ctrl+z")
    window.get("label", part="of 12 metrics")


def order(window, panel):
    """Alt and arrows put a metric into another place, the focus goes with it; so does the mouse."""
    def top(name):
        return window.place(panel.get("push button", f"Edit {name}"))[1]

    def is_above():
        return top(LOGIN) < top("Feature adoption")
    assert not is_above()
    panel.focus("push button", f"Edit {LOGIN}", f"{LOGIN} in percent")
    window.keys("alt+Up")
    until(is_above, "the metric to be before its neighbour")
    until(lambda: panel.focused() == f"Edit {LOGIN}", "the focus to go with the metric")
    window.keys("ctrl+z")
    until(lambda: not is_above(), "the order as it was")

    start = window.place(panel.get("push button", f"Edit {LOGIN}"), 0.3)
    end = window.place(panel.get("push button", "Edit Active users"), 0.3)
    window.drag(start, end)
    until(lambda: top(LOGIN) < top("Active users"), "the metric to be where it was dropped")
    window.keys("ctrl+z")
    until(lambda: not is_above(), "the order as it was before the drop")


def rename_group(window, panel):
    panel.take_in_menu("Rename…", "More about the group Adoption")
    until(panel.asks, "the question for a name")
    window.keys("ctrl+a")
    window.write("Use")
    window.keys("Return")
    panel.get("label", "Use")
    window.keys("ctrl+z")
    panel.get("label", "Adoption")


def add(window):
    """What suits comes first; a country can be added too, and is told why it hardly helps."""
    window.press("push button", "+ Add metric…")
    place = Part(window, ancestor(window.get("label", "Add a Metric"), "scroll pane"))
    place.get("label", "Country")  # what each column would be is found by a worker
    texts = place.labels()
    assert texts.index("Exports") < texts.index("Columns That Hardly Make a Metric") < texts.index("Country"), texts
    assert "Category · texts in no order from bad to good" in texts or \
        "Category · too many different texts to score each" in texts, texts
    place.click("push button", part="Add Exports")
    window.get("list", "Scale of Exports")
    slider = window.get("slider", "Exports")
    assert slider.value() == 0
    window.keys("ctrl+z")
    window.get("label", "How healthy is Small business?")


with Window(PROGRAM, "--sample") as window:
    window.get("label", "How healthy are all customers?")
    weights, metric = open_editor(window)
    for step, arguments in ((drag_handle, (metric,)), (move_by_keys, (metric,)), (type_value, (metric,)),
                            (type_score, (metric,)),
                            (bend, (metric,)), (choose_preset, (metric,)), (leave_half_typed, (metric, weights)),
                            (rename, (metric, weights)),
                            (fill_form, (metric, weights)), (choose_source, (metric,)),
                            (duplicate_and_remove, (metric,)), (order, (weights,)),
                            (rename_group, (weights,)), (add, ())):
        begin = time.monotonic()
        step(window, *arguments)
        print(f"{step.__name__}: {time.monotonic() - begin:.1f} s", flush=True)
