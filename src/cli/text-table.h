/* A table in plain text, its columns as wide as they need. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BwTextTable BwTextTable;

BwTextTable *bw_text_table_new (guint n_columns);
void         bw_text_table_free (BwTextTable *self);
void         bw_text_table_add (BwTextTable *self,
                                char        *cell);
void         bw_text_table_append (const BwTextTable *self,
                                   GString           *out);

void         bw_text_table_append_left (const BwTextTable *self,
                                        GString           *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwTextTable, bw_text_table_free)

G_END_DECLS
