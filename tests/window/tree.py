"""The accessibility tree of one program, read over its bus: all that was ever looked at in one call.

What the toolkit has told of once is in its cache, and comes whole; what is new is asked for node by
node. A tree that is read in one answer of the program is of one moment: nothing goes in between."""
# SPDX-License-Identifier: GPL-3.0-or-later
import ast
import functools
import re
import sys
import time

try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError):
    print("the accessibility library for Python is not installed")
    sys.exit(77)

FRESH = 0.25  # seconds for which what was read of a node is not asked for again
PATIENCE_MS = 30000
ROOT = "/org/a11y/atspi/accessible/root"
CACHE = "/org/a11y/atspi/cache"
ATSPI = "org.a11y.atspi."
FOCUSED = 1 << 12

# An item of the cache as text, which is read seven times as fast as the library takes a value apart:
# application, root and parent by bus name and path; index, number of children; interfaces; name; role;
# description; states.
TEXT = r"""(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
PLACE = rf"\({TEXT}, '([^']*)'\)"
ITEM = re.compile(rf"\({PLACE}, {PLACE}, {PLACE}, (-?\d+), (-?\d+), \[[^\]]*\], ({TEXT}), (\d+), {TEXT}, "
                  r"\[(\d+), (\d+)\]\)")


def connect():
    """The bus of accessibility, whose address the session bus knows."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    (address,) = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                   Gio.DBusCallFlags.NONE, PATIENCE_MS, None).unpack()
    return Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)


@functools.cache
def role_name(role):
    return Atspi.Role(role).value_nick.replace("-", " ")


@functools.cache
def state_names(low, high=0):
    bits = low | high << 32
    return frozenset(Atspi.StateType(bit).value_nick for bit in range(bits.bit_length()) if bits >> bit & 1)


class Tree:
    """Of the program with that process id; None in place of a tree before it has one: see find_tree."""

    def __init__(self, bus, name):
        self.bus = bus
        self.name = name
        self.nodes = {}
        self.kids = {}
        self.actions = {}

    def call(self, path, interface, method, arguments=None):
        answer = self.bus.call_sync(self.name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                    PATIENCE_MS, None)
        return answer.unpack()

    def call_all(self, calls):
        """What they answer, asked all at once; None where the program knows of no such thing."""
        answers = {}

        def on_answer(bus, result, index):
            answers[index] = self.asked(lambda: bus.call_finish(result).unpack())

        for index, (path, interface, method, arguments) in enumerate(calls):
            self.bus.call(self.name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, PATIENCE_MS,
                          None, on_answer, index)
        while len(answers) < len(calls):
            GLib.MainContext.default().iteration(True)
        return [answers[index] for index in range(len(calls))]

    def items(self):
        """What the toolkit's cache holds now, a row of texts each."""
        answer = self.bus.call_sync(self.name, CACHE, ATSPI + "Cache", "GetItems", None, None, Gio.DBusCallFlags.NONE,
                                    PATIENCE_MS, None)
        found = ITEM.findall(answer.print_(False))
        assert len(found) == answer.get_child_value(0).n_children(), "an item of the tree that is written otherwise"
        return found

    def read(self):
        """Takes in what the toolkit's cache holds now."""
        self.nodes = {}
        self.kids = {}
        items = self.items()
        now = time.monotonic()
        for path, _, parent, index, count, name, role, low, high in items:
            name = ast.literal_eval(name) if "\\" in name else name[1:-1]
            self.nodes[path] = Node(self, path, parent, name, int(role), int(count), (int(low), int(high)), now)
            self.kids.setdefault(parent, []).append((int(index), path))
        for own in self.kids.values():
            own.sort()

    def focused(self):
        """What has the focus: a menu that hangs over the window, and its button too."""
        self.read()
        return [node for node in self.nodes.values() if node.bits[0] & FOCUSED and self.is_there(node)]

    def is_there(self, node):
        """What was in a window that is closed stays in the cache for a while."""
        while node is not None and node.path != ROOT:
            node = self.nodes.get(node.parent)
        return node is not None

    def root(self):
        return self.node(ROOT, "")

    def node(self, path, parent):
        """What is known of it, or is asked for now."""
        if path not in self.nodes:
            self.nodes[path] = Node(self, path, parent)
        return self.nodes[path]

    def child_paths(self, node):
        """The cache may lack some, and hold others that are hidden."""
        own = self.kids.get(node.path, [])
        if node.path == ROOT or [index for index, _ in own] != list(range(node.count)):
            (refs,) = self.call(node.path, ATSPI + "Accessible", "GetChildren")
            own = self.take_children(node, refs)
        return [path for _, path in own]

    def take_children(self, node, refs):
        own = list(enumerate(path for _, path in refs))
        self.kids[node.path] = own
        node.count = len(own)
        return own

    def meet(self, paths, parent):
        """Asks for nodes that the cache lacks, with their children."""
        new = [path for path in paths if path not in self.nodes]
        if not new:
            return
        answers = iter(self.call_all([(path, *question) for path in new for question in Node.QUESTIONS]))
        for path, *known in zip(new, answers, answers, answers, answers):
            if None not in known:
                (properties,), (role,), (bits,), (refs,) = known
                self.nodes[path] = Node(self, path, parent, properties["Name"], role, properties["ChildCount"], bits,
                                        time.monotonic())
                self.take_children(self.nodes[path], refs)

    def children(self, node):
        """In their order on the screen, without what has gone meanwhile."""
        paths = self.asked(lambda: self.child_paths(node)) or []
        self.meet(paths, node.path)
        return [self.nodes[path] for path in paths if path in self.nodes]

    @staticmethod
    def asked(ask):
        """None where the program answers that there is no such thing any more."""
        try:
            return ask()
        except GLib.Error:
            return None


