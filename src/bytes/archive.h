/* A ZIP file: the names of what is in it, and the bytes of each entry, within limits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BwArchive BwArchive;
typedef struct _BwEntry BwEntry;

BwArchive  *bw_archive_new (GFile        *file,
                            const char   *name,
                            GCancellable *cancellable,
                            GError      **error);
BwArchive  *bw_archive_new_for_bytes (GBytes       *bytes,
                                      const char   *name,
                                      GCancellable *cancellable,
                                      GError      **error);
void        bw_archive_free (BwArchive *self);
guint       bw_archive_get_n_entries (const BwArchive *self);
const char *bw_archive_get_entry_name (const BwArchive *self,
                                       guint            index);
const char *bw_archive_get_file_name (const BwArchive *self);
int         bw_archive_find (const BwArchive *self,
                             const char      *path);
gboolean    bw_archive_refuse (const BwArchive *self,
                               const char      *what,
                               GError         **error);

BwEntry *bw_archive_open (BwArchive *self,
                          guint      index,
                          GError   **error);
void     bw_entry_close (BwEntry *self);
gssize   bw_entry_read (BwEntry *self,
                        guint8  *buffer,
                        gsize    size,
                        GError **error);
double   bw_entry_get_share (const BwEntry *self);

gboolean bw_unpacked_too_far (guint64 n_packed,
                              guint64 n_unpacked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwArchive, bw_archive_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwEntry, bw_entry_close)

G_END_DECLS
