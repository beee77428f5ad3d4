/* Cells that are written as a formula so that a spreadsheet leaves them alone: ="00042". */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/records.h"

G_BEGIN_DECLS

typedef struct _BwFormulas BwFormulas;

BwFormulas *bw_formulas_new (void);
void      bw_formulas_free (BwFormulas *self);
void      bw_formulas_open (BwFormulas *self,
                            BwRecord   *record);
gboolean  bw_formula_cell (const char **text,
                           gsize       *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwFormulas, bw_formulas_free)

G_END_DECLS
