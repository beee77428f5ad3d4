/* What stood when the model was opened is found by id, wherever segments and bands stand now. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/editing.h"
#include "workspace/opened.h"

#include <string.h>

static void
test_segments (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  const gsize opened[] = { bw_opened_get_summary (workspace, PRO)->n_customers,
                           bw_opened_get_summary (workspace, REST)->n_customers };
  const double means[] = { bw_opened_get_summary (workspace, PRO)->mean,
                           bw_opened_get_summary (workspace, REST)->mean };
  gsize bands[BW_NO_BAND + 1];
  BwSummary counted;
  BwModel *before = bw_workspace_get_model (workspace);
  const BwSegment value = { NULL, "New", bw_model_get_segment (before, PRO)->where, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = bw_model_adding_segment (before, 0, &value, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (opened[PRO], ==, 3);
  memcpy (bands, bw_opened_get_summary (workspace, PRO)->band_counts, sizeof bands);
  bw_workspace_edit (workspace, model, "Add Segment");

  /* Three segments now, the new one first, which takes nobody away from what was opened. */
  g_assert_null (bw_opened_get_summary (workspace, 0));
  g_assert_true (bw_opened_count_bands (workspace, 0, &counted));
  g_assert_cmpuint (counted.n_customers, ==, 3);
  for (guint i = 0; i <= BW_NO_BAND; i++)
    g_assert_cmpuint (counted.band_counts[i], ==, bands[i]);
  for (guint i = 0; i < G_N_ELEMENTS (opened); i++)
    {
      g_assert_cmpuint (bw_opened_get_summary (workspace, i + 1)->n_customers, ==, opened[i]);
      g_assert_cmpfloat (bw_opened_get_summary (workspace, i + 1)->mean, ==, means[i]);
    }
  g_assert_cmpuint (bw_opened_get_summary (workspace, BW_ALL_SEGMENTS)->n_customers, ==, 6);
}

static void
test_bands (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  BwModel *opened = bw_workspace_get_model (workspace);
  const guint n = bw_model_get_n_bands (opened);
  BwBand bands[BW_MAX_BANDS + 1];
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (bw_opened_find_band (workspace, i), ==, i);
      bands[i < 1 ? i : i + 1] = *bw_model_get_band (opened, i);
    }
  bands[1] = (BwBand) { NULL, "New", "blue", bands[2].from / 2, NULL };
  model = bw_model_with_bands (opened, bands, n + 1, &error);
  g_assert_no_error (error);
  bw_workspace_edit (workspace, model, "Add Band");

  g_assert_cmpuint (bw_opened_find_band (workspace, 0), ==, 0);
  g_assert_cmpuint (bw_opened_find_band (workspace, 1), ==, BW_NONE);
  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (bw_opened_find_band (workspace, i + 1), ==, i);
  g_assert_cmpuint (bw_opened_find_band (workspace, BW_NO_BAND), ==, BW_NO_BAND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opened/segments", test_segments);
  g_test_add_func ("/opened/bands", test_bands);

  return g_test_run ();
}
