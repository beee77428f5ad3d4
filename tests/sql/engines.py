"""The databases that the tests run SELECTs on, each started by the test and ended again."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import glob
import io
import json
import os
import pathlib
import pwd
import shutil
import signal
import sqlite3
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
NULL = '~missing~'


class Missing(Exception):
    """An engine that cannot be had here, and why."""


def quote(name):
    return '"' + name.replace('"', '""') + '"'


def create(case, types, more=lambda name: ''):
    columns = ', '.join(f'{quote(name)} {types[kind]}{more(name)}' for name, kind in case.columns.items())
    return f'CREATE TABLE {quote(case.table)} ({columns})'


def typed(case):
    """The rows as booleans, numbers and texts are written in CSV for a database."""
    words = {'yes': 'true', 'no': 'false'}
    kinds = list(case.columns.values())
    for row in case.rows:
        yield [words.get(cell, cell) if kind == 'flag' else cell for kind, cell in zip(kinds, row)]


class SQLite:
    """Python's own. Booleans are 1 and 0, dates ISO texts; some texts fold upper and lower case."""

    dialect = 'sqlite'
    every = 1
    types = {'number': 'REAL', 'flag': 'BOOLEAN', 'date': 'DATE', 'time': 'TIMESTAMP', 'text': 'TEXT'}

    def __init__(self, folder):
        if sqlite3.sqlite_version_info < (3, 35):
            raise Missing(f'SQLite {sqlite3.sqlite_version} is older than 3.35')
        self.name = f'SQLite {sqlite3.sqlite_version}'

    def cell(self, kind, cell):
        if cell == '':
            return None
        if kind == 'number':
            return float(cell)
        return int(cell == 'true') if kind == 'flag' else cell

    def run(self, jobs):
        for number, (case, text) in enumerate(jobs):
            database = sqlite3.connect(':memory:')
            fold = ' COLLATE NOCASE' if number % 2 else ''
            database.execute(create(case, self.types, lambda name: fold if case.columns[name] == 'text' else ''))
            marks = ', '.join('?' * len(case.columns))
            kinds = list(case.columns.values())
            database.executemany(f'INSERT INTO {quote(case.table)} VALUES ({marks})',
                                 ([self.cell(*pair) for pair in zip(kinds, row)] for row in typed(case)))
            cursor = database.execute(text)
            names = [column[0] for column in cursor.description]
            yield names, [list(row) for row in cursor]
            database.close()

    def end(self):
        pass


