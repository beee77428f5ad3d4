#!/usr/bin/env python3
# Writes data/sample: the exports of a software company that does not exist.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every customer has a hidden health from 0 to 1 that moves month by month. Logins, features,
# tickets, survey answers and, last of all, who leaves hang on it, each with its own noise: so the
# score that is computed from the exports finds most of those who leave, and not all of them.
#
# The same bytes on every machine: only random.random() of the standard library is used, whose
# sequence for a seed never changes, and sums of it stand in for a normal distribution.

import argparse
import csv
import io
import math
import pathlib
import random
from datetime import date, timedelta

from sample_names import MANAGERS, company_names, pick

SEED = 20261130
N_CUSTOMERS = 480
MONTHS = [(2025, 12)] + [(2026, month) for month in range(1, 12)]
SEASON = [.86, .98, 1.0, 1.03, 1.0, .99, .98, .90, .87, 1.03, 1.05, 1.02]
WAVES = [date(2026, 1, 19), date(2026, 4, 20), date(2026, 7, 13), date(2026, 10, 12)]

#           segment           share  plans (Starter, Business, Enterprise)  seats       $ a seat
SEGMENTS = [('Enterprise',     .15, (0.00, .15, .85),                      (140, 1500), (420, 780)),
            ('Mid-market',     .34, (0.10, .72, .18),                      (30, 190),   (460, 820)),
            ('Small business', .48, (0.66, .34, .00),                      (5, 34),     (380, 700)),
            ('',               .03, (0.30, .50, .20),                      (6, 60),     (300, 600))]
FIRST_LEVEL = {'Enterprise': .67, 'Mid-market': .63, 'Small business': .55}
PLANS = ['Starter', 'Business', 'Enterprise']

#         kind of a year  share
PATHS = [('steady',       .58), ('decline', .17), ('recover', .10), ('dip', .07), ('grow', .08)]

COMMENTS = [
    ['Support takes too long, and we pay for it.', 'Too expensive for what we use.',
     'Half of the team has gone back to spreadsheets.', 'The last update broke our exports twice.',
     'Nobody has called us since the contract was signed.'],
    ['Does the job, setup was slow.', 'Good, but reports need more options.',
     'Solid. We would like a better mobile view.', 'Fine for finance, less so for sales.'],
    ['Love the dashboards!', 'Saves us a day a month, easily.', 'Amara and her team are great.',
     'Würden wir wieder kaufen.', 'Très bon produit, équipe réactive.', 'Simple, quick, reliable.']]


def month_end(year, month):
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


ENDS = [month_end(*month) for month in MONTHS]


def normal(dice):
    """Close to a standard normal number, by additions alone."""
    return sum(dice.random() for _ in range(12)) - 6


def clamp(value, least=0.0, most=1.0):
    return max(least, min(most, value))


def between(dice, least, most, lean=1.0):
    return least + (most - least) * dice.random() ** lean


def weighted(dice, things, shares):
    point = dice.random() * sum(shares)
    for thing, share in zip(things, shares):
        point -= share
        if point < 0:
            return thing
    return things[-1]


def count(dice, mean):
    """A Poisson number."""
    limit, product, n = math.exp(-mean), dice.random(), 0
    while product > limit:
        product *= dice.random()
        n += 1
    return n


class Customer:
    """One made-up company and its year."""

    def __init__(self, dice, number, name, country):
        self.id = f'C-{1000 + number}'
        self.name, self.country = name, country
        row = weighted(dice, SEGMENTS, [segment[1] for segment in SEGMENTS])
        self.segment = row[0]
        self.plan = weighted(dice, PLANS, row[2])
        self.seats = int(between(dice, *row[3], lean=1.8))
        self.arr = round(self.seats * between(dice, *row[4]) / 100) * 100
        self.manager = pick(dice, MANAGERS[:6] if row[0] in ('Enterprise', 'Mid-market')
                            else MANAGERS[6:])
        self.start = self.pick_start(dice)
        self.renewal = self.next_renewal()
        self.health = self.walk(dice)
        self.churn_date = None

    def pick_start(self, dice):
        if dice.random() < .075:
            return ENDS[-1] - timedelta(days=int(between(dice, 4, 88)))
        return ENDS[-1] - timedelta(days=int(between(dice, 90, 2400, lean=1.05)))

    def next_renewal(self):
        day = min(self.start.day, 28)
        year = 2026 if (self.start.month, day) > (11, 30) else 2027
        renewal = date(year, self.start.month, day)
        return renewal if renewal > self.start + timedelta(days=300) else renewal.replace(year=year + 1)

    def walk(self, dice):
        kind = weighted(dice, [path[0] for path in PATHS], [path[1] for path in PATHS])
        level = clamp(FIRST_LEVEL.get(self.segment, .62) + .17 * normal(dice), .08, .94)
        turn, slope, noise, health = int(between(dice, 1, 9)), between(dice, .05, .11), 0.0, []
        if kind == 'recover':
            level = clamp(level - .33, .10, .6)
        for month in range(len(MONTHS)):
            since = max(0, month - turn)
            shift = {'steady': 0, 'decline': -slope * since, 'recover': slope * since,
                     'dip': -.28 if 1 <= since <= 3 else 0, 'grow': .035 * since}[kind]
            noise = .6 * noise + .035 * normal(dice)
            health.append(clamp(level + min(shift, .45) + noise, .03, .98))
        return health

    def months(self):
        """The months in which this customer is there, with the end of each."""
        return [(i, end) for i, end in enumerate(ENDS) if end > self.start]


