/* One column of one kind of file as the import assistant lists it: what was understood of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/importing.h"

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_COLUMN (bw_import_column_get_type ())

G_DECLARE_FINAL_TYPE (BwImportColumn, bw_import_column, BW, IMPORT_COLUMN, GObject)

/* Signals: "changed": something else is understood of it. */

BwImportColumn *bw_import_column_new (BwImporting *importing,
                                      guint        source,
                                      guint        column,
                                      guint        file);
void            bw_import_column_follow (BwImportColumn *self,
                                         guint           file);
gboolean        bw_import_column_is_at (BwImportColumn *self,
                                        guint           source,
                                        guint           column);
guint           bw_import_column_get_source (BwImportColumn *self);
guint           bw_import_column_get_file (BwImportColumn *self);
const char     *bw_import_column_get_header (BwImportColumn *self);
const char     *bw_import_column_get_file_name (BwImportColumn *self);
BwColumnType    bw_import_column_get_column_type (BwImportColumn *self);
BwRole          bw_import_column_get_role (BwImportColumn *self);
const char     *bw_import_column_get_reason (BwImportColumn *self);
const char     *bw_import_column_get_remark (BwImportColumn *self);
gsize           bw_import_column_get_n_rows (BwImportColumn *self);
gsize           bw_import_column_get_n_missing (BwImportColumn *self);
gsize           bw_import_column_get_n_distinct (BwImportColumn *self);
gsize           bw_import_column_get_n_misfits (BwImportColumn *self);
char           *bw_import_column_dup_examples (BwImportColumn *self);

const char *bw_column_type_get_title (BwColumnType type);

G_END_DECLS
