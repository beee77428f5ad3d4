/* Two models beside each other: sides, files, what lies between, and ranks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under the other model, which counts calls alone for Pro, the scores are
 *   0 Zoë Ltd: 90 → 10     1 alder: 50 → 50     5 Cobalt: 70 → 30
 * and the others stay, so that 5 ($300) and 0 ($100) come from Healthy to At risk. */

#include "fixture.h"

#include "score/rank-moves.h"
#include "workspace/comparing.h"

#include <glib/gstdio.h>
#include <math.h>

#define AT_RISK 0
#define WATCH   1
#define HEALTHY 2

typedef struct
{
  BwWorkspace *workspace;
  BwComparing *comparing;
  BwModel     *other;
  char        *folder;
  guint        n_changed;
} Fixture;

static void
count (gpointer object,
       guint   *n)
{
  (*n)++;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->workspace = fixture_workspace (1);
  self->other = fixture_model ("Other", "\"calls\": 100");
  self->comparing = bw_comparing_new (self->workspace);
  self->folder = g_dir_make_tmp ("bellwether-XXXXXX", NULL);
  g_signal_connect (self->comparing, "changed", G_CALLBACK (count), &self->n_changed);
  bw_comparing_set_active (self->comparing, TRUE);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_object_unref (self->comparing);
  g_object_unref (self->workspace);
  bw_model_unref (self->other);
}

static void
assert_moves (Fixture *self)
{
  const BwComparison *comparison = bw_comparing_get_comparison (self->comparing);
  GArray *movers = bw_comparing_get_movers (self->comparing);

  g_assert_nonnull (comparison);
  g_assert_cmpuint (comparison->n_customers, ==, 6);
  g_assert_cmpuint (comparison->n_scored, ==, 5);
  g_assert_cmpuint (comparison->counts[HEALTHY][AT_RISK], ==, 2);
  g_assert_cmpuint (comparison->counts[WATCH][WATCH], ==, 2);
  g_assert_cmpuint (comparison->counts[BW_NO_BAND][BW_NO_BAND], ==, 1);
  g_assert_cmpfloat (comparison->money[HEALTHY][AT_RISK], ==, 400);
  g_assert_cmpuint (comparison->movement.n_movers, ==, 2);
  g_assert_cmpfloat_with_epsilon (comparison->mean_from, 55, 1e-9);
  g_assert_cmpfloat_with_epsilon (comparison->mean_to, 31, 1e-9);
  g_assert_cmpfloat_with_epsilon (comparison->spearman, -3.5 / 9.5, 1e-9);

  g_assert_cmpuint (movers->len, ==, 2);
  g_assert_cmpuint (g_array_index (movers, BwMover, 0).row, ==, 5);
  g_assert_cmpfloat (g_array_index (movers, BwMover, 0).to, ==, 30);
  g_assert_cmpuint (g_array_index (movers, BwMover, 1).row, ==, 0);
}

static void
test_draft (Fixture      *self,
            gconstpointer data)
{
  g_assert_cmpuint (bw_comparing_get_comparison (self->comparing)->movement.n_movers, ==, 0);
  g_assert_cmpuint (bw_comparing_get_movers (self->comparing)->len, ==, 0);

  bw_workspace_edit (self->workspace, self->other, "Edit");
  assert_moves (self);

  bw_comparing_swap (self->comparing);
  g_assert_cmpuint (bw_comparing_get_comparison (self->comparing)->counts[AT_RISK][HEALTHY], ==, 2);
  g_assert_cmpfloat (g_array_index (bw_comparing_get_movers (self->comparing), BwMover, 0).from,
                     ==, 30);
  g_assert_cmpuint (bw_comparing_get_choice (self->comparing, BW_SIDE_FROM), ==, BW_CHOICE_DRAFT);

  bw_comparing_set_choice (self->comparing, BW_SIDE_TO, BW_CHOICE_DRAFT);
  g_assert_cmpuint (bw_comparing_get_comparison (self->comparing)->movement.n_movers, ==, 0);
}

/* One that is not on screen does no work, and catches up. */
static void
test_active (Fixture      *self,
             gconstpointer data)
{
  bw_comparing_set_active (self->comparing, FALSE);
  self->n_changed = 0;
  bw_workspace_edit (self->workspace, self->other, "Edit");
  g_assert_cmpuint (self->n_changed, ==, 0);

  bw_comparing_set_active (self->comparing, TRUE);
  g_assert_cmpuint (self->n_changed, ==, 1);
  assert_moves (self);

  bw_workspace_undo (self->workspace);
  g_assert_cmpuint (bw_comparing_get_comparison (self->comparing)->movement.n_movers, ==, 0);
}

