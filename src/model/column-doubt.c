/* Why a column would hardly make a metric: what a person is told before adding one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First counts what the column is for, then what its header says, then what is in it. */

#include "model/column-doubt.h"

#include "model/derivation.h"
#include "model/order.h"
#include "panel/vocabulary.h"
#include "stats/sort.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_TEXTS 24

static const char *const by_role[BW_N_ROLES] = {
  [BW_ROLE_KEY] = N_("tells customers apart"),
  [BW_ROLE_NAME] = N_("what the customer is called"),
  [BW_ROLE_SEGMENT] = N_("divides customers, and does not say how they fare"),
  [BW_ROLE_DATE] = N_("when the data is from"),
  [BW_ROLE_MONEY] = N_("how large the customer is, not how it fares"),
  [BW_ROLE_RENEWAL] = N_("when the contract renews, not how the customer fares"),
  [BW_ROLE_OUTCOME] = N_("what happened in the end: a score that knows it warns of nothing"),
  [BW_ROLE_CSM] = N_("who looks after the customer, not how it fares"),
  [BW_ROLE_IGNORE] = N_("set aside when the data was imported"),
};

static const struct
{
  BwMeaning   meaning;
  const char *doubt;
} by_header[] = {
  { BW_MEANING_OUTCOME, N_("what happened in the end: a score that knows it warns of nothing") },
  { BW_MEANING_OUTCOME_KIN, N_("what happened in the end: a score that knows it warns of nothing") },
  { BW_MEANING_CODE, N_("a code, which counts nothing") },
  { BW_MEANING_TRAIT, N_("describes the customer, and does not change with how it fares") },
};

static const char *
doubt_header (const char *name)
{
  g_autoptr(BwHeader) header = bw_header_new (name);

  for (gsize i = 0; i < G_N_ELEMENTS (by_header); i++)
    {
      if (bw_vocabulary_rank (header, by_header[i].meaning) != 0)
        return _(by_header[i].doubt);
    }

  return NULL;
}

/* How many different values the first @n of @sorted have, counted no further than @most. */
static guint
count_distinct (const double *sorted,
                gsize         n,
                guint         most)
{
  guint n_distinct = n > 0 ? 1 : 0;

  for (gsize i = 1; i < n && n_distinct < most; i++)
    n_distinct += sorted[i] != sorted[i - 1];

  return n_distinct;
}

static char *
doubt_texts (BwDictionary *dictionary,
             const double *sorted,
             gsize         n)
{
  const char *texts[MOST_TEXTS];
  BwCategoryScore scores[MOST_TEXTS];
  BwOrder order;
  guint n_texts = 0;

  if (count_distinct (sorted, n, MOST_TEXTS + 1) > MOST_TEXTS)
    return g_strdup (_("too many different texts to score each"));

  for (gsize i = 0; i < n; i++)
    {
      if (i == 0 || sorted[i] != sorted[i - 1])
        texts[n_texts++] = bw_dictionary_get (dictionary, (guint32) sorted[i]);
    }
  if (!bw_order_categories (texts, n_texts, scores, &order))
    return g_strdup (_("texts in no order from bad to good"));

  return NULL;
}

static char *
doubt_values (BwPanel *panel,
              guint    index)
{
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  BwSnapshot *snapshot = bw_panel_get_snapshot (panel, newest);
  const BwPanelColumn *about = bw_panel_get_column (panel, index);
  const BwDerivation plain = { .type = BW_DERIVE_COLUMN, .column = about->name };
  const gsize n_rows = bw_snapshot_get_n_rows (snapshot);
  g_autofree double *raw = g_new (double, MAX (n_rows, 1));
  g_autofree double *sorted = g_new (double, MAX (n_rows, 1));
  gsize n;

  bw_derivation_get_raw (&plain, panel, newest, raw);
  n = bw_sort (raw, n_rows, sorted);
  if (n == 0)
    return g_strdup (_("no customer has a value"));
  if (2 * n < n_rows)
    return g_strdup (_("fewer than half of the customers have a value"));
  if (count_distinct (sorted, n, 2) < 2)
    return g_strdup (_("the same for every customer"));
  if (bw_column_type_is_coded (about->type))
    return doubt_texts (bw_column_get_dictionary (bw_snapshot_get_column (snapshot, index)), sorted,
                        n);

  return NULL;
}

/**
 * bw_column_doubt_unseen:
 *
 * Returns: (nullable): why the column would hardly make a metric, whatever its values are
 */
const char *
bw_column_doubt_unseen (const BwPanelColumn *column)
{
  if (by_role[column->role] != NULL)
    return _(by_role[column->role]);

  return column->role == BW_ROLE_METRIC ? NULL : doubt_header (column->name);
}

/**
 * bw_column_doubt:
 * @column: of the panel, which has a snapshot
 *
 * Returns: (transfer full) (nullable): why the column would hardly make a metric, as the end of a
 *   sentence; %NULL where nothing speaks against it
 */
char *
bw_column_doubt (BwPanel *panel,
                 guint    column)
{
  const char *said = bw_column_doubt_unseen (bw_panel_get_column (panel, column));

  return said != NULL ? g_strdup (said) : doubt_values (panel, column);
}
