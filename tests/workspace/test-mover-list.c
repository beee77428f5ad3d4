/* The list of movers: orders, filter, slots that stay; and very many customers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under the other model 5 Cobalt ($300, 70 → 30) and 0 Zoë Ltd ($100, 90 → 10) come from Healthy to
 * At risk; see test-comparing.c. */

#include "fixture.h"

#include "model/editing.h"
#include "workspace/mover-list.h"

#define AT_RISK 0
#define WATCH   1
#define HEALTHY 2

static void
assert_rows (BwMoverList *list,
             const char  *rows)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_string_append_printf (text, i > 0 ? " %u" : "%u", bw_mover_list_get (list, i)->row);
  g_assert_cmpstr (text->str, ==, rows);
}

static const struct
{
  BwMoverOrder order;
  gboolean     descending;
  const char  *rows;
} orders[] = {
  { BW_MOVERS_BY_MONEY, TRUE, "5 0" },
  { BW_MOVERS_BY_MONEY, FALSE, "0 5" },
  { BW_MOVERS_BY_FROM, FALSE, "5 0" },
  { BW_MOVERS_BY_TO, FALSE, "0 5" },
  { BW_MOVERS_BY_DIFFERENCE, FALSE, "0 5" },
  { BW_MOVERS_BY_RENEWAL, FALSE, "5 0" },
  { BW_MOVERS_BY_RENEWAL, TRUE, "0 5" },
  { BW_MOVERS_BY_FROM_BAND, FALSE, "5 0" }, /* alike: as they come, by money */
};

static void
test_list (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwModel) other = fixture_model ("Other", "\"calls\": 100");
  g_autoptr(BwComparing) comparing = bw_comparing_new (workspace);
  g_autoptr(BwMoverList) list = bw_mover_list_new (comparing);
  g_autoptr(GObject) slot = NULL;
  g_autoptr(GObject) again = NULL;
  g_autoptr(GArray) copy = NULL;

  bw_comparing_set_active (comparing, TRUE);
  assert_rows (list, "");
  bw_workspace_edit (workspace, other, "Edit");
  assert_rows (list, "5 0");
  slot = g_list_model_get_item (G_LIST_MODEL (list), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      bw_mover_list_set_order (list, orders[i].order, orders[i].descending);
      assert_rows (list, orders[i].rows);
    }
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (slot == again);

  bw_mover_list_set_cell (list, WATCH, AT_RISK);
  assert_rows (list, "");
  bw_mover_list_set_cell (list, HEALTHY, AT_RISK);
  assert_rows (list, "5 0");
  bw_mover_list_show_all (list);
  copy = bw_mover_list_dup_movers (list);
  g_assert_cmpuint (copy->len, ==, 2);
  g_assert_cmpuint (bw_mover_list_get_customer (list, 0), ==, 5);
  g_assert_cmpuint (bw_mover_list_get_customer (list, 2), ==, BW_NONE);
  g_assert_cmpfloat (bw_mover_list_get_renewal (list, 0), ==, 20050);

  bw_workspace_undo (workspace);
  assert_rows (list, "");
}

static BwModel *
model_with_bands (BwWorkspace  *workspace,
                  const BwBand *bands,
                  guint         n_bands)
{
  g_autoptr(GError) error = NULL;
  BwModel *model = bw_model_with_bands (bw_workspace_get_model (workspace), bands, n_bands, &error);

  g_assert_no_error (error);

  return model;
}

/* Who is shown alone stays so where a band comes below theirs, and all are shown when theirs goes. */
static void
test_cell_follows_bands (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwModel) other = fixture_model ("Other", "\"calls\": 100");
  g_autoptr(BwComparing) comparing = bw_comparing_new (workspace);
  g_autoptr(BwMoverList) list = bw_mover_list_new (comparing);
  g_autoptr(BwModel) more = NULL;
  g_autoptr(BwModel) fewer = NULL;
  BwBand bands[4];
  guint from, to;

  bw_comparing_set_active (comparing, TRUE);
  bw_workspace_edit (workspace, other, "Edit");
  bw_mover_list_set_cell (list, HEALTHY, AT_RISK);
  for (guint i = 0; i < 3; i++)
    bands[i + 1] = *bw_model_get_band (bw_workspace_get_model (workspace), i);
  bands[0] = (BwBand) { "lost", "Lost", "grey", 0, NULL };
  bands[1].from = 5;

  more = model_with_bands (workspace, bands, 4);
  bw_workspace_edit (workspace, more, "Edit");
  g_assert_true (bw_mover_list_get_cell (list, &from, &to));
  g_assert_cmpuint (from, ==, HEALTHY);
  g_assert_cmpuint (to, ==, AT_RISK + 1);

  bands[2].from = 0;
  fewer = model_with_bands (workspace, bands + 2, 2);
  bw_workspace_edit (workspace, fewer, "Edit");
  g_assert_false (bw_mover_list_get_cell (list, &from, &to));
}

/* With very many customers a worker compares, and nothing waits for it during a drag. */
static void
test_crowd (void)
{
  g_autoptr(BwPanel) panel = fixture_crowd (30000);
  g_autoptr(BwModel) model = fixture_model ("Test", "\"usage\": 50, \"tickets\": 50");
  g_autoptr(BwWorkspace) workspace = bw_workspace_new ();
  g_autoptr(BwComparing) comparing = NULL;

  g_assert_true (bw_workspace_take_panel (workspace, panel, model, NULL));
  comparing = bw_comparing_new (workspace);
  bw_comparing_set_active (comparing, TRUE);
  g_assert_null (bw_comparing_get_comparison (comparing));
  while (bw_comparing_get_comparison (comparing) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (bw_comparing_get_movers (comparing)->len, ==, 0);

  bw_workspace_set_segment (workspace, REST);
  bw_workspace_drag_begin (workspace, USAGE);
  bw_workspace_drag_to (workspace, 0.9);
  g_assert_cmpuint (bw_comparing_get_movers (comparing)->len, ==, 0);
  bw_workspace_drag_end (workspace);
  while (bw_comparing_get_movers (comparing)->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (bw_comparing_get_comparison (comparing)->movement.n_movers, ==,
                    bw_comparing_get_movers (comparing)->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mover-list/orders", test_list);
  g_test_add_func ("/mover-list/cell-follows-bands", test_cell_follows_bands);
  g_test_add_func ("/mover-list/crowd", test_crowd);

  return g_test_run ();
}
