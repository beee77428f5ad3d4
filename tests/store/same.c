/* Two panels are one and the same, column by column. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "same.h"

#include <math.h>

static void
check_column (BwPanel *a,
              BwPanel *b,
              guint    i)
{
  const BwPanelColumn *one = bw_panel_get_column (a, i);
  const BwPanelColumn *other = bw_panel_get_column (b, i);

  g_assert_cmpstr (one->name, ==, other->name);
  g_assert_cmpstr (one->source, ==, other->source);
  g_assert_cmpstr (one->currency, ==, other->currency);
  g_assert_cmpint (one->type, ==, other->type);
  g_assert_cmpint (one->role, ==, other->role);
}

static void
check_snapshot (BwPanel *a,
                BwPanel *b,
                guint    s)
{
  BwSnapshot *one = bw_panel_get_snapshot (a, s);
  BwSnapshot *other = bw_panel_get_snapshot (b, s);
  const gsize n = bw_snapshot_get_n_rows (one);

  g_assert_cmpuint (n, ==, bw_snapshot_get_n_rows (other));
  g_assert_true (bw_snapshot_get_date (one) == bw_snapshot_get_date (other) ||
                 (isnan (bw_snapshot_get_date (one)) && isnan (bw_snapshot_get_date (other))));
  g_assert_cmpmem (bw_snapshot_get_customers (one), n * sizeof (guint32),
                   bw_snapshot_get_customers (other), n * sizeof (guint32));
  for (guint i = 0; i < bw_panel_get_n_columns (a); i++)
    g_assert_true (bw_column_equal (bw_snapshot_get_column (one, i), bw_snapshot_get_column (other, i)));
}

/**
 * same_panel:
 *
 * Asserts that both have the same customers, columns and cells, to the bit.
 */
void
same_panel (BwPanel *a,
            BwPanel *b)
{
  g_assert_cmpuint (bw_panel_get_n_customers (a), ==, bw_panel_get_n_customers (b));
  g_assert_cmpuint (bw_panel_get_n_columns (a), ==, bw_panel_get_n_columns (b));
  g_assert_cmpuint (bw_panel_get_n_snapshots (a), ==, bw_panel_get_n_snapshots (b));
  g_assert_true (g_strv_equal (bw_panel_get_sources (a), bw_panel_get_sources (b)));
  for (guint i = 0; i < bw_panel_get_n_customers (a); i++)
    {
      g_assert_cmpstr (bw_panel_get_key (a, i), ==, bw_panel_get_key (b, i));
      g_assert_cmpstr (bw_panel_get_name (a, i), ==, bw_panel_get_name (b, i));
    }
  for (guint i = 0; i < bw_panel_get_n_columns (a); i++)
    check_column (a, b, i);
  for (guint s = 0; s < bw_panel_get_n_snapshots (a); s++)
    check_snapshot (a, b, s);
}
