/* Whatever edits are asked for, what comes out is a model that its file gives again, or an error. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "any-model.h"

#include "model/editing.h"

#include <math.h>

static void
assert_reads_back (const BwModel *model)
{
  g_autofree char *text = bw_model_to_json (model);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) again = bw_model_from_json (text, -1, "again.json", &error);

  g_assert_no_error (error);
  g_assert_true (bw_model_equal (model, again));
}

static double
any_odd_number (GRand *rand)
{
  static const double odd[] = { 0, -0.0, 1, -1, 50, 100, 1e-300, 1e308, -1e308, NAN, INFINITY, 0.1 };

  return odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))];
}

static BwModel *
any_metric_edit (BwModel *model,
                 GRand   *rand,
                 GError **error)
{
  const guint n = bw_model_get_n_metrics (model);
  BwMetric metric = *bw_model_get_metric (model, g_rand_int_range (rand, 0, n));

  metric.missing = g_rand_int_range (rand, 0, 4);
  metric.missing_value = any_odd_number (rand);
  metric.tag = g_rand_int_range (rand, 0, 4);
  metric.derivation.type = g_rand_int_range (rand, 0, BW_N_DERIVATIONS);
  if (metric.scale.type == BW_SCALE_LINEAR)
    metric.scale.to = any_odd_number (rand);

  return g_rand_boolean (rand)
         ? bw_model_with_metric (model, g_rand_int_range (rand, 0, n), &metric, error)
         : bw_model_adding_metric (model, g_rand_int_range (rand, 0, n + 2), &metric, error);
}

static BwModel *
any_rule_edit (BwModel *model,
               GRand   *rand,
               GError **error)
{
  const guint n = bw_model_get_n_rules (model);
  const guint segment = g_rand_int_range (rand, 0, bw_model_get_n_segments (model));
  const BwRule rule = {
    g_rand_boolean (rand), any_odd_number (rand), bw_model_get_segment (model, segment)->where,
    g_rand_boolean (rand) ? NULL : "Because"
  };

  return n > 0 && g_rand_boolean (rand) ? bw_model_with_rule (model, n - 1, &rule, error)
         : bw_model_adding_rule (model, 0, &rule, error);
}

static BwModel *
any_segment_edit (BwModel *model,
                  GRand   *rand,
                  GError **error)
{
  const guint n_metrics = bw_model_get_n_metrics (model);
  const guint n = bw_model_get_n_segments (model);
  g_autofree double *shares = g_new (double, n_metrics + 1);
  BwSegment segment = *bw_model_get_segment (model, g_rand_int_range (rand, 0, n));

  for (guint i = 0; i < n_metrics; i++)
    shares[i] = g_rand_boolean (rand) ? g_rand_double (rand) : any_odd_number (rand);
  segment.shares = g_rand_boolean (rand) ? shares : NULL;
  segment.id = g_rand_boolean (rand) ? NULL : segment.id;

  return g_rand_boolean (rand)
         ? bw_model_with_segment (model, g_rand_int_range (rand, 0, n), &segment, error)
         : bw_model_adding_segment (model, g_rand_int_range (rand, 0, n), &segment, error);
}

static BwModel *
any_edit (BwModel *model,
          GRand   *rand,
          GError **error)
{
  const guint n_metrics = bw_model_get_n_metrics (model);
  const guint n_segments = bw_model_get_n_segments (model);
  const guint n_groups = bw_model_get_n_groups (model);

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      return any_rule_edit (model, rand, error);
    case 1:
      return any_segment_edit (model, rand, error);
    case 2:
      return n_metrics > 1
             ? bw_model_without_metric (model, g_rand_int_range (rand, 0, n_metrics), error)
             : bw_model_ref (model);
    case 3:
      return bw_model_moving_metric (model, g_rand_int_range (rand, 0, n_metrics),
                                     g_rand_int_range (rand, 0, n_metrics));
    case 4:
      return bw_model_moving_segment (model, g_rand_int_range (rand, 0, n_segments), 0);
    case 5:
      return bw_model_without_segment (model, g_rand_int_range (rand, 0, n_segments), error);
    case 6:
      return bw_model_moving_group (model, g_rand_int_range (rand, 0, n_groups), 0);
    case 7:
      return bw_model_adding_group (model, 0, "Größe", error);
    default:
      return any_metric_edit (model, rand, error);
    }
}

/* Whatever is asked, what comes out is a model that its file gives again, or an error. */
static void
test_any_edit (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  guint n_done = 0;

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr(BwModel) model = any_model (rand);

      for (guint step = 0; step < 25; step++)
        {
          g_autofree char *before = bw_model_to_json (model);
          g_autofree char *after = NULL;
          g_autoptr(GError) error = NULL;
          BwModel *edited = any_edit (model, rand, &error);

          after = bw_model_to_json (model);
          g_assert_cmpstr (before, ==, after);
          g_assert_true ((edited == NULL) == (error != NULL));
          if (edited == NULL)
            continue;

          assert_reads_back (edited);
          bw_model_unref (model);
          model = edited;
          n_done++;
        }
    }
  g_assert_cmpuint (n_done, >, 700);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/any-edit/reads-back", test_any_edit);

  return g_test_run ();
}
