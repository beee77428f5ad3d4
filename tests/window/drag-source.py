#!/usr/bin/python3
"""A window that files can be dragged out of."""
# SPDX-License-Identifier: GPL-3.0-or-later
import sys
import gi
gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, Gtk



def activate(app):
    window = Gtk.ApplicationWindow(application=app, title="Drag Me", default_width=200, default_height=100)
    label = Gtk.Label(label="file")
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(p) for p in sys.argv[1:]])
    source.set_content(Gdk.ContentProvider.new_for_value(files))
    label.add_controller(source)
    window.set_child(label)
    window.present()



app = Gtk.Application(flags=Gio.ApplicationFlags.NON_UNIQUE)
app.connect("activate", activate)
app.run([])