class Node:
    """One thing in the tree. What was read of it holds for a moment, then it is asked for again."""

    QUESTIONS = (("org.freedesktop.DBus.Properties", "GetAll", GLib.Variant("(s)", (ATSPI + "Accessible",))),
                 (ATSPI + "Accessible", "GetRole", None),
                 (ATSPI + "Accessible", "GetState", None),
                 (ATSPI + "Accessible", "GetChildren", None))

    def __init__(self, tree, path, parent, name=None, role=None, count=None, states=None, read_at=0.0):
        self.tree = tree
        self.path = path
        self.parent = parent
        self.name = name
        self.role = role
        self.count = count
        self.bits = states
        self.read_at = read_at
        if role is None:
            self.ask()

    def __eq__(self, other):
        return isinstance(other, Node) and other.path == self.path

    def __hash__(self):
        return hash(self.path)

    def ask(self):
        (known,) = self.tree.call(self.path, *self.QUESTIONS[0])
        self.name, self.count = known["Name"], known["ChildCount"]
        if self.role is None:
            (self.role,) = self.tree.call(self.path, ATSPI + "Accessible", "GetRole")
        (self.bits,) = self.tree.call(self.path, ATSPI + "Accessible", "GetState")
        self.read_at = time.monotonic()

    def fresh(self):
        if time.monotonic() - self.read_at > FRESH:
            self.ask()
        return self

    def as_read(self):
        """What was read of it is of this moment: the whole tree was read at once."""
        self.read_at = time.monotonic()
        return self

    def get_name(self):
        return self.fresh().name

    def get_role_name(self):
        return role_name(self.role)

    def states(self):
        return state_names(*self.fresh().bits)

    def get_parent(self):
        return self.tree.node(self.parent, "") if self.parent and not self.parent.endswith("/null") else None

    def children(self):
        """As they are now."""
        self.tree.kids.pop(self.path, None)
        self.ask()
        return self.tree.children(self)

    def property(self, interface, name):
        return self.tree.call(self.path, "org.freedesktop.DBus.Properties", "Get",
                              GLib.Variant("(ss)", (ATSPI + interface, name)))[0]

    def action(self, index):
        return self.tree.call(self.path, ATSPI + "Action", "GetName", GLib.Variant("(i)", (index,)))[0]

    def find_action(self, name):
        """Its index, or None; looked for where it was the last time first, since a name is a call."""
        count = self.property("Action", "NActions")
        last = self.tree.actions.get(name, 0)
        order = [last, *range(count)] if last < count else range(count)
        found = next((index for index in order if self.action(index) == name), None)
        if found is not None:
            self.tree.actions[name] = found
        return found

    def act(self, index=0):
        self.tree.call(self.path, ATSPI + "Action", "DoAction", GLib.Variant("(i)", (index,)))

    def value(self):
        return self.property("Value", "CurrentValue")

    def set_value(self, value):
        self.tree.call(self.path, "org.freedesktop.DBus.Properties", "Set",
                       GLib.Variant("(ssv)", (ATSPI + "Value", "CurrentValue", GLib.Variant("d", value))))

    def text(self):
        return self.tree.call(self.path, ATSPI + "Text", "GetText",
                              GLib.Variant("(ii)", (0, self.property("Text", "CharacterCount"))))[0]

    def set_text(self, text):
        self.tree.call(self.path, ATSPI + "EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))

    def extents(self):
        """Left, top, width and height in its window."""
        return self.tree.call(self.path, ATSPI + "Component", "GetExtents", GLib.Variant("(u)", (1,)))[0]


def find_tree(bus, process):
    """None as long as the program has not told of itself."""
    (programs,) = bus.call_sync(ATSPI + "Registry", ROOT, ATSPI + "Accessible", "GetChildren", None, None,
                                Gio.DBusCallFlags.NONE, PATIENCE_MS, None).unpack()
    for name, _ in programs:
        (owner,) = bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                 "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)), None,
                                 Gio.DBusCallFlags.NONE, PATIENCE_MS, None).unpack()
        if owner == process:
            return Tree(bus, name)
    return None
