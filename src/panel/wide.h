/* Months side by side: which columns are one quantity at several times, and when. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/mapped-source.h"
#include "panel/written-parts.h"

G_BEGIN_DECLS

/* How often columns that bear a number, and no date, follow each other. */
#define BW_UNIT_MONTH (BW_UNIT_HALF + 1)

/**
 * BwWideColumn:
 * @stem: (nullable): the quantity; empty where the header says the time alone; %NULL where the column
 *   is no part of months side by side
 * @date: days since 1970-01-01; NaN where it bears a number and nothing dates that yet
 * @number: of a numbered one, else -1
 * @back: whether the numbers count back: M-1 is one month ago
 * @unit: what the numbers count
 */
typedef struct
{
  char    *stem;
  double   date;
  int      number;
  gboolean back;
  guint    unit;
} BwWideColumn;

/**
 * BwWide:
 * @columns: by mapped column
 * @n_columns: of them
 * @n_numbered: of those, columns that bear a number
 */
typedef struct
{
  BwWideColumn *columns;
  guint         n_columns;
  guint         n_numbered;
} BwWide;

char     *bw_wide_cut (const char *header,
                       gsize       start,
                       gsize       end);
void      bw_wide_read_number (const char   *header,
                               BwWideColumn *column);
char     *bw_wide_stem (const char *header,
                        double     *date);
BwWide   *bw_wide_new (const BwMappedSource *source,
                       const gboolean       *coded,
                       gboolean              sure);
void      bw_wide_free (BwWide *self);
gboolean  bw_wide_is_any (const BwWide *self);
void      bw_wide_date (BwWide *self,
                        double  newest,
                        guint  *oldest_column,
                        guint  *newest_column);
void      bw_wide_forget_numbers (BwWide *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwWide, bw_wide_free)

G_END_DECLS
