/* Cells that are written as a formula so that a spreadsheet leaves them alone: ="00042". */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/records.h"

G_BEGIN_DECLS

typedef struct _BwUnwrap BwUnwrap;

BwUnwrap *bw_unwrap_new (void);
void      bw_unwrap_free (BwUnwrap *self);
void      bw_unwrap_record (BwUnwrap *self,
                            BwRecord *record);
gboolean  bw_unwrap_cell (const char **text,
                          gsize       *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwUnwrap, bw_unwrap_free)

G_END_DECLS
