/* What became of the customer of each row, as far as the files say. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "table/table.h"

G_BEGIN_DECLS

#define BW_NO_VERDICT     G_MAXUINT8
#define BW_MOST_VERDICTS  3

/**
 * BwVerdicts:
 * @classes: (array length=n_rows): one of @n_classes, or %BW_NO_VERDICT
 * @header: of the column that says so
 * @words: how a person names each class (“yes”, “Closed”)
 * @totals: rows of each class
 */
typedef struct
{
  guint8 *classes;
  gsize   n_rows;
  guint   n_classes;
  char   *header;
  char   *words[BW_MOST_VERDICTS];
  gsize   totals[BW_MOST_VERDICTS];
} BwVerdicts;

BwVerdicts *bw_verdicts_of_column (BwColumn *column);
BwVerdicts *bw_verdicts_by_key (const BwVerdicts *self,
                                BwColumn         *own_keys,
                                BwColumn         *keys);
void        bw_verdicts_free (BwVerdicts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwVerdicts, bw_verdicts_free)

G_END_DECLS
