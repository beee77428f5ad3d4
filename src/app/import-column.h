/* One column of a file as the import dialog lists it: what was understood of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_COLUMN (bw_import_column_get_type ())

G_DECLARE_FINAL_TYPE (BwImportColumn, bw_import_column, BW, IMPORT_COLUMN, GObject)

/* Signals: "changed": another intake was set. */

BwImportColumn *bw_import_column_new (BwIntake *intake,
                                      guint     source,
                                      guint     column);
void            bw_import_column_set_intake (BwImportColumn *self,
                                             BwIntake       *intake);
const char     *bw_import_column_get_header (BwImportColumn *self);
const char     *bw_import_column_get_type_name (BwImportColumn *self);
BwRole          bw_import_column_get_role (BwImportColumn *self);
const char     *bw_import_column_get_reason (BwImportColumn *self);
gsize           bw_import_column_get_n_missing (BwImportColumn *self);
gsize           bw_import_column_get_n_misfits (BwImportColumn *self);
char           *bw_import_column_dup_examples (BwImportColumn *self);

G_END_DECLS
