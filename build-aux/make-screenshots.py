#!/usr/bin/python3
# Takes the pictures of the window in data/screenshots: the real program, on the sample company.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# It runs under a virtual display of its own, with a private session bus and home, so that no
# setting of whoever calls it shows. The window is driven as a person would: a click on a segment,
# a weight moved, a page chosen. Call it after ./build-aux/run has built the program.

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import warnings

TOP = pathlib.Path(__file__).resolve().parent.parent
INSIDE = 'BELLWETHER_SCREENSHOTS_INSIDE'
SETTINGS = '''[Settings]
gtk-font-name=Cantarell 11
gtk-hint-font-metrics=1
gtk-enable-animations=0
'''


def wait_for(ask, what, seconds=20):
    end = time.time() + seconds
    while time.time() < end:
        try:
            answer = ask()
        except Exception:  # parts of the tree vanish while the window works
            answer = None
        if answer:
            return answer
        time.sleep(.1)
    raise SystemExit(f'waited {seconds} s in vain for {what}')


def tell(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


class Window:
    """The window of a running program, found through its accessible names."""

    def __init__(self, atspi, program):
        self.atspi = atspi
        self.process = subprocess.Popen([program, '--sample'])
        self.application = wait_for(self.find_application, 'the program')
        self.frame = wait_for(lambda: self.find('frame', ''), 'a window')
        self.id = wait_for(lambda: tell('xdotool', 'search', '--onlyvisible', '--pid',
                                        str(self.process.pid)).split('\n')[0], 'an X window')
        tell('xdotool', 'mousemove', '3', '3')  # no tooltip in the picture
        wait_for(lambda: self.find('list item', 'Enterprise,'), 'the sample')
        time.sleep(2)

    def find_application(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_name() == 'bellwether':
                return child
        return None

    def walk(self, node):
        yield node
        for i in range(min(node.get_child_count(), 80)):
            child = node.get_child_at_index(i)
            if child:
                yield from self.walk(child)

    def find(self, role, words):
        self.application.clear_cache()
        for node in self.walk(self.application):
            if node.get_role_name() == role and words in (node.get_name() or ''):
                return node
        return None

    def place(self, node):
        box = self.atspi.Component.get_extents(node, self.atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def click(self, role, words):
        x, y, width, height = self.place(wait_for(lambda: self.find(role, words), words))
        left, top, wide, high = self.geometry()
        _, _, frame_width, frame_height = self.place(self.frame)
        tell('xdotool', 'mousemove', str(left + (wide - frame_width) // 2 + x + width // 2),
             str(top + (high - frame_height) // 2 + y + height // 2), 'click', '1',
             'sleep', '0.3', 'mousemove', '3', '3')
        time.sleep(1.5)

    def set_weight(self, words, value):
        slider = wait_for(lambda: self.find('slider', words), words)
        self.atspi.Value.set_current_value(slider, value)
        time.sleep(1.5)

    def geometry(self):
        lines = tell('xdotool', 'getwindowgeometry', '--shell', self.id).split('\n')
        found = dict(line.split('=') for line in lines)
        return tuple(int(found[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))

    def take(self, path):
        left, top, wide, high = self.geometry()
        _, _, width, height = self.place(self.frame)
        left, top = left + (wide - width) // 2, top + (high - height) // 2
        tell('/usr/bin/import', '-window', 'root', '-crop', f'{width}x{height}+{left}+{top}',
             '+repage', '-depth', '8', '-strip', str(path))
        print(path)

    def close(self):
        self.process.terminate()
        self.process.wait()


def take_all(program, folder):
    warnings.simplefilter('ignore', DeprecationWarning)
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi

    window = Window(Atspi, program)
    window.click('list item', 'Enterprise,')
    window.set_weight('Active users', 30)
    window.set_weight('NPS', 4)
    window.take(folder / 'distribution.png')
    window.click('page tab', 'Trends')
    window.take(folder / 'trends.png')
    window.click('page tab', 'Customers')
    window.click('label', 'Ipê Amarelo')
    window.take(folder / 'customers.png')
    window.close()


def take_dark(program, folder):
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi

    window = Window(Atspi, program)
    window.take(folder / 'dark.png')
    window.close()


def private_environment(home, build, dark):
    for name in ('config/gtk-4.0', 'data', 'cache', 'state', 'run'):
        (home / name).mkdir(parents=True, mode=0o700)
    (home / 'config/gtk-4.0/settings.ini').write_text(SETTINGS)
    env = {name: value for name, value in os.environ.items()
           if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS')}
    env.update({
        'HOME': str(home), 'XDG_CONFIG_HOME': str(home / 'config'), 'XDG_DATA_HOME': str(home / 'data'),
        'XDG_CACHE_HOME': str(home / 'cache'), 'XDG_STATE_HOME': str(home / 'state'),
        'XDG_RUNTIME_DIR': str(home / 'run'), 'LC_ALL': 'en_US.UTF-8', 'TZ': 'UTC',
        'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'GTK_A11Y': 'atspi', 'GTK_USE_PORTAL': '0',
        'GSETTINGS_BACKEND': 'memory', 'ADW_DISABLE_PORTAL': '1',
        'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark' if dark else 'prefer-light',
        'GSETTINGS_SCHEMA_DIR': str(build / 'data'), 'BELLWETHER_DATADIR': str(TOP / 'data'),
        'XDG_DATA_DIRS': f'{TOP / "data"}:/usr/local/share:/usr/share',
        INSIDE: 'dark' if dark else 'light',
    })
    return env


def run_inside(build, folder, dark):
    """Starts a virtual display and a session bus, and this script in them."""
    with tempfile.TemporaryDirectory() as home:
        env = private_environment(pathlib.Path(home), build, dark)
        reading, writing = os.pipe()
        server = subprocess.Popen(['Xvfb', '-displayfd', str(writing), '-screen', '0', '1640x1080x24',
                                   '-nolisten', 'tcp', '-noreset'], pass_fds=[writing], env=env,
                                  stderr=subprocess.DEVNULL)
        try:
            env['DISPLAY'] = ':' + os.read(reading, 16).decode().strip()
            subprocess.run(['dbus-run-session', '--', sys.executable, __file__, '--build', str(build),
                            str(folder)], env=env, check=True)
        finally:
            server.terminate()
            server.wait()


def main():
    parser = argparse.ArgumentParser(description='Takes the pictures of the window.')
    parser.add_argument('--build', type=pathlib.Path, default=TOP / 'build')
    parser.add_argument('folder', nargs='?', type=pathlib.Path, default=TOP / 'data' / 'screenshots')
    options = parser.parse_args()
    program = str(options.build / 'src' / 'bellwether')
    if os.environ.get(INSIDE) == 'light':
        take_all(program, options.folder)
    elif os.environ.get(INSIDE) == 'dark':
        take_dark(program, options.folder)
    else:
        options.folder.mkdir(parents=True, exist_ok=True)
        for dark in (False, True):
            run_inside(options.build, options.folder, dark)


main()
