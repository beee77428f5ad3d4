"""Drives the window as a person does: eyes through accessibility, hands through mouse and keys."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import signal
import subprocess
import sys
import time

from gi.repository import GLib

from tree import connect, find_tree

PATIENCE = 60.0  # with sanitizers, on a machine that has other things to do
SOURCE_ROOT = os.environ["BW_SOURCE_ROOT"]
SHARED_DATA = os.environ.get("BW_SHARED_DATA", "")
TELCO = os.path.join(SHARED_DATA, "ibm-telco", "Telco-Customer-Churn.csv")


# GTK 4.8 falls over where the tree is walked while a dialog goes.
GTK_FALLS = "g_variant_is_object_path"

windows = []  # all that this test started
RESTS = 0.12   # seconds in which a program at rest does nothing: seven frames
LISTS = "list item", "menu item"


def is_well(window):
    """Whether a program lives or was ended, and did not complain; or fell by GTK's own fault."""
    said = window.complaints()
    if said:
        return all(GTK_FALLS in line for line in said)
    return window.process.poll() in (None, 0, -signal.SIGKILL, -signal.SIGTERM)


def on_exception(kind, value, trace):
    """A test that failed while all programs are well may be run once more: see desktop.sh."""
    well = all(is_well(window) for window in windows)
    sys.__excepthook__(kind, value, trace)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(75 if well else 1)


sys.excepthook = on_exception


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def until(look, what, patience=PATIENCE):
    """Looks again and again until there is something to see; parts of a tree may vanish meanwhile."""
    end = time.monotonic() + patience
    trouble = None
    while time.monotonic() < end:
        try:
            seen = look()
            if seen:
                return seen
        except GLib.Error as error:
            trouble = error
        except subprocess.CalledProcessError as error:
            trouble = error
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}" + (f": {trouble}" if trouble else ""))


