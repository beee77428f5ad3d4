"""Damaged and hostile workspace files, made from a good one."""
# SPDX-License-Identifier: GPL-3.0-or-later
import random
import sqlite3
import struct

PAGE = 4096

# What a hostile author writes, who seals it as we do. A name, and the statement.
COUNT = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) "
SEALED = [
    ("a million rows", "UPDATE snapshot SET rows = 1000000"),
    ("49 million rows", "UPDATE snapshot SET rows = 49000000"),
    ("most rows", "UPDATE snapshot SET rows = 9223372036854775807"),
    ("rows below zero", "UPDATE snapshot SET rows = -1"),
    ("no rows", "UPDATE snapshot SET rows = 0"),
    ("endless date", "UPDATE snapshot SET date = 9e999"),
    ("date far away", "UPDATE snapshot SET date = 1e300"),
    ("dates the same", "UPDATE snapshot SET date = 1"),
    ("dates backwards", "UPDATE snapshot SET date = -position"),
    ("gap in snapshots", "UPDATE snapshot SET position = 1000000 WHERE position = 1"),
    ("snapshot below zero", "UPDATE snapshot SET position = -1 WHERE position = 1"),
    ("no snapshot", "DELETE FROM snapshot"),
    ("many snapshots", COUNT.format(100000) + "INSERT INTO snapshot SELECT i + 10, i, 1 FROM n"),
    ("words without end", "UPDATE field SET n_words = 9223372036854775807"),
    ("words below zero", "UPDATE field SET n_words = -1"),
    ("few words", "UPDATE field SET n_words = 1"),
    ("no words", "UPDATE field SET words = NULL"),
    ("words of another", "UPDATE field SET words = (SELECT max(words) FROM field)"),
    ("words of a file", "UPDATE field SET words = (SELECT min(bytes) FROM file)"),
    ("no keys", "DELETE FROM field WHERE position = -1"),
    ("no names", "DELETE FROM field WHERE position = -2"),
    ("no fields", "DELETE FROM field"),
    ("unknown type", "UPDATE field SET type = 'spell' WHERE position >= 0"),
    ("other type", "UPDATE field SET type = 'category' WHERE position >= 0"),
    ("unknown role", "UPDATE field SET role = 'king' WHERE position >= 0"),
    ("all keys", "UPDATE field SET role = 'key'"),
    ("no name", "UPDATE field SET name = ''"),
    ("long name", "UPDATE field SET name = hex(zeroblob(5000000)) WHERE position = 0"),
    ("name that is no text", "UPDATE field SET name = CAST(x'ff00fe' AS TEXT) WHERE position = 0"),
    ("column far away", "UPDATE field SET position = 4294967296 WHERE position = 1"),
    ("many columns", COUNT.format(100000) + "INSERT INTO field SELECT i + 10, 'c' || i, NULL, 'number', NULL, 'metric', NULL, NULL FROM n"),
    ("no parts", "DELETE FROM part"),
    ("half of the parts", "DELETE FROM part WHERE field = 0"),
    ("parts that are not there", "UPDATE part SET piece = 999999"),
    ("all parts the same", "UPDATE part SET piece = (SELECT min(piece) FROM part)"),
    ("parts without end", "INSERT OR IGNORE INTO part SELECT snapshot, field, part + 1000, piece FROM part"),
    ("part far away", "UPDATE part SET part = 9223372036854775807"),
    ("no pieces", "DELETE FROM piece"),
    ("size of a piece", "UPDATE piece SET size = 4611686018427387904"),
    ("size below zero", "UPDATE piece SET size = -1"),
    ("empty pieces", "UPDATE piece SET data = x''"),
    ("large piece", "UPDATE piece SET data = zeroblob(60000000) WHERE id = 1"),
    ("streams without pieces", "DELETE FROM stream"),
    ("stream of a million", COUNT.format(1000000) + "INSERT INTO stream SELECT (SELECT min(bytes) FROM file), i + 10, (SELECT max(id) FROM piece) FROM n"),
    ("words of a million", COUNT.format(1000000) + "INSERT INTO stream SELECT (SELECT max(words) FROM field), i + 10, (SELECT piece FROM stream WHERE id = (SELECT max(words) FROM field) AND position = 0) FROM n"),
    ("model of a million", COUNT.format(1000000) + "INSERT INTO stream SELECT (SELECT max(bytes) FROM model), i + 10, (SELECT piece FROM stream WHERE id = (SELECT max(bytes) FROM model) AND position = 0) FROM n"),
    ("report of a million", COUNT.format(1000000) + "INSERT INTO stream SELECT (SELECT max(report) FROM import), i + 10, (SELECT max(id) FROM piece) FROM n"),
    ("stream far away", "UPDATE stream SET position = 9223372036854775807 WHERE position = 0"),
    ("draft that is not there", "UPDATE fact SET value = '999999' WHERE name = 'draft'"),
    ("draft that is no number", "UPDATE fact SET value = 'x' WHERE name = 'draft'"),
    ("draft without a baseline", "DELETE FROM fact WHERE name = 'baseline'"),
    ("sources that are none", "UPDATE fact SET value = '[1, {' WHERE name = 'sources'"),
    ("sources nested", "UPDATE fact SET value = replace(hex(zeroblob(100000)), '00', '[') WHERE name = 'sources'"),
    ("sources of another kind", "UPDATE fact SET value = '42' WHERE name = 'sources'"),
    ("sources without end", COUNT.format(200000) + "UPDATE fact SET value = (SELECT '[' || group_concat('''a''') || ']' FROM n) WHERE name = 'sources'"),
    ("no facts", "DELETE FROM fact"),
    ("a million facts", COUNT.format(200000) + "INSERT INTO fact SELECT 'f' || i, 'x' FROM n"),
    ("models that are files", "UPDATE model SET bytes = (SELECT min(bytes) FROM file)"),
    ("models that are not there", "DELETE FROM model"),
    ("steps without models", "INSERT INTO step VALUES (0, 1000, 'Step', 999999, 999999)"),
    ("many steps", COUNT.format(200000) + "INSERT INTO step SELECT 0, i + 1000, 'Step', (SELECT min(id) FROM model), (SELECT min(id) FROM model) FROM n"),
    ("third stack", "UPDATE step SET side = 7"),
    ("step with a long name", "INSERT INTO step SELECT 1, 0, hex(zeroblob(20000000)), min(id), min(id) FROM model"),
    ("many versions", COUNT.format(5000) + "INSERT INTO version SELECT i + 10, 'v', 'w', 'a', i, (SELECT min(id) FROM model) FROM n"),
    ("version without a model", "INSERT INTO version VALUES (99, 'v', '', '', 1, 999999)"),
    ("version far away", "INSERT INTO version SELECT 9223372036854775807, 'v', '', '', 9223372036854775807, min(id) FROM model"),
    ("version before all time", "INSERT INTO version SELECT -5, 'v', '', '', -9223372036854775808, min(id) FROM model"),
    ("version of a long name", "INSERT INTO version SELECT 98, hex(zeroblob(20000000)), '', '', 1, min(id) FROM model"),
    ("version of bad text", "INSERT INTO version SELECT 98, CAST(x'c328' AS TEXT), CAST(x'00' AS TEXT), '', 1, min(id) FROM model"),
    ("import far away", "UPDATE import SET at = 9223372036854775807"),
    ("mapping that is none", "UPDATE import SET mapping = '{'"),
    ("mapping nested", "UPDATE import SET mapping = replace(hex(zeroblob(1000000)), '00', '[')"),
    ("mapping of bad text", "UPDATE import SET mapping = CAST(x'ff' AS TEXT)"),
    ("report that is a file", "UPDATE import SET report = (SELECT min(bytes) FROM file)"),
    ("report that is not there", "UPDATE import SET report = 999999"),
    ("file that leads away", "UPDATE file SET read_as = '../../../../tmp/bw-evil', name = '../../bw-evil'"),
    ("file from the root", "UPDATE file SET read_as = '/tmp/bw-evil', name = '/tmp/bw-evil'"),
    ("file called dots", "UPDATE file SET read_as = '..', name = '.'"),
    ("file of a long name", "UPDATE file SET read_as = hex(zeroblob(5000)), name = hex(zeroblob(5000))"),
    ("file without a name", "UPDATE file SET read_as = '', name = ''"),
    ("file of bad text", "UPDATE file SET read_as = CAST(x'ff' AS TEXT), name = CAST(x'0a00' AS TEXT)"),
    ("file with a line feed", "UPDATE file SET read_as = 'a' || char(10) || 'b.csv', name = char(27) || '[31mred'"),
    ("file without an import", "UPDATE file SET import = 999999"),
    ("file that is not there", "UPDATE file SET bytes = 999999"),
    ("file that is longer", "UPDATE file SET size = 9223372036854775807, rows = 9223372036854775807"),
    ("file of other bytes", "UPDATE file SET hash = 'no'"),
    ("files the same", "INSERT INTO file SELECT id + 1000, import, name, read_as, size, modified, hash, rows, bytes, place, removed, replaced_by FROM file"),
    ("long note", "INSERT INTO note VALUES (90, 'C1', hex(zeroblob(30000000)), '', 1)"),
    ("note of bad text", "INSERT INTO note VALUES (90, CAST(x'ff' AS TEXT), CAST(x'00ff' AS TEXT), '', 1)"),
    ("many notes", COUNT.format(200000) + "INSERT INTO note SELECT i + 100, 'C' || i, 'text', 'a', i FROM n"),
    ("view of anything", "INSERT INTO view VALUES ('page', hex(zeroblob(10000000))), ('sort', '%n%s%n'), ('chosen', '-1')"),
]

