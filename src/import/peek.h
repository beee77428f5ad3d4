/* The first records of a text, each cell with the kind of thing it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/records.h"

G_BEGIN_DECLS

/**
 * BwKind:
 * @BW_KIND_BLANK: nothing, or a word that says so
 */
typedef enum
{
  BW_KIND_BLANK,
  BW_KIND_NUMBER,
  BW_KIND_DATE,
  BW_KIND_FLAG,
  BW_KIND_TEXT,
} BwKind;

#define BW_N_KINDS (BW_KIND_TEXT + 1)

/**
 * BwRow:
 * @kinds: (array length=n_fields): of the fields
 * @n_fields: 0 for a blank line
 * @n_filled: fields that are more than blanks
 * @wrapped: some are written as formulas
 * @n_wide: number of the last field that is more than blanks, from 1; 0 where there is none
 */
typedef struct
{
  GStrv   fields;
  BwKind *kinds;
  guint   n_fields;
  guint   n_filled;
  guint   n_wide;
  gsize   line;
  gboolean wrapped;
} BwRow;

gboolean     bw_looks_like_year (const char *text,
                                 gsize       length);
gboolean     bw_has_digit (const char *text,
                           gsize       length);
void         bw_row_init (BwRow          *row,
                          const BwRecord *record);
void         bw_row_copy (BwRow       *row,
                          const BwRow *other);
void         bw_row_clear (BwRow *row);
gboolean     bw_row_is_like (const BwRow *row,
                             const BwRow *other);
GArray      *bw_peek (const BwDialect *dialect,
                      GBytes          *head,
                      guint            n_least);
const BwRow *bw_peek_at (const GArray *rows,
                         guint         index);
guint        bw_peek_width (const GArray *rows);

G_END_DECLS
