/* How each derivation is written as SQL. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A division by nothing, or one whose result no double holds, is an error in some warehouses, so it
 * is not begun. */

#include "model/sql-derivation.h"

#define GREATEST 1.7976931348623157e308

void
bw_sql_derive_days_since (const BwDerivation  *self,
                          const BwSqlOperands *of,
                          BwSqlWriter         *out)
{
  g_autofree char *date = g_strdup_printf ("r.%s", of->column);

  bw_sql_phrase (out, out->dialect->days, "r.snapshot_day", date);
}

void
bw_sql_derive_days_between (const BwDerivation  *self,
                            const BwSqlOperands *of,
                            BwSqlWriter         *out)
{
  g_autofree char *from = g_strdup_printf ("r.%s", of->column);
  g_autofree char *until = g_strdup_printf ("r.%s", of->other);

  bw_sql_phrase (out, out->dialect->days, until, from);
}

/* @size: the divisor without its sign */
static void
divide (const char  *part,
        const char  *by,
        const char  *size,
        BwSqlWriter *out)
{
  bw_sql_case (out);
  bw_sql_when (out);
  bw_sql_add (out, "%s >= ", size);
  bw_sql_number (out, 1);
  bw_sql_add (out, " THEN %s / %s", part, by);
  bw_sql_when (out);
  bw_sql_add (out, "%s > ", size);
  bw_sql_number (out, 0);
  bw_sql_add (out, " AND ABS(%s) <= %s * ", part, size);
  bw_sql_number (out, GREATEST);
  bw_sql_line (out);
  bw_sql_add (out, "  THEN %s / %s", part, by);
  bw_sql_end (out);
}

void
bw_sql_derive_change (const BwDerivation  *self,
                      const BwSqlOperands *of,
                      BwSqlWriter         *out)
{
  g_autofree char *before = g_strdup_printf ("back_%u.%s", self->snapshots, of->column);
  g_autofree char *change = g_strdup_printf ("r.%s - %s", of->column, before);
  g_autofree char *hundredfold = g_strdup_printf ("(100 * (%s))", change);
  g_autofree char *size = g_strdup_printf ("ABS(%s)", before);

  if (self->percent)
    divide (hundredfold, size, size, out);
  else
    bw_sql_add (out, "%s", change);
}

void
bw_sql_derive_mean (const BwDerivation  *self,
                    const BwSqlOperands *of,
                    BwSqlWriter         *out)
{
  bw_sql_add (out, "(COALESCE(r.%s, 0)", of->column);
  for (guint back = 1; back < self->snapshots; back++)
    bw_sql_add (out, " + COALESCE(r.back_%u_%s, 0)", back, of->word);
  bw_sql_add (out, ")");
  out->depth++;
  bw_sql_line (out);
  bw_sql_add (out, "/ NULLIF(CASE WHEN r.%s IS NULL THEN 0 ELSE 1 END", of->column);
  for (guint back = 1; back < self->snapshots; back++)
    bw_sql_add (out, " + CASE WHEN r.back_%u_%s IS NULL THEN 0 ELSE 1 END", back, of->word);
  bw_sql_add (out, ", 0)");
  out->depth--;
}

void
bw_sql_derive_ratio (const BwDerivation  *self,
                     const BwSqlOperands *of,
                     BwSqlWriter         *out)
{
  g_autofree char *part = g_strdup_printf ("r.%s", of->column);
  g_autofree char *whole = g_strdup_printf ("r.%s", of->other);
  g_autofree char *size = g_strdup_printf ("ABS(%s)", whole);

  divide (part, whole, size, out);
}
