/* What was imported, when and from which files: the files as they were, and what became of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * BwKeptFile:
 * @name: the file's name when it was imported
 * @read_as: the name that it is read under: the same, or with the date that it was given
 * @size: bytes
 * @modified: microseconds since 1970, 0 where not known
 * @hash: SHA-256 of its bytes
 * @n_rows: that were read
 * @import: that it came with
 * @place: in the order in which those that stand are read; one that was taken back has that of old
 * @removed: whether it was taken back
 * @replaced_by: the import that came in its stead, or 0
 */
typedef struct
{
  gint64 id;
  char  *name;
  char  *read_as;
  gint64 size;
  gint64 modified;
  char  *hash;
  gint64 n_rows;
  gint64 import;
  gint64 place;
  gboolean removed;
  gint64 replaced_by;
} BwKeptFile;

/**
 * BwKeptImport:
 * @at: when, in microseconds since 1970
 * @author: who
 * @mapping: how all files that stood then were mapped, as JSON
 * @removed: whether it was taken back: none of its files stands
 * @files: (element-type BwKeptFile): in the order in which they were given
 */
typedef struct
{
  gint64     id;
  gint64     at;
  char      *author;
  char      *mapping;
  gboolean   removed;
  GPtrArray *files;
} BwKeptImport;

/**
 * BwNewImport:
 * @files: (array length=n_files): local files or any others
 * @read_as: (array length=n_files): the name under which each is read
 * @n_rows: (array length=n_files): that were read
 * @mapping: how all files that stand now are mapped, as JSON
 * @report: of all of them
 * @names: (array length=n_files) (nullable): what the files were called; %NULL: as they are now
 * @sizes: (array length=n_files) (nullable): their bytes when they were read, 0 where not known
 * @modified: (array length=n_files) (nullable): when they had been written then, 0 where not known
 *
 * What is to be kept of an import.
 */
typedef struct
{
  gint64             at;
  const char        *author;
  GFile *const      *files;
  const char *const *read_as;
  const gsize       *n_rows;
  guint              n_files;
  const char        *mapping;
  BwReport          *report;
  const char *const *names;
  const goffset     *sizes;
  const gint64      *modified;
} BwNewImport;

gint64     bw_store_add_import (BwStore           *self,
                                const BwNewImport *import,
                                GCancellable      *cancellable,
                                GError           **error);
GPtrArray *bw_store_list_imports (BwStore *self,
                                  GError **error);
BwReport  *bw_store_get_report (BwStore *self,
                                gint64   import,
                                GError **error);
gboolean   bw_store_set_removed (BwStore *self,
                                 gint64   import,
                                 gboolean removed,
                                 GError **error);
gboolean   bw_store_set_read_as (BwStore    *self,
                                 gint64      file,
                                 const char *read_as,
                                 GError    **error);
GFile     *bw_store_extract (BwStore      *self,
                             gint64        file,
                             GFile        *folder,
                             GCancellable *cancellable,
                             GError      **error);

GFile     *bw_store_extract_as (BwStore      *self,
                                gint64        file,
                                const char   *name,
                                GFile        *folder,
                                GCancellable *cancellable,
                                GError      **error);

void bw_kept_file_free (BwKeptFile *self);
void bw_kept_import_free (BwKeptImport *self);

G_END_DECLS
