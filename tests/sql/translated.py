"""Warehouses that no test can start: their SELECT, read as they would read it, is run by DuckDB.

Quotes, escapes and comments are read here, by the rules that the makers print; what the functions mean,
and in which order they take what they are given, is sqlglot's knowledge. What DuckDB has under no name
is given to it as a macro.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from engines import DuckDB, Missing, quote

try:
    import sqlglot
except ImportError:
    sqlglot = None

ESCAPES = {'n': '\n', 'r': '\r', 't': '\t', "'": "'", '"': '"', '`': '`', '\\': '\\'}


def text_literal(text):
    return "'" + text.replace("'", "''") + "'"


class Scanner:
    """Takes what stands in quotes out of a SELECT, and puts it back as another database quotes it."""

    def __init__(self, text, name_quote, name_escapes, continued):
        self.text, self.name_quote, self.name_escapes, self.continued = text, name_quote, name_escapes, continued
        self.held = {}

    def quoted(self, start, escapes):
        """What stands in the quotes that open at start, and where they end."""
        mark, out, at = self.text[start], [], start + 1
        while True:
            char = self.text[at]
            if escapes and char == '\\':
                rest = self.text[at + 1:]
                if rest.startswith('u0024'):
                    out.append('$')
                    at += 6
                    continue
                out.append(ESCAPES[rest[0]])  # no other escape is wanted
                at += 2
            elif char == mark and not escapes and self.text[at + 1:at + 2] == mark:
                out.append(mark)
                at += 2
            elif char == mark:
                return ''.join(out), at + 1
            else:
                assert not escapes or char not in '\r\n', 'a line ends in quotes'
                out.append(char)
                at += 1

    def comment_end(self, at):
        while at < len(self.text) and self.text[at] not in '\r\n':
            at += 2 if self.continued and self.text[at:at + 2] == '\\\n' else 1
        return at

    def neutral(self):
        """The text without comments, each quoted part replaced by a word in quotes."""
        out, at = [], 0
        while at < len(self.text):
            char = self.text[at]
            if self.text.startswith('--', at):
                at = self.comment_end(at)
            elif char in (self.name_quote, "'"):
                held, at = self.quoted(at, char == "'" or self.name_escapes)
                word = f'held_{len(self.held)}_'
                self.held[word] = text_literal(held) if char == "'" else quote(held)
                out.append(f'{char}{word}{char}')
            else:
                assert char != ';', 'a second statement'
                out.append(char)
                at += 1
        return ''.join(out)

    def restore(self, text):
        return re.sub(r"""(['"`]?)(held_\d+_)\1""", lambda found: self.held[found[2]], text)


class Translated(DuckDB):
    """A warehouse as far as it can be known without it."""

    every = 4  # one random model in four: reading takes longer than running
    name_quote, name_escapes, continued = '"', False, False
    before = ()  # names that DuckDB gives another meaning, and what they are called instead
    after = ()
    macros = ()

    def __init__(self, folder):
        if sqlglot is None:
            raise Missing('the package “python3-sqlglot” is not installed')
        super().__init__(folder)
        self.name = f'{self.dialect}, read by sqlglot {sqlglot.__version__} for DuckDB'

    def translate(self, text):
        scanner = Scanner(text, self.name_quote, self.name_escapes, self.continued)
        neutral = scanner.neutral()
        for old, new in self.before:
            neutral = re.sub(old, new, neutral)
        made = sqlglot.transpile(neutral, read=self.dialect, write='duckdb', error_level=sqlglot.ErrorLevel.RAISE)
        assert len(made) == 1, made
        for old, new in self.after:
            made[0] = re.sub(old, new, made[0])
        return scanner.restore(made[0])

    def run(self, jobs):
        yield from super().run([(case, self.translate(text)) for case, text in jobs])


class BigQuery(Translated):
    dialect = 'bigquery'
    name_quote, name_escapes = '`', True
    before = [(r'\bCOLLATE\(', 'PLAIN_TEXT('), (r'\bDIV\(', 'WHOLE_PART('), (r'\bSAFE_CAST\(', 'TRY_CAST(')]
    after = [(r'DATE_DIFF\(DAY,', "DATE_DIFF('day',"), (r'(?<![\w.])(\d+\.\d+)(?![\w.])', r'\1e0')]
    macros = ['PLAIN_TEXT(x, y) AS CAST(x AS VARCHAR) COLLATE C', 'WHOLE_PART(x, y) AS x // y',
              "TO_JSON_STRING(x) AS CASE TYPEOF(x) WHEN 'VARCHAR' THEN '\"' || x || '\"' ELSE CAST(x AS VARCHAR) END"]


class Snowflake(Translated):
    dialect = 'snowflake'
    before = [(r'\bCOLLATE\(', 'PLAIN_TEXT('), (r'\bTO_DATE\(', 'AS_DAY('), (r'\bTO_VARCHAR\(', 'DAY_TEXT(')]
    macros = ['PLAIN_TEXT(x, y) AS CAST(x AS VARCHAR) COLLATE C', 'TO_VARIANT(x) AS x', 'TO_DOUBLE(x) AS TRY_CAST(x AS DOUBLE)',
              'AS_BOOLEAN(x) AS TRY_CAST(x AS BOOLEAN)', "AS_VARCHAR(x) AS CAST(CASE TYPEOF(x) WHEN 'VARCHAR' THEN x END AS VARCHAR) COLLATE C",
              'AS_DAY(x) AS TRY_CAST(x AS DATE)', "DAY_TEXT(x, y) AS CAST(x AS VARCHAR)"]


class Spark(Translated):
    dialect = 'spark'
    name_quote, continued = '`', True
    before = [(r'\bTYPEOF\(', 'TYPE_NAME(')]
    # A cast to STRING leaves every collation behind.
    after = [(r'CAST\((\(.*?\)) / (r.n_scored) AS INT\)', r'(\1 // \2)'), (r' AS TEXT\)', ' AS TEXT) COLLATE C')]
    macros = ["TYPE_NAME(x) AS CASE TYPEOF(x) WHEN 'VARCHAR' THEN 'string' ELSE LOWER(TYPEOF(x)) END"]


ALL = [BigQuery, Snowflake, Spark]