def usage_rows(dice, customer):
    """What the product saw of a customer, month by month: {month: row}."""
    rows, login, meeting, overdue = {}, None, None, False
    integrations = count(dice, .6 + 1.6 * customer.health[0])
    talks = {'Enterprise': .62, 'Mid-market': .40, 'Small business': .22}.get(customer.segment, .2)
    habit = between(dice, 6, 11)
    no_manager = dice.random() < (.30 if customer.segment == 'Small business' else .06)
    for i, end in customer.months():
        health = customer.health[i]
        age = (end - customer.start).days
        ramp = clamp(.35 + age / 110)
        share = clamp((.16 + .80 * health + .03 * normal(dice)) * ramp * (.5 + SEASON[i] / 2))
        active = min(customer.seats, max(0, round(customer.seats * share)))
        if health < .14 and dice.random() < 30 / customer.seats:
            active = 0
        sessions = round(active * habit * between(dice, .93, 1.07) * (.45 + health) * SEASON[i])
        features = round(clamp(9 * (.10 + .85 * health + .04 * normal(dice)) * (.4 + .6 * ramp), 0, 9))
        gap = int(1 + 34 * (1 - health) ** 2.6 * -math.log(1 - .98 * dice.random()))
        seen = end - timedelta(days=min(gap, max(0, age)) - (1 if gap > 1 else 0))
        if active > 0 or login is None:
            login = max(seen, login or seen)
        integrations = int(clamp(integrations + weighted(dice, [-1, 0, 1], [.03, .9, .04 + .05 * health]),
                                 0, 8))
        if dice.random() < talks * (.55 + .6 * health) * (1.5 if age < 90 else 1):
            meeting = max(meeting or customer.start, end - timedelta(days=int(between(dice, 0, 29))))
        overdue = dice.random() < (.35 if overdue else .008 + .06 * (1 - health) ** 2)
        pulse = int(clamp(math.floor(1.1 + 4.2 * customer.health[max(0, i - 1)] + .35 * normal(dice)), 1, 5))
        rows[i] = [customer.id, end.isoformat(), active, sessions,
                   features, login.isoformat(), integrations, count(dice, sessions / 60),
                   'N/A' if no_manager or (age < 30 and dice.random() < .5) else pulse,
                   meeting.isoformat() if meeting else '', 'Yes' if overdue else 'No']
        if dice.random() < .012 and (i < 9 or customer.seats < 30):  # its tracking failed this month
            rows[i][2:5] = ['', '', '']
    return rows


def ticket_rows(dice, customer):
    base = {'Enterprise': 1.5, 'Mid-market': .95, 'Small business': .5}.get(customer.segment, .5)
    for i, end in customer.months():
        health = customer.health[i]
        rate = base * (.25 + 2.1 * (1 - health) ** 1.4) + (1.0 if (end - customer.start).days < 60 else 0)
        for _ in range(count(dice, rate)):
            opened = end - timedelta(days=int(between(dice, 0, end.day)))
            if opened < customer.start:
                continue
            severity = weighted(dice, ['Low', 'Medium', 'High', 'Urgent'],
                                [.38, .38, .10 + .14 * (1 - health), .02 + .08 * (1 - health)])
            scale = {'Low': 30, 'Medium': 22, 'High': 12, 'Urgent': 6}[severity]
            hours = scale * (.35 + 1.5 * (1 - health)) * -math.log(1 - .985 * dice.random())
            still_open = (ENDS[-1] - opened).days * 24 < hours
            csat = ''
            if not still_open and dice.random() < .34:
                csat = int(clamp(round(1.6 + 3.6 * health + .9 * normal(dice)), 1, 5))
            yield [customer.id, opened.isoformat(),
                   weighted(dice, ['How to', 'Bug', 'Billing', 'Access', 'Integration'],
                            [.34, .26, .12, .15, .13]),
                   severity, '' if still_open else f'{hours:.1f}', csat]


