"""What may be on a disk when the power goes: the calls up to a moment, without some that nobody waited for."""
# SPDX-License-Identifier: GPL-3.0-or-later
# A sync of a file makes its bytes and its size last, a sync of a folder makes its names last, and
# nothing else does. What came since may be there or not, each call by itself, a write sector by
# sector; of the names of a folder any may be missing too. Where a file became longer and the bytes
# are missing, zeros or noise are in their place.
import os

SECTOR = 512


class Node:
    """A file: what lasts, and what was done to it since."""

    def __init__(self, data=b""):
        self.durable = bytearray(data)
        self.pending = []  # (offset, data), or (size, None) for a truncation

    def sync(self):
        self.durable = self.build(self.pending)
        self.pending = []

    def build(self, pending, noise=None):
        data = bytearray(self.durable)
        for offset, part in pending:
            if part is None:
                del data[offset:]
                data.extend(bytes(offset - len(data)))
                continue
            if len(data) < offset:
                data.extend(noise.randbytes(offset - len(data)) if noise else bytes(offset - len(data)))
            data[offset:offset + len(part)] = part
        return data

    def after_loss(self, noise):
        kept = lose(self.pending, noise)
        if noise.random() < 0.3:
            kept = [piece for write in kept for piece in sectors(write, noise)]
        return self.build(kept, noise if noise.random() < 0.3 else None)


def sectors(write, noise):
    """A write of which some sectors never came."""
    offset, data = write
    if data is None:
        return [write]
    first = SECTOR - offset % SECTOR
    cuts = [0, *range(first, len(data), SECTOR), len(data)]
    return [(offset + a, data[a:b]) for a, b in zip(cuts, cuts[1:]) if a < b and noise.random() < 0.5]


def lose(pending, noise):
    """All of what was not waited for, none, the first part, or any of it."""
    how = noise.randrange(5)
    if how == 0:
        return list(pending)
    if how == 1:
        return []
    if how == 2:
        return pending[:noise.randrange(len(pending) + 1)]
    return [p for p in pending if noise.random() < (0.5 if how == 3 else 0.9)]


class Disk:
    """A folder as the log of its calls makes it, from what was there before."""

    def __init__(self, before):
        self.nodes = {}  # by inode
        self.names = {}  # that last: path to inode
        self.pending = {}  # folder to [(path removed or None, path added or None, inode)]
        for path in before:
            inode = os.stat(path).st_ino
            self.nodes[inode] = Node(path.read_bytes())
            self.names[str(path)] = inode
        self.folders = {}  # inode to path

    def know_folder(self, path):
        self.folders[os.stat(path).st_ino] = str(path)

    def change(self, removed, added, inode):
        folder = os.path.dirname(added or removed)
        self.pending.setdefault(folder, []).append((removed, added, inode))

    def now(self, pending=None):
        """The names after the changes that are given, or after all."""
        names = dict(self.names)
        for changes in (self.pending if pending is None else pending).values():
            for removed, added, inode in changes:
                if removed is not None:
                    names.pop(removed, None)
                if added is not None:
                    names[added] = inode
        return names

    def apply(self, entry):
        name, inode = entry["name"], entry["inode"]
        if entry["result"] < 0:
            return
        if name == "create" and entry["path"] not in self.now():
            self.nodes[inode] = Node()  # the number of a file that is gone may come again
            self.change(None, entry["path"], inode)
        elif name == "write":
            self.nodes[inode].pending.append((entry["offset"], entry["data"]))
        elif name == "truncate":
            self.nodes[inode].pending.append((entry["offset"], None))
        elif name == "rename":
            self.change(entry["path"], entry["other"], inode)
        elif name == "link":
            self.change(None, entry["other"], inode)
        elif name == "unlink":
            self.change(entry["path"], None, None)
        elif name == "sync":
            self.sync(inode)

    def sync(self, inode):
        if inode in self.folders:
            folder = self.folders[inode]
            self.names = self.now({folder: self.pending.get(folder, [])})
            self.pending[folder] = []
        elif inode in self.nodes:
            self.nodes[inode].sync()

    def after_loss(self, noise):
        """Path to bytes, as they may be found."""
        names = self.now({f: lose(changes, noise) for f, changes in self.pending.items()})
        return {path: bytes(self.nodes[inode].after_loss(noise)) for path, inode in names.items()}

    def whole(self):
        return {path: bytes(self.nodes[inode].build(self.nodes[inode].pending))
                for path, inode in self.now().items()}
