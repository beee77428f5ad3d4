/* Dates that cannot be used: in a column that was read as text, or among the values of a status. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/outcome-parts.h"

#include "format/format.h"
#include "outcome/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_PARTS 3 /* of a date: year, month and day in whatever order */

/**
 * bw_outcome_looks_dated:
 *
 * Returns: whether @text is three numbers with a dash, a slash or a dot between them, as a date is
 *   written, be there such a day or not; a time may follow
 */
gboolean
bw_outcome_looks_dated (const char *text)
{
  char between = '\0';

  for (guint part = 0; part < N_PARTS; part++)
    {
      const gsize n = strspn (text, "0123456789");

      if (n == 0 || n > 4)
        return FALSE;
      text += n;
      if (part + 1 == N_PARTS)
        break;
      if (strchr ("-/.", *text) == NULL || *text == '\0' || (part > 0 && *text != between))
        return FALSE;
      between = *text++;
    }

  return *text == '\0' || *text == ' ' || *text == 'T';
}

typedef struct
{
  gsize       n;
  const char *first; /* borrowed from the panel */
} Dated;

/* The customers whose text looks like a date in some snapshot. */
static Dated
find_dated (BwPanel *panel,
            guint    column)
{
  g_autofree guint8 *seen = g_new0 (guint8, MAX (bw_panel_get_n_customers (panel), 1));
  Dated dated = { 0, NULL };

  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      BwColumn *values = bw_snapshot_get_column (snapshot, column);
      const guint32 *customers = bw_snapshot_get_customers (snapshot);

      for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
        {
          const char *text = bw_column_is_missing (values, row) ? NULL : bw_column_get_text (values, row);

          if (text == NULL || seen[customers[row]] || !bw_outcome_looks_dated (text))
            continue;
          seen[customers[row]] = TRUE;
          dated.first = dated.n++ == 0 ? text : dated.first;
        }
    }

  return dated;
}

static void
check_texts (BwOutcome *self,
             guint      column)
{
  const BwPanelColumn *source = bw_panel_get_column (self->panel, column);
  g_autofree char *count = NULL;
  Dated dated;

  if (!bw_column_type_is_coded (source->type) ||
      (column != self->column && !bw_words_mean_outcome (source->name)))
    return;

  dated = find_dated (self->panel, column);
  if (dated.n == 0)
    return;
  count = bw_format_number (dated.n, 0);

  if (column == self->column)
    bw_remarks_add (self->remarks, "dated-values", BW_REMARK_WARNING,
                    /* TRANSLATORS: a column, a number of customers, and a date as an example */
                    g_strdup_printf (ngettext ("“%s” has a date for %s customer, “%s”. Here it is read as one value of "
                                               "a status among others, not as a day: it means gone only where it is "
                                               "said to.",
                                               "“%s” has dates for %s customers, such as “%s”. Here they are read as "
                                               "values of a status, not as days: they mean gone only where they are "
                                               "said to.", dated.n), source->name, count, dated.first));
  else
    bw_remarks_add (self->remarks, "unread-dates", BW_REMARK_WARNING,
                    /* TRANSLATORS: a column, a number of customers, and a date as an example */
                    g_strdup_printf (ngettext ("“%s” seems to say when customers left, but what it has for %s "
                                               "customer, “%s”, cannot be read as a day. So it dates nobody: correct "
                                               "the export, and import it again.",
                                               "“%s” seems to say when customers left, but what it has for %s "
                                               "customers, such as “%s”, cannot be read as days. So it dates nobody: "
                                               "correct the export, and import it again.", dated.n),
                                     source->name, count, dated.first));
}

/**
 * bw_outcome_check_dates:
 * @sought: whether something was to date the outcome
 *
 * Remarks on texts that look like dates: in the column that tells, and, where nothing dates the outcome, in
 * those that by their name would.
 */
void
bw_outcome_check_dates (BwOutcome *self,
                        gboolean   sought)
{
  for (guint i = 0; i < bw_panel_get_n_columns (self->panel); i++)
    {
      if (i == self->column || (sought && self->date_column == BW_NONE))
        check_texts (self, i);
    }
}
