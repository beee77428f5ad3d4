/* Looking at an outcome. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/outcome-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

BwPanel *
bw_outcome_get_panel (const BwOutcome *self)
{
  return self->panel;
}

/**
 * bw_outcome_get_column:
 *
 * Returns: the column that tells, or %BW_NONE where vanishing does
 */
guint
bw_outcome_get_column (const BwOutcome *self)
{
  return self->column;
}

/**
 * bw_outcome_get_date_column:
 *
 * Returns: the column with the day of leaving, or %BW_NONE: there is none, or the snapshots tell
 */
guint
bw_outcome_get_date_column (const BwOutcome *self)
{
  return self->date_column;
}

/**
 * bw_outcome_get_gone_values:
 *
 * Returns: (nullable) (array zero-terminated=1): the chosen values that mean gone
 */
const char *const *
bw_outcome_get_gone_values (const BwOutcome *self)
{
  return (const char *const *) self->gone_values;
}

/**
 * bw_outcome_is_dated:
 *
 * Returns: whether it is known when customers left
 */
gboolean
bw_outcome_is_dated (const BwOutcome *self)
{
  return self->dated;
}

BwFate
bw_outcome_get_fate (const BwOutcome *self,
                     guint            customer)
{
  g_return_val_if_fail (customer < self->n_customers, BW_FATE_UNKNOWN);

  return self->fates[customer];
}

/**
 * bw_outcome_get_day:
 *
 * Returns: the day on which the customer left, in days since 1970-01-01; NaN where it did not, or the
 *   day is not known
 */
double
bw_outcome_get_day (const BwOutcome *self,
                    guint            customer)
{
  g_return_val_if_fail (customer < self->n_customers, NAN);

  return self->fates[customer] == BW_FATE_GONE ? self->days[customer] : NAN;
}

/**
 * bw_outcome_get_start:
 *
 * Returns: the day on which the customer began, NaN where that is not known, or the outcome has no day
 */
double
bw_outcome_get_start (const BwOutcome *self,
                      guint            customer)
{
  g_return_val_if_fail (customer < self->n_customers, NAN);

  return self->starts != NULL ? self->starts[customer] : NAN;
}

/**
 * bw_outcome_get_end:
 *
 * Returns: the last day of which it is known who was there: that of the newest snapshot, or the last
 *   on which a customer left; NaN where nothing has a date
 */
double
bw_outcome_get_end (const BwOutcome *self)
{
  return self->end;
}

/**
 * bw_outcome_count:
 *
 * Returns: how many customers of the panel have that fate
 */
gsize
bw_outcome_count (const BwOutcome *self,
                  BwFate           fate)
{
  g_return_val_if_fail (fate <= BW_FATE_GONE, 0);

  return self->counts[fate];
}

/**
 * bw_outcome_get_remarks:
 *
 * Returns: (transfer none) (element-type BwRemark): what does not fit together in the data
 */
const GPtrArray *
bw_outcome_get_remarks (const BwOutcome *self)
{
  return self->remarks;
}

/**
 * bw_outcome_describe:
 *
 * Returns: (transfer full): what tells who left, for a subtitle: “Churned”, dated by “Churn date”
 */
char *
bw_outcome_describe (const BwOutcome *self)
{
  g_autofree char *values = NULL;
  g_autofree char *what = NULL;

  if (self->column == BW_NONE)
    /* TRANSLATORS: what tells who left, before “: 40 of 480 customers” */
    return g_strdup (_("Missing from later snapshots"));

  if (self->gone_values != NULL)
    {
      values = g_strjoinv (", ", self->gone_values);
      /* TRANSLATORS: a column and its values that mean gone */
      what = g_strdup_printf (_("“%s” = %s"), bw_panel_get_column (self->panel, self->column)->name, values);
    }
  else
    {
      what = g_strdup_printf (_("“%s”"), bw_panel_get_column (self->panel, self->column)->name);
    }
  if (self->date_column != BW_NONE && self->date_column != self->column)
    /* TRANSLATORS: what tells who left, and the column with the day: “Churned”, dated by “Churn date” */
    return g_strdup_printf (_("%s, dated by “%s”"), what,
                            bw_panel_get_column (self->panel, self->date_column)->name);
  if (self->dated && self->date_column == BW_NONE)
    /* TRANSLATORS: what tells who left: “Churned”, dated by the snapshots */
    return g_strdup_printf (_("%s, dated by the snapshots"), what);

  return g_steal_pointer (&what);
}

/**
 * bw_outcome_name_some:
 *
 * Returns: (transfer full): the names of the first few: Alpha, Beta, Gamma, …
 */
char *
bw_outcome_name_some (const BwOutcome *self,
                      const guint32   *customers,
                      gsize            n)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < MIN (n, BW_NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            bw_panel_get_name (self->panel, customers[i]));
  if (n > BW_NAMED)
    g_string_append (names, ", …");

  return g_string_free (names, FALSE);
}