def survey_rows(dice, customer):
    for wave in WAVES:
        i = max(0, sum(end < wave for end in ENDS) - 1)
        for role in ('Champion', 'Administrator', 'Executive sponsor'):
            chance = {'Champion': .36, 'Administrator': .17, 'Executive sponsor': .10}[role]
            health = customer.health[i]
            if wave < customer.start + timedelta(days=30) or dice.random() > chance * (.7 + .5 * health):
                continue
            answer = int(clamp(round(1.2 + 9.6 * health + 1.5 * normal(dice)), 0, 10))
            mood = 0 if answer <= 6 else 1 if answer <= 8 else 2
            comment = pick(dice, COMMENTS[mood]) if dice.random() < .4 else ''
            day = wave + timedelta(days=int(between(dice, 0, 13, lean=2)))
            yield [customer.id, day.isoformat(), role, answer, comment]


def decide_who_leaves(dice, customers):
    """Low and falling health makes leaving likely, most of all where the contract ends soon."""
    horizon = ENDS[-1] + timedelta(days=90)
    for customer in customers:
        last = customer.months()[-1][0]
        health = customer.health[last] + .5 * min(0, customer.health[last] - customer.health[last - 3])
        ends_soon = customer.renewal <= horizon
        pull = 5.2 * (.12 - health) + .9 * normal(dice) + (.9 if ends_soon else 0)
        pull += {'Small business': -.75, 'Enterprise': -1.5}.get(customer.segment, -1.2)
        if (ENDS[-1] - customer.start).days < 90:
            pull -= .5
        if dice.random() < 1 / (1 + math.exp(-pull)):
            day = customer.renewal if ends_soon and dice.random() < .8 else (
                ENDS[-1] + timedelta(days=int(between(dice, 3, 89))))
            customer.churn_date = day


def account_rows(dice, customers):
    for customer in customers:
        country = customer.country if dice.random() > .012 else ''
        arr = f'${customer.arr:,}'
        if customer.seats < 12 and dice.random() < .03:
            arr = ''  # a pilot that does not pay yet
        yield [customer.id, customer.name, customer.segment, customer.plan, country, arr, customer.seats,
               customer.manager, customer.start.isoformat(), customer.renewal.isoformat(),
               'Yes' if customer.churn_date else 'No',
               customer.churn_date.isoformat() if customer.churn_date else '']


def as_csv(header, rows, delimiter=',', end='\n', bom=False):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode('utf-8-sig' if bom else 'utf-8')


def usage_files(dice, customers):
    header = ['Customer ID', 'Snapshot date', 'Active users', 'Sessions', 'Key features used', 'Last admin login',
              'Integrations', 'Exports', 'CSM pulse', 'Last meeting', 'Invoice overdue']
    by_month = [[] for _ in MONTHS]
    for customer in customers:
        for i, row in usage_rows(dice, customer).items():
            by_month[i].append(row)
    spoil(by_month)
    for (year, month), rows in zip(MONTHS, by_month):
        german = (year, month) == (2026, 8)  # one colleague's spreadsheet writes semicolons
        yield (f'usage-{year}-{month:02}.csv',
               as_csv(header, rows, *((';', '\r\n', True) if german else ())))


def spoil(by_month):
    """The slips that real exports have: each is reported, none stops an import."""
    by_month[3].append(list(by_month[3][40]))  # the same row twice
    by_month[6][17][3] = 'see ticket'          # words where a number belongs
    for rows, end in zip(by_month, ENDS):      # our own test account, which is no customer
        rows.append(['C-0000', end.isoformat(), 3, 41, 9, end.isoformat(), 8, 12, 'N/A', '', 'No'])


def event_file(header, rows, prefix, date_column):
    ordered = sorted(rows, key=lambda row: (row[date_column], row[0]))
    return as_csv(header, [[f'{prefix}-{10001 + i}', *row] for i, row in enumerate(ordered)])


def make(folder):
    dice = random.Random(SEED)
    customers = [Customer(dice, i + 1, *pair)
                 for i, pair in enumerate(company_names(dice, N_CUSTOMERS))]
    decide_who_leaves(dice, customers)
    files = dict(usage_files(dice, customers))
    files['tickets.csv'] = event_file(
        ['Ticket ID', 'Customer ID', 'Opened', 'Category', 'Severity', 'Hours to resolve', 'CSAT'],
        [row for customer in customers for row in ticket_rows(dice, customer)], 'T', 1)
    files['survey.csv'] = event_file(
        ['Response ID', 'Customer ID', 'Responded', 'Role', 'NPS', 'Comment'],
        [row for customer in customers for row in survey_rows(dice, customer)], 'R', 1)
    files['accounts.csv'] = as_csv(
        ['Customer ID', 'Customer name', 'Segment', 'Plan', 'Country', 'ARR', 'Seats', 'CSM',
         'Start date', 'Renewal date', 'Churned', 'Churn date'], account_rows(dice, customers))
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in sorted(files.items()):
        (folder / name).write_bytes(content)


def main():
    top = pathlib.Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description='Writes the exports of the sample company.')
    parser.add_argument('folder', nargs='?', type=pathlib.Path, default=top / 'data' / 'sample')
    make(parser.parse_args().folder)


if __name__ == '__main__':
    main()