static void
test_drag (Fixture      *self,
           gconstpointer data)
{
  bw_workspace_set_segment (self->workspace, PRO);
  bw_workspace_drag_begin (self->workspace, USAGE);
  self->n_changed = 0;
  bw_workspace_drag_to (self->workspace, 1);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpuint (bw_comparing_get_comparison (self->comparing)->n_customers, ==, 3);
  bw_workspace_drag_cancel (self->workspace);
  g_assert_cmpuint (bw_comparing_get_comparison (self->comparing)->movement.n_movers, ==, 0);
}

static GFile *
write_model (Fixture    *self,
             const char *name,
             BwModel    *model,
             const char *search,
             const char *replacement)
{
  g_autofree char *json = bw_model_to_json (model);
  g_auto(GStrv) parts = g_strsplit (json, search, -1);
  g_autofree char *text = g_strjoinv (replacement, parts);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
open_file (Fixture *self,
           BwSide   side,
           GFile   *file,
           GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bw_comparing_open_async (self->comparing, side, file, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return bw_comparing_open_finish (self->comparing, result, error);
}

static void
test_file (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GFile) file = write_model (self, "other.json", self->other, "\"Other\"", "\"Other\"");
  g_autoptr(GError) error = NULL;

  g_assert_true (open_file (self, BW_SIDE_TO, file, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (bw_comparing_get_name (self->comparing, BW_SIDE_TO), ==, "other.json");
  g_assert_cmpuint (bw_comparing_get_n_choices (self->comparing), ==, 3);
  assert_moves (self);
  g_assert_false (bw_workspace_get_edited (self->workspace));
  g_assert_cmpstr (bw_workspace_get_title (self->workspace), ==, "Test");

  g_assert_true (open_file (self, BW_SIDE_FROM, file, &error)); /* once more: the same entry */
  g_assert_cmpuint (bw_comparing_get_n_choices (self->comparing), ==, 3);
  g_assert_cmpuint (bw_comparing_get_comparison (self->comparing)->movement.n_movers, ==, 0);
}

/* A model that is proposed stands beside the draft, alone of its kind, and knows other data too. */
static void
test_propose (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(BwModel) same = bw_model_ref (bw_workspace_get_model (self->workspace));

  bw_comparing_propose (self->comparing, "Suggested", self->other);
  while (bw_comparing_get_movers (self->comparing) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (bw_comparing_get_choice (self->comparing, BW_SIDE_FROM), ==, BW_CHOICE_DRAFT);
  g_assert_cmpstr (bw_comparing_get_name (self->comparing, BW_SIDE_TO), ==, "Suggested");
  assert_moves (self);
  g_assert_false (bw_workspace_get_edited (self->workspace));

  bw_comparing_propose (self->comparing, "Suggested", same);
  while (bw_comparing_get_movers (self->comparing) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (bw_comparing_get_n_choices (self->comparing), ==, 3);
  g_assert_cmpuint (bw_comparing_get_comparison (self->comparing)->movement.n_movers, ==, 0);
}

static void
test_misfit (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GFile) file = write_model (self, "misfit.json", self->other, "\"column\": \"Usage\"",
                                       "\"column\": \"Footfall\"");
  g_autoptr(GFile) nowhere = g_file_get_child (file, "nowhere.json");
  g_autoptr(GError) error = NULL;

  g_assert_false (open_file (self, BW_SIDE_TO, file, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "Footfall"));
  g_clear_error (&error);
  g_assert_false (open_file (self, BW_SIDE_TO, nowhere, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (bw_comparing_get_n_choices (self->comparing), ==, 2);
  g_assert_cmpuint (bw_comparing_get_choice (self->comparing, BW_SIDE_TO), ==, BW_CHOICE_DRAFT);
}

/* Other data: files that fit are scored again, those that do not are left out, and it is said. */
static void
test_new_data (Fixture      *self,
               gconstpointer data)
{
  g_autoptr(GFile) file = write_model (self, "other.json", self->other, "\"Other\"", "\"Other\"");
  g_autoptr(BwPanel) again = fixture_panel (1);
  g_autoptr(BwPanel) without = fixture_panel_without ("Usage");

  g_assert_true (open_file (self, BW_SIDE_TO, file, NULL));
  g_assert_true (bw_workspace_take_panel (self->workspace, again, NULL, NULL));
  g_assert_null (bw_comparing_get_results (self->comparing, BW_SIDE_TO));
  g_assert_null (bw_comparing_get_comparison (self->comparing));
  while (bw_comparing_get_comparison (self->comparing) == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_moves (self);

  g_assert_true (bw_workspace_take_panel (self->workspace, without, NULL, NULL));
  while (bw_comparing_get_n_choices (self->comparing) > 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (bw_comparing_get_notice (self->comparing), "other.json"));
  g_assert_cmpuint (bw_comparing_get_choice (self->comparing, BW_SIDE_TO), ==, BW_CHOICE_DRAFT);
  g_assert_nonnull (bw_comparing_get_comparison (self->comparing));
}

static void
test_segment (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(GFile) file = write_model (self, "vip.json", self->other, "\"pro\"", "\"vip\"");

  bw_workspace_edit (self->workspace, self->other, "Edit");
  bw_workspace_set_segment (self->workspace, REST);
  g_assert_cmpuint (bw_comparing_get_comparison (self->comparing)->n_customers, ==, 3);
  g_assert_cmpuint (bw_comparing_get_movers (self->comparing)->len, ==, 0);
  bw_workspace_set_segment (self->workspace, PRO);
  g_assert_cmpuint (bw_comparing_get_movers (self->comparing)->len, ==, 2);
  g_assert_true (bw_comparing_knows_segment (self->comparing));

  g_assert_true (open_file (self, BW_SIDE_TO, file, NULL));
  g_assert_false (bw_comparing_knows_segment (self->comparing));
  g_assert_cmpuint (bw_comparing_get_comparison (self->comparing)->n_customers, ==, 6);
}

static void
test_ranks (Fixture      *self,
            gconstpointer data)
{
  static const guint32 wanted[][3] = { { 0, 1, 5 }, { 1, 3, 1 }, { 2, 5, 4 }, { 3, 3, 1 }, { 5, 2, 3 } };
  g_autoptr(GArray) ranks = NULL;
  guint biggest[2];

  bw_workspace_edit (self->workspace, self->other, "Edit");
  ranks = bw_comparing_list_ranks (self->comparing);
  g_assert_cmpuint (ranks->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < ranks->len; i++)
    {
      const BwRankMove *move = &g_array_index (ranks, BwRankMove, i);

      for (guint k = 0; k < G_N_ELEMENTS (wanted); k++)
        {
          if (wanted[k][0] != move->row)
            continue;
          g_assert_cmpuint (move->from, ==, wanted[k][1]);
          g_assert_cmpuint (move->to, ==, wanted[k][2]);
        }
    }

  g_assert_cmpuint (bw_rank_moves_find_biggest (ranks, FALSE, 1, biggest), ==, 1);
  g_assert_cmpuint (g_array_index (ranks, BwRankMove, biggest[0]).row, ==, 0);
  g_assert_cmpuint (bw_rank_moves_find_biggest (ranks, TRUE, 2, biggest), ==, 2);
}

static void
test_firmness (Fixture      *self,
               gconstpointer data)
{
  BwFirmness *firmness;

  g_assert_null (bw_comparing_get_firmness (self->comparing));
  while ((firmness = bw_comparing_get_firmness (self->comparing)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (isnan (bw_firmness_get_kept (firmness, 4)));
  g_assert_cmpfloat (bw_firmness_get_kept (firmness, 0), ==, 1); /* 90 on both metrics */

  bw_workspace_edit (self->workspace, self->other, "Edit");
  g_assert_null (bw_comparing_get_firmness (self->comparing));
}

static void
pass (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* A handle that is touched right after a change, and not moved, does not keep it from coming. */
static void
test_firmness_after_touch (Fixture      *self,
                           gconstpointer data)
{
  gboolean passed = FALSE;

  bw_workspace_edit (self->workspace, self->other, "Edit");
  bw_comparing_set_choice (self->comparing, BW_SIDE_TO, BW_CHOICE_SAVED);
  bw_workspace_try_begin (self->workspace);
  g_timeout_add_once (600, pass, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (bw_comparing_get_firmness (self->comparing));

  bw_workspace_try_cancel (self->workspace);
  while (bw_comparing_get_firmness (self->comparing) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void        (*func) (Fixture      *self,
                         gconstpointer data);
  } tests[] = {
    { "/comparing/draft", test_draft },
    { "/comparing/active", test_active },
    { "/comparing/drag", test_drag },
    { "/comparing/file", test_file },
    { "/comparing/propose", test_propose },
    { "/comparing/misfit", test_misfit },
    { "/comparing/new-data", test_new_data },
    { "/comparing/segment", test_segment },
    { "/comparing/ranks", test_ranks },
    { "/comparing/firmness", test_firmness },
    { "/comparing/firmness-after-touch", test_firmness_after_touch },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