# Values that are changed by hand and not sealed, of which SQLite itself finds nothing wrong.
CHANGED = [
    "UPDATE version SET name = 'Winter'",
    "UPDATE version SET model = (SELECT min(id) FROM model)",
    "UPDATE fact SET value = (SELECT min(id) FROM model) WHERE name = 'draft'",
    "UPDATE step SET name = 'Another'",
    "UPDATE file SET removed = 1",
    "UPDATE import SET author = 'Nobody'",
    "UPDATE snapshot SET date = date + 1",
    "UPDATE part SET piece = (SELECT max(piece) FROM part)",
    "UPDATE field SET name = 'Guests' WHERE position = 0",
    "INSERT INTO note VALUES (1, 'C1', 'Never said', 'Nobody', 1)",
    "DELETE FROM version",
]

# What SQLite's own shell does; nothing is sealed anew.
MEDDLED = [
    "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM version; END",
    "CREATE VIEW v AS SELECT * FROM note",
    "CREATE INDEX i ON note (at)",
    "CREATE TABLE more (a)",
    "ALTER TABLE note ADD COLUMN extra",
    "ALTER TABLE note RENAME TO memo",
    "DROP TABLE note",
    "DROP TABLE seal",
    "DELETE FROM seal",
    "UPDATE seal SET hash = x''",
    "UPDATE seal SET hash = (SELECT max(hash) FROM seal)",
    "PRAGMA journal_mode = WAL",
    "PRAGMA user_version = 0",
    "PRAGMA user_version = 99",
    "PRAGMA user_version = -1",
    "PRAGMA application_id = 0",
    "PRAGMA auto_vacuum = FULL; VACUUM",
    "PRAGMA page_size = 512; VACUUM",
    "PRAGMA page_size = 65536; VACUUM",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE note (a, b, c, d, e, CHECK (1))' WHERE name = 'note'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 999999",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 0, type = 'view'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE note USING fts5 (a)' WHERE name = 'note'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = hex(zeroblob(1000000)) WHERE name = 'note'",
    "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema",
]