class PostgreSQL:
    """A server of our own in a temporary folder, reached over a socket in it, run by no privileged user."""

    dialect = 'postgresql'
    every = 1
    types = {'number': 'double precision', 'flag': 'boolean', 'date': 'date', 'time': 'timestamp', 'text': 'text'}

    def __init__(self, folder):
        places = [shutil.which('initdb')] + sorted(glob.glob('/usr/lib/postgresql/*/bin/initdb'))
        place = next((p for p in reversed(places) if p), None)
        if place is None or shutil.which('psql') is None:
            raise Missing('the package “postgresql” is not installed')
        programs = pathlib.Path(place).parent
        self.folder = folder / 'postgresql'
        self.folder.mkdir()
        self.become = ['setpriv', '--pdeathsig', 'TERM']
        if os.getuid() == 0:
            names = [user.pw_name for user in pwd.getpwall()]
            user = pwd.getpwnam('postgres' if 'postgres' in names else 'nobody')
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            os.chmod(folder, 0o755)
            self.become += ['--reuid', str(user.pw_uid), '--regid', str(user.pw_gid), '--clear-groups']
        data = self.folder / 'data'
        subprocess.run([*self.become, programs / 'initdb', '-D', data, '-A', 'trust', '-U', 'bellwether', '-E', 'UTF8',
                        '--locale', 'C', '--no-sync'], check=True, capture_output=True, cwd=self.folder)
        self.server = subprocess.Popen(
            [*self.become, programs / 'postgres', '-D', data, '-k', self.folder, '-c', 'listen_addresses=',
             '-c', 'fsync=off', '-c', 'jit=off', '-c', 'work_mem=64MB'],
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            if self.psql('SELECT version()').returncode == 0:
                break
            time.sleep(0.1)
        self.name = self.psql('SELECT version()').stdout.split(' on ')[0].strip()

    def psql(self, script):
        return subprocess.run(['psql', '-X', '-q', '-t', '-A', '-v', 'ON_ERROR_STOP=1', '-h', self.folder, '-U', 'bellwether',
                               'postgres'], input=script, capture_output=True, text=True, timeout=300,
                              env=dict(os.environ, PGCLIENTENCODING='UTF8'))

    def run(self, jobs):
        script = io.StringIO()
        results = [self.folder / f'result-{number}.csv' for number in range(len(jobs))]
        for number, (case, text) in enumerate(jobs):
            script.write(f'{create(case, self.types)};\nCOPY {quote(case.table)} FROM STDIN (FORMAT csv);\n')
            csv.writer(script, lineterminator='\n').writerows(typed(case))
            script.write(f'\\.\nSET standard_conforming_strings = {"off" if number % 2 else "on"};\n')
            script.write(f"COPY ({text}) TO STDOUT (FORMAT csv, HEADER, NULL '{NULL}') \\g {results[number]}\n")
            script.write(f'DROP TABLE {quote(case.table)};\n')
        done = self.psql(script.getvalue())
        for result in results:
            if not result.exists():
                raise AssertionError(done.stderr)
            with open(result, newline='', encoding='utf-8') as file:
                rows = [[None if cell == NULL else cell for cell in row] for row in csv.reader(file)]
            yield rows[0], rows[1:]
        if done.returncode != 0:
            raise AssertionError(done.stderr)

    def end(self):
        self.server.send_signal(signal.SIGINT)
        self.server.wait(60)


class DuckDB:
    """A package of npm's, fetched at the first run and kept in the build folder. Some texts fold case."""

    dialect = 'duckdb'
    every = 1
    types = {'number': 'DOUBLE', 'flag': 'BOOLEAN', 'date': 'DATE', 'time': 'TIMESTAMP', 'text': 'VARCHAR'}
    macros = ()

    def __init__(self, folder):
        if shutil.which('node') is None or shutil.which('npm') is None:
            raise Missing('there is no node or no npm')
        kept = pathlib.Path(os.environ.get('BW_DUCKDB', folder))
        kept.mkdir(parents=True, exist_ok=True)
        if not (kept / 'node_modules' / '@duckdb' / 'node-api').is_dir():
            try:
                subprocess.run(['npm', 'install', '--silent', '--no-fund', '--no-audit', '--prefix', kept, '@duckdb/node-api'],
                               check=True, capture_output=True, timeout=120)
            except (subprocess.SubprocessError, OSError) as error:
                raise Missing('npm could not fetch @duckdb/node-api; is there a network?') from error
        self.folder, self.script = folder, kept / 'run-duckdb.mjs'
        shutil.copyfile(HERE / 'run-duckdb.mjs', self.script)
        self.name = 'DuckDB'

    def run(self, jobs):
        todo = []
        for number, (case, text) in enumerate(jobs):
            rows = self.folder / f'duckdb-{number}.csv'
            with open(rows, 'w', newline='', encoding='utf-8') as file:
                csv.writer(file).writerows([list(case.columns), *typed(case)])
            fold = ' COLLATE NOCASE' if number % 2 else ''
            todo.append({'create': create(case, self.types, lambda name: fold if case.columns[name] == 'text' else ''), 'table': quote(case.table), 'rows': str(rows), 'select': text})
        done = subprocess.run(['node', self.script], input=json.dumps({'macros': list(self.macros), 'jobs': todo}), capture_output=True, text=True, timeout=300)
        lines = done.stdout.splitlines()
        self.name = self.name.replace('DuckDB', lines[0] if lines else 'DuckDB')
        for number in range(len(jobs)):
            if number + 1 >= len(lines):
                raise AssertionError(f'{jobs[number][0].name}: {done.stderr}')
            result = json.loads(lines[number + 1])
            yield result['names'], result['rows']

    def end(self):
        pass
