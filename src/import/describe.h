/* Words that are no data: types and units under a header, totals and notes among the rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/peek.h"

G_BEGIN_DECLS

/**
 * BwTotalWord:
 * @BW_TOTAL_WORD_NONE: the cell is no word for a sum
 * @BW_TOTAL_WORD_WHOLE: it is nothing else
 * @BW_TOTAL_WORD_OF: it is one with a name before or behind it, “EMEA Total”
 */
typedef enum
{
  BW_TOTAL_WORD_NONE,
  BW_TOTAL_WORD_WHOLE,
  BW_TOTAL_WORD_OF,
} BwTotalWord;

gboolean    bw_row_is_ruled (const BwRow *row);
gboolean    bw_row_names_types (const BwRow *row);
BwTotalWord bw_total_word (const char *text,
                           char      **of);
gboolean    bw_total_may_be (const char *text,
                             gsize       length,
                             gboolean    whole);
gboolean    bw_is_note (const char *text);

G_END_DECLS