def flipped(good, noise):
    data = bytearray(good)
    for _ in range(noise.choice((1, 1, 1, 3, 20))):
        data[noise.randrange(len(data))] ^= 1 << noise.randrange(8)
    return "flipped bits", bytes(data)


def cut(good, noise):
    n = noise.choice((noise.randrange(len(good)), noise.randrange(len(good) // PAGE) * PAGE, noise.randrange(120)))
    return f"cut to {n} bytes", good[:n]


def garbage(good, noise):
    keep = noise.choice((0, 16, 100, PAGE, len(good) // 2))
    return f"garbage after {keep} bytes", good[:keep] + noise.randbytes(noise.choice((0, 100, len(good) - keep)))


def zeros(good, noise):
    data = bytearray(good)
    at = noise.randrange(len(good) // 512) * 512
    size = noise.choice((512, PAGE, 5 * PAGE))
    data[at:at + size] = bytes(len(data[at:at + size]))
    return f"zeros at {at}", bytes(data)


def shuffled(good, noise):
    pages = [good[i:i + PAGE] for i in range(0, len(good), PAGE)]
    a, b = noise.sample(range(len(pages)), 2)
    how = noise.randrange(3)
    if how == 0:
        pages[a], pages[b] = pages[b], pages[a]
    elif how == 1:
        pages[a] = pages[b]
    else:
        del pages[a]
    return f"pages {a} and {b}", b"".join(pages)


def header(good, noise):
    data = bytearray(good)
    at, size = noise.choice(((16, 2), (18, 1), (19, 1), (20, 1), (21, 1), (24, 4), (28, 4), (32, 4), (36, 4), (40, 4),
                             (44, 4), (48, 4), (52, 4), (56, 4), (60, 4), (64, 4), (68, 4), (72, 8), (92, 4), (96, 4)))
    data[at:at + size] = noise.choice((bytes(size), b"\xff" * size, noise.randbytes(size)))
    return f"header at {at}", bytes(data)


def longer(good, noise):
    return "more at the end", good + noise.choice((b"\0", noise.randbytes(PAGE), bytes(10 * PAGE), good))


DAMAGES = [flipped, cut, garbage, zeros, shuffled, header, longer]


def other_databases(folder):
    """Other programs' databases, and nearly ours."""
    for name, sql, code in (("empty", "", 0), ("another program's", "CREATE TABLE a (b); INSERT INTO a VALUES (1)", 0),
                            ("another's with our number", "CREATE TABLE a (b)", 0x42576865),
                            ("empty with our number", "PRAGMA user_version = 1", 0x42576865)):
        path = folder / "other"
        db = sqlite3.connect(path)
        db.executescript(f"PRAGMA application_id = {code}; {sql}")
        db.close()
        yield name + " database", path.read_bytes()
        path.unlink()
    yield "nothing", b""
    yield "text", b"Customer ID,Name\nC1,Alder\n"
    yield "only a header", b"SQLite format 3\0" + struct.pack(">HBBBBBB", PAGE, 1, 1, 0, 64, 32, 32) + bytes(76)
    yield "zeros", bytes(100_000)


def meddled(good, folder, statements):
    for sql in statements:
        path = folder / "meddled"
        path.write_bytes(good)
        db = sqlite3.connect(path, isolation_level=None)
        for statement in sql.split("; "):
            if statement.endswith("BEGIN DELETE FROM version") or statement == "END":
                continue
            try:
                db.execute(statement)
            except sqlite3.Error:
                pass  # it is damaged enough already
        if "TRIGGER" in sql:
            db.execute(sql)
        db.close()
        yield sql[:60], path.read_bytes()
        for end in ("", "-wal", "-shm"):
            (folder / ("meddled" + end)).unlink(missing_ok=True)


def all_damages(good, folder, statements, n, seed):
    """Named files: other databases, what was meddled with, and n that are damaged at random."""
    noise = random.Random(seed)
    yield from other_databases(folder)
    yield from meddled(good, folder, statements)
    for i in range(n):
        yield DAMAGES[i % len(DAMAGES)](good, noise)