class Window:
    """The program under test, started afresh."""

    def __init__(self, program, *arguments, size=(1440, 900), environment=()):
        environment = dict(os.environ, BELLWETHER_DATADIR=os.path.join(SOURCE_ROOT, "data"),
                           G_DEBUG="fatal-warnings") | dict(environment)
        self.log = os.path.join(os.environ["DESKTOP_HOME"], "program.log")
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen([program, *arguments], env=environment, stdout=log, stderr=log)
        windows.append(self)
        self.bus = connect()
        self.tree = until(self._application, "the application in the accessibility tree")
        self.frame = until(lambda: self.find("frame"), "a frame")
        self.x_window = until(lambda: run("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)).split()[0],
                              "a window on the display")
        if size is not None:
            self.resize(*size)

    def complaints(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return [line for line in log.read().splitlines()
                    if "WARNING" in line or "CRITICAL" in line or "ERROR" in line]

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        alive = self.process.poll() is None
        if kind is not None and "BW_PICTURE" in os.environ:
            self.picture(os.environ["BW_PICTURE"])
        if alive:
            self.process.terminate()
            self.process.wait(10)
        said = self.complaints()
        if kind is None:
            assert alive, f"the program ended by itself: {said}"
            assert not said, f"the program complained: {said}"
        elif said or not alive:
            print("the program said:", said, "alive:", alive, flush=True)

    def _application(self):
        assert self.process.poll() is None, "the program ended at once"
        return find_tree(self.bus, self.process.pid)

    # What can be seen

    def walk(self, root=None, drop_downs=False):
        """Every node; of a long table only the first rows, which speak for the others, and of a
        drop-down only itself, unless it is asked for."""
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}: {self.complaints()}")
        self.tree.read()
        start = self.tree.root() if root is None else self.tree.node(root.path, root.parent)
        yield from self._walk(start, drop_downs or root is not None and root.get_role_name() == "combo box")

    def _walk(self, node, drop_downs):
        ahead = [node]
        while ahead:
            node = ahead.pop()
            yield node.as_read()
            if drop_downs or node.get_role_name() != "combo box":
                ahead.extend(reversed(self._first(self.tree.children(node))))

    @staticmethod
    def _first(children):
        """All of a few; of a long table its first rows."""
        if len(children) > 40:
            for index, child in enumerate(children[:300]):
                if index > 3 and child.get_role_name() in ("table row", "list item"):
                    return children[:index]
        return children[:300]

    @staticmethod
    def is_it(node, role, name=None, part=None):
        if node.get_role_name() != role:
            return False
        own = node.get_name() or ""
        return (name is None or own == name) and (part is None or part in own)

    def find(self, role, name=None, part=None, root=None):
        return next((node for node in self.walk(root) if self.is_it(node, role, name, part)), None)

    def said(self, part, role="label"):
        """What the window says in passing, or the button beside it: it stands at the end of the tree."""
        def look():
            return next(reversed([node for node in self.walk() if self.is_it(node, role, part=part)]), None)
        return until(look, f"the window to say “{part}”")

    def get(self, role, name=None, part=None, root=None):
        return until(lambda: self.find(role, name, part, root), f"a {role} called “{name or part or ''}”")

    @staticmethod
    def states(node):
        return node.states()

    @staticmethod
    def value(node):
        return node.value()

    @staticmethod
    def text(node):
        return node.text()

    def focused(self):
        return next(iter(self.tree.focused()), None)

    def chart_points(self, chart):
        """What a chart says of its parts, one sentence each."""
        return [point.get_name() for point in self.get("list", chart).children()]

    def turns(self):
        """How often its main loop has run; more than before where it is at it now."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii", errors="replace") as status:
            lines = status.read().splitlines()
        running = any(line.startswith("State:") and "S" not in line.split()[1] for line in lines)
        return time.monotonic() if running else [line for line in lines if "ctxt_switches" in line]

    def settle(self, most=3.0):
        """Waits until the program has done what it was told and nothing moves: then a place is where
        it stays, and a key goes where the focus went. Work of other threads is not waited for."""
        end = time.monotonic() + most
        before, since = None, time.monotonic()
        while time.monotonic() < end and self.process.poll() is None:
            now = self.turns()
            if now != before:
                before, since = now, time.monotonic()
            elif time.monotonic() - since >= RESTS:
                return
            time.sleep(0.02)

    # What can be done

    def press(self, role, name=None, part=None):
        node = self.get(role, name, part)
        until(lambda: "sensitive" in self.states(node), f"“{name or part}” to be sensitive")
        node.act(node.find_action("click"))
        return node

    def set_text(self, name, text):
        """What an entry says, as if written there."""
        self.get("text", name).set_text(text)

    def set_number(self, name, number):
        self.get("spin button", name).set_value(number)

    def act(self, action):
        """An action of the window by its name: win.undo."""
        until(lambda: self.frame.find_action(action) is not None, f"the action {action}")
        self.frame.act(self.frame.find_action(action))

    def keys(self, *keys):
        """Each key goes to what the key before it brought."""
        self.settle()
        for key in keys:
            run("xdotool", "key", key)
            self.settle()

    def tab_to(self, role, part="", most=60):
        """Goes on with Tab until the focus is where it is wanted."""
        for _ in range(most):
            node = until(lambda: self.focused() or self.frame, "a focus")
            if node.get_role_name() == role and part in (node.get_name() or ""):
                return node
            self.keys("Tab")
        raise AssertionError(f"Tab never comes to a {role} “{part}”")

    def write(self, text):
        self.settle()
        run("xdotool", "type", "--delay", "6", text)
        self.settle()

    def resize(self, width, height):
        run("xdotool", "windowsize", self.x_window, str(width), str(height))
        run("xdotool", "windowmove", self.x_window, "0", "0")
        time.sleep(0.3)  # the manager of windows has its say
        self.settle()

    def place(self, node, across=0.5, down=0.5):
        """Where a node is on the display: its place in the window, and the window's shadow."""
        self.settle()
        geometry = dict(line.split("=") for line in
                        run("xdotool", "getwindowgeometry", "--shell", self.x_window).splitlines())
        _, _, *frame = self.frame.extents()
        left, top, width, height = until(lambda: self.extents(node), f"a place for “{node.get_name()}”")
        x = int(geometry["X"]) + (int(geometry["WIDTH"]) - frame[0]) // 2 + left + int(width * across)
        y = int(geometry["Y"]) + (int(geometry["HEIGHT"]) - frame[1]) // 2 + top + int(height * down)
        return x, y

    @staticmethod
    def extents(node):
        """None before a node has its place."""
        extents = node.extents()
        return extents if min(extents[2:]) > 0 else None

    def click(self, node):
        """Before a tip comes up: the toolkit loses a click that falls together with one."""
        x, y = self.place(node)
        run("xdotool", "mousemove", str(x), str(y), "sleep", "0.02", "click", "1")
        self.settle()

    def click_in(self, title, node):
        """With the mouse, in the dialog of that title."""
        main = self.frame, self.x_window
        self.x_window = until(lambda: run("xdotool", "search", "--onlyvisible", "--name", f"^{title}$"),
                              f"the dialog “{title}”").split()[0]
        self.frame = until(lambda: self.find("frame", title) or self.find("dialog", title), f"the frame “{title}”")
        try:
            self.click(node)
        finally:
            self.frame, self.x_window = main

    def open_choices(self):
        """Unfolds how the file is read."""
        self.press("push button", part="How the file is read")

    def drop_down(self, name):
        """The button of a drop-down, and what it shows."""
        button = self.find("push button", root=self.get("combo box", name))
        texts = [node.get_name() for node in self.walk(button) if node.get_role_name() == "label"]
        return button, next((text for text in texts if text != "(None)"), "")

    def in_list(self):
        """What has the focus in a menu or in a list that hangs over the window."""
        return next((node for node in self.tree.focused() if node.get_role_name() in LISTS), None)

    def unfold(self, look):
        """Clicks what opens a list or a menu until it is open: what is above it may still move."""
        def opened():
            self.click(look())
            end = time.monotonic() + 5
            while time.monotonic() < end:
                if self.in_list():
                    return True
            return False
        until(opened, "a list to unfold")

    def take(self, *keys):
        """Chooses with keys in a list that unfolds."""
        until(self.in_list, "a list to unfold")
        self.keys(*keys, "Return")

    def take_item(self, name):
        """Chooses in a menu that opens, with keys, by its name."""
        def comes():
            node = until(self.in_list, "a menu")
            return node.get_name() == name or self.keys("Down")
        until(comes, f"the menu to come to “{name}”")
        self.keys("Return")

    def turn(self, name, *keys):
        """Opens a drop-down and chooses with keys, the mouse out of the way: its list follows both."""
        self.park()
        button, before = self.drop_down(name)
        button.act()
        self.take(*keys)
        return before

    def shows(self, name, part):
        until(lambda: part in self.drop_down(name)[1], f"“{name}” to show “{part}”")

    def choose_segment(self, part, title):
        """Clicks until it is chosen: the list may still move while the window settles."""
        def chosen():
            self.click(self.get("list item", part=part))
            return self.find("label", title)
        until(chosen, f"“{title}”")

    def drag(self, start, end, steps=25, drop=True):
        moves = []
        for step in range(1, steps + 1):
            x = start[0] + (end[0] - start[0]) * step // steps
            y = start[1] + (end[1] - start[1]) * step // steps
            moves += ["mousemove", str(x), str(y), "sleep", "0.016"]
        run("xdotool", "mousemove", *map(str, start), "sleep", "0.1", "mousedown", "1", *moves,
            *(["sleep", "0.1", "mouseup", "1"] if drop else []))
        self.settle()

    def choose_file(self, title, path):
        """In the toolkit's own file dialog. It is watched on the display alone: asking about it
        while it closes brings some versions of the toolkit down."""
        dialog = until(lambda: run("xdotool", "search", "--onlyvisible", "--name", f"^{title}$"), f"the dialog “{title}”")
        self.settle()
        self.keys("ctrl+a")
        self.write(path)
        self.keys("Return")
        self.closed(dialog.split()[0], title)

    def closed(self, x_window, title):
        until(lambda: x_window not in self.x_windows(), f"“{title}” to close")
        self.settle()

    def x_windows(self):
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], check=False,
                              capture_output=True, text=True).stdout.split()

    def dismiss_one(self, how):
        """Does what closes the dialog on top, which stands over another."""
        self.park()
        before = self.x_windows()
        how()
        until(lambda: len(self.x_windows()) < len(before), "a dialog to close")
        self.settle()

    def dismiss(self, how):
        """Does what closes the dialog on top, and looks at the tree only when it is gone for good."""
        self.park()
        before = self.x_windows()
        how()
        until(lambda: len(self.x_windows()) < len(before), "a dialog to close")
        until(lambda: self.x_windows() == [self.x_window], "the window alone", patience=60)
        self.settle()

    def park(self):
        """Puts the mouse where nothing is, so that no tooltip is taken for a dialog."""
        run("xdotool", "mousemove", "9999", "9999")
        self.settle()

    def picture(self, path):
        run("import", "-window", "root", path)
        return path


def average_grey(path, crop=None):
    """How light a picture is, 0 to 1."""
    part = ["-crop", crop] if crop else []
    return float(run("convert", path, *part, "-colorspace", "Gray", "-format", "%[fx:mean]", "info:"))
