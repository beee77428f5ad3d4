#!/usr/bin/env python3
# A workspace file is known by its name, and by its first bytes where the name says nothing.
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

SKIPPED = 77
APPLICATION_ID = 0x42576865
CASES = [('by name', 'book.bellwether', 0, 'application/x-bellwether'),
         ('by bytes', 'book', APPLICATION_ID, 'application/x-bellwether'),
         ('another database', 'other', 1, 'application/vnd.sqlite3')]


def make_database(path, application_id):
    database = sqlite3.connect(path)
    database.execute(f'PRAGMA application_id = {application_id}')
    database.execute('CREATE TABLE t (x)')
    database.commit()
    database.close()


def type_of(path, env):
    answer = subprocess.run(['gio', 'info', '-a', 'standard::content-type', str(path)],
                            env=env, check=True, capture_output=True, text=True).stdout
    return answer.split('standard::content-type:')[1].strip()


def main():
    if not (shutil.which('update-mime-database') and shutil.which('gio')):
        print('shared-mime-info is not installed')
        return SKIPPED
    source = pathlib.Path(sys.argv[1]) / 'data' / 'org.bellwether.bellwether.mime.xml'
    bad = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        packages = folder / 'share' / 'mime' / 'packages'
        packages.mkdir(parents=True)
        shutil.copy(source, packages / 'org.bellwether.bellwether.xml')
        env = dict(os.environ, XDG_DATA_HOME=str(folder / 'share'))
        subprocess.run(['update-mime-database', folder / 'share' / 'mime'], check=True, env=env)
        for name, file_name, application_id, expected in CASES:
            make_database(folder / file_name, application_id)
            found = type_of(folder / file_name, env)
            if found != expected:
                bad.append(f'{name}: {found} in place of {expected}')
    print('\n'.join(bad) or 'known by name and by bytes')
    return 1 if bad else 0


sys.exit(main())
