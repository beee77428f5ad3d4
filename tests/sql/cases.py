"""Random exports and models, the same for the same seed, that between them have all a model can have.

Names and texts are chosen to break out of quotes and comments; thresholds lie on real values, so that
a comparison that is off by one digit shows.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import datetime
import json
import random

NAMES = ['ARR', 'na"me\'s', 'back\\slash', '-- x; DROP TABLE t', 'Ünï 売上 ✓', '$1 $2 {HOME}', "it''s", '/* a */',
         '%s %n', 'select', '`tick`', 'a,b', '[x]', 'Größe (€)', 'col', 'x' * 60, 'x' * 60 + 'y', 'Last login',
         'E\'\\', '";--', "'';--", 'a.b', 'a b', 'a-b', '\\', 'customer', 'period', 'segment',
         'score', 'ρ', '1st', 'null', 'Plan', ':name', '@v', '#c', '?', '{{ x }}']
TEXTS = ["O'Brien", 'a\\b', '-- z', '\\', 'two\nlines', '/*', "''", '"', 'ünï', '売上', '$1', '%s', 'Pro', 'pro', 'PRO',
         'Enterprise', 'true story', '`', "\\'", 'E\'x\'', ';', 'a%b', 'a_b', 'ab', ' b', '{{x}}', 'Basic', '🙂', '1', '2', '7.5',
         'yes', 'no', 'true', '2026-01-31', 'x' * 120, 'a\\n', '\r\nx', 'é', 'e\u0301']
KEY, DATE = 'Key of row', 'Day of row'
COLOURS = ['red', 'amber', 'green', 'orange', 'blue']


class Table:
    """An export with several snapshots; columns by kind, each with its name."""

    def __init__(self, rand):
        self.rand = rand
        names = rand.sample(NAMES, 14)
        kinds = ['number', 'number', 'amount', 'whole', 'part', 'flag', 'flag', 'date', 'date', 'time', 'text', 'text',
                 'mixed', 'part']
        self.columns = dict(zip(names, kinds))
        self.words = {name: rand.sample(TEXTS, rand.randint(2, 9)) for name in names}
        for name in names:  # a word that no other type has, so that it stays a column of texts
            self.words[name] += ['word', 'Pro']
        self.sparse = {name: rand.choice([0, 0.05, 0.3]) for name in names}
        start = datetime.date(2025, rand.randint(1, 12), 28)
        self.dates = [start + datetime.timedelta(days=31 * i + rand.randint(0, 9)) for i in range(rand.randint(1, 5))]
        self.keys = [f'{prefix}{i}' for i, prefix in enumerate(rand.choices(['c', "k'", 'Ü', 'a\\', '"'], k=24))]
        self.rows = [self.row(key, date) for date in self.dates for key in self.keys if rand.random() > 0.1]

    def of(self, *kinds):
        return [name for name, kind in self.columns.items() if kind in kinds]

    def row(self, key, date):
        return {KEY: key, 'Name of row': f'Customer {key}', DATE: date.isoformat(),
                **{name: self.cell(name, date) for name in self.columns}}

    def cell(self, name, date):
        rand = self.rand
        if rand.random() < self.sparse[name]:
            return ''
        kind = self.columns[name]
        day = date + datetime.timedelta(days=rand.randint(-400, 60))
        return {
            'number': lambda: repr(round(rand.uniform(-50, 200), rand.choice([0, 1, 3, 12]))),
            'amount': lambda: repr(rand.choice([0, 0.1, 0.2, 0.3, 5, 1e-7, 123456789.125, 1e12, -2.5])),
            'whole': lambda: str(rand.randint(0, 6)),
            'part': lambda: repr(rand.choice([0.0, 0.25, 0.5, 1.0, 0.1, 0.7, rand.random()])),
            'flag': lambda: rand.choice(['yes', 'no']),
            'date': day.isoformat,
            'time': lambda: f'{day.isoformat()} {rand.randint(0, 23):02}:{rand.randint(0, 59):02}:00',
            'text': lambda: rand.choice(self.words[name]),
            'mixed': lambda: rand.choice(['1', '2', '5.0', '0', 'yes', 'no', 'true', 'false', 'TRUE', *['word', 'Pro', 'Basic'] * 3]),
        }[kind]()

    def values(self, name):
        flags = {'yes': 1.0, 'no': 0.0}
        return sorted({flags.get(row[name]) if row[name] in flags else float(row[name])
                       for row in self.rows if row[name] != ''}) or [0.0]

    def write(self, path):
        with open(path, 'w', newline='', encoding='utf-8') as file:
            writer = csv.DictWriter(file, [KEY, 'Name of row', DATE, *self.columns])
            writer.writeheader()
            writer.writerows(self.rows)


class Model:
    """A model over a table."""

    def __init__(self, rand, table):
        self.rand, self.table = rand, table
        ids = rand.sample(NAMES, 12)
        self.groups = [{'id': id, 'name': f'Group {id}'} for id in ids[:3]]
        self.metrics = []
        for id in rand.sample(NAMES, rand.randint(1, 10)):
            self.metrics.append(self.metric(id))
        rest = ids[3:]
        n_segments = rand.choice([1, 2, 2, 3, 4])
        self.segments = [self.segment(rest[i], i + 1 == n_segments) for i in range(n_segments)]
        self.rules = [self.rule() for _ in range(rand.choice([0, 0, 1, 2, 3, 6]))]
        n_bands, n_grades = rand.randint(2, 5), rand.randint(1, 6)
        edges = [0, *sorted(rand.sample(range(5, 96), n_bands - 1))]
        self.bands = [{'id': f'{rest[i]} band', 'name': rand.choice(TEXTS), 'colour': COLOURS[i], 'from': edge}
                      for i, edge in enumerate(edges)]
        letters = rand.sample(TEXTS, n_grades)
        floors = [*sorted(rand.sample(range(5, 96), n_grades - 1), reverse=True), 0]
        self.grades = [{'letter': letter, 'from': edge} for letter, edge in zip(letters, floors)]

    def point(self, name):
        """A value of the column, or one near: comparisons are to fall on edges."""
        value = self.rand.choice(self.table.values(name))
        return value if self.rand.random() < 0.7 else round(value + self.rand.uniform(-1, 1), 2)

    def derivation(self):
        rand, table = self.rand, self.table
        numbers, dates = table.of('number', 'amount', 'whole', 'part', 'flag'), table.of('date', 'time')
        kind = rand.choice(['column', 'column', 'days-since', 'days-between', 'change', 'change', 'mean', 'ratio'])
        if kind == 'column':
            return rand.choice([name for name in table.columns if name not in dates]), None
        if kind == 'days-since':
            return None, {'type': kind, 'column': rand.choice(dates)}
        if kind == 'days-between':
            return None, {'type': kind, 'column': rand.choice(dates), 'until': rand.choice(dates)}
        if kind == 'change':
            return None, {'type': kind, 'column': rand.choice(numbers), 'snapshots': rand.randint(1, 3),
                          'as': rand.choice(['absolute', 'percent'])}
        if kind == 'mean':
            return None, {'type': kind, 'column': rand.choice(numbers), 'snapshots': rand.randint(1, 5)}
        return None, {'type': kind, 'column': rand.choice(numbers), 'over': rand.choice(numbers)}

    def scale(self, points, flag, texts):
        """A scale whose goalposts are among these raw values; nothing beyond 0 and 1 for yes and no."""
        rand = self.rand
        points = sorted(set(points))
        kind = 'categories' if texts else rand.choice(['linear', 'curve', 'steps', 'percentile', 'categories'])
        score = lambda: round(rand.uniform(0, 100), rand.choice([0, 2, 9]))
        if kind == 'categories':
            if texts:
                keys = texts
            elif flag:
                keys = rand.choice([['yes', 'no'], ['true'], ['1', '0'], ['No', 'TRUE']]) if flag == 'itself' else ['1', '0']
            else:
                keys = [repr(value) for value in points]
            scale = {'type': kind, 'values': {key: score() for key in keys}}
            if rand.random() < 0.5:
                scale['other'] = score()
            return scale
        if kind == 'linear' and rand.random() < 0.2:  # a gate
            return {'type': 'linear', 'from': points[0], 'to': points[0]}
        if kind == 'linear' or len(points) < 2:
            return {'type': 'linear', 'from': points[0], 'to': points[-1] if len(points) > 1 else points[0] + (0.5 if flag else 1)}
        return {'type': kind, 'steps' if kind == 'steps' else 'points': [[x, score()] for x in points]}

    def metric(self, id):
        rand, table = self.rand, self.table
        column, derive = self.derivation()
        source = column or derive['column']
        kind = table.columns[source]
        metric = {'id': id, 'name': f'{id} metric\n{rand.choice(TEXTS)}', 'group': rand.choice(self.groups)['id']}
        if column and kind in ('text', 'mixed'):
            words = rand.sample(self.table.words[source], 2) if kind == 'text' else rand.sample(['1', '5.0', 'yes', 'true', 'no', 'word'], rand.randint(1, 4))
            metric['scale'] = self.scale([0], None, words)
        elif kind == 'flag' and (column or rand.random() < 0.5):
            ends = rand.choice([[0, 1], [0, 1], [-1, 0, 3], [1, 100]])
            metric['scale'] = self.scale(ends, 'itself' if column else 'derived', None)
        elif column or derive['type'] == 'mean':
            metric['scale'] = self.scale([self.point(source) for _ in range(rand.randint(2, 6))], None, None)
        else:
            spread = {'ratio': (-2, 3), 'change': (-100, 100)}.get(derive['type'], (-300, 300))
            metric['scale'] = self.scale([rand.choice([0, 1, 0.5, round(rand.uniform(*spread))])
                                          for _ in range(rand.randint(2, 6))], None, None)
        metric['column' if column else 'derive'] = column or derive
        metric['direction'] = rand.choice(['helps', 'hurts'])
        metric['missing'] = rand.choice(['skip', 'skip', 'neutral', 'worst', {'value': round(rand.uniform(0, 100), 3)}])
        return metric

    def condition(self):
        rand, table = self.rand, self.table
        subject = rand.choice(['column', 'column', 'metric', 'days-since'])
        if subject == 'days-since':
            return {subject: rand.choice(table.of('date', 'time')), **self.order(lambda: rand.randint(-30, 300))}
        if subject == 'metric' and self.metrics:
            metric = rand.choice(self.metrics)
            if 'derive' in metric:
                return {subject: metric['id'], **self.order(lambda: rand.choice([0, 1, 0.5, rand.randint(-50, 50)]))}
            return {subject: metric['id'], **self.test(metric['column'])}
        name = rand.choice(list(table.columns))
        return {'column': name, **self.test(name)}

    def order(self, value):
        test = self.rand.choice(['less', 'at-most', 'more', 'at-least', 'between', 'is', 'is-not', 'one-of', 'empty'])
        if test == 'empty':
            return {test: self.rand.random() < 0.5}
        if test in ('between', 'one-of'):
            return {test: sorted(value() for _ in range(2))}
        return {test: value()}

    def test(self, name):
        rand, kind = self.rand, self.table.columns[name]
        if rand.random() < 0.1:
            return {'empty': rand.random() < 0.5}
        if kind in ('date', 'time'):
            days = sorted({row[name][:10] for row in self.table.rows if row[name]}) or ['2026-01-31']
            return self.order(lambda: rand.choice(days))
        if kind == 'flag':
            value = rand.choice(['yes', 'no', True, False, 'TRUE', 1, 0])
            return rand.choice([{'is': value}, {'is-not': value}, {'one-of': [value, 'yes']}, {'at-least': 1}])
        if kind in ('text', 'mixed'):
            words = self.table.words[name] if kind == 'text' else ['1', '2', '5.0', 'yes', 'true', 'False', 'word', '5', 0]
            value = rand.choice(words)
            part = rand.choice(["'", '\\', 'r', 'P', '%', '_', '--', 'b', '売', '\n', '"', '1'])
            return rand.choice([{'is': value}, {'is-not': value}, {'one-of': rand.sample(words, 2)}, {'contains': part}])
        return self.order(lambda: self.point(name))

    def where(self):
        return {self.rand.choice(['all', 'any']): [self.condition() for _ in range(self.rand.randint(1, 3))]}

    def segment(self, id, last):
        rand = self.rand
        weights = {m['id']: rand.choice([0, 1, 2, 3, 0.1, 0.25, 1 / 3, rand.random()])
                   for m in self.metrics if rand.random() < 0.85}
        segment = {'id': id, 'name': f'{id} {rand.choice(TEXTS)}', 'weights': weights}
        if not last:
            segment['where'] = self.where()
        return segment

    def rule(self):
        rand = self.rand
        return {rand.choice(['at-most', 'at-least']): rand.choice([20, 40, 49, 70, 33.3, 0, 100]),
                'where': self.where(), 'reason': rand.choice(TEXTS)}

    def json(self):
        return {'format': 'bellwether-model', 'version': 1, 'name': self.rand.choice(NAMES) + '\nDROP TABLE x;',
                'coverage': self.rand.choice([0, 0.5, 0.5, 0.8, 1]), 'bands': self.bands, 'grades': self.grades,
                'groups': self.groups, 'metrics': self.metrics, 'segments': self.segments, 'rules': self.rules}


class Case:
    """Exports, a model, and the table that a warehouse would have of them."""

    def __init__(self, name, files, model, table, key, date, columns, rows, options=()):
        self.name, self.files, self.model, self.table = name, files, model, table
        self.key, self.date, self.options = key, date, options
        self.columns = columns  # name: number, flag, date, time or text
        self.rows = rows  # a list of rows, each a list of texts, "" for missing


def at_random(seed, folder):
    """Writes an export and a model for it."""
    rand = random.Random(seed)
    table = Table(rand)
    model = Model(rand, table)
    file, model_file = folder / f'table-{seed}.csv', folder / f'model-{seed}.json'
    table.write(file)
    model_file.write_text(json.dumps(model.json(), ensure_ascii=False), encoding='utf-8')
    kinds = {'amount': 'number', 'whole': 'number', 'part': 'number', 'mixed': 'text'}
    columns = {KEY: 'text', DATE: 'date', **{name: kinds.get(kind, kind) for name, kind in table.columns.items()}}
    rows = [[row[name] for name in columns] for row in table.rows]
    return Case(f'random {seed}', [file], model_file, rand.choice(['panel', 'my "panel"', 'read_rows', "Kunden's ü"]),
                KEY, DATE, columns, rows, ['--key', KEY, '--date', DATE, '--name', 'Name of row'])
