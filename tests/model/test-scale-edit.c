/* Shaping scales: handles, points that come and go, other kinds, presets by name and range. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/editing.h"
#include "model/scale-edit.h"

#include <math.h>

static const BwPoint three[] = { { 0, 0 }, { 10, 60 }, { 20, 100 } };
static const BwCategoryScore plans[] = { { "Basic", 20 }, { "Pro", 60 } };

static const BwScale linear = { .type = BW_SCALE_LINEAR, .from = 0, .to = 45, .other = NAN };
static const BwScale curve = {
  .type = BW_SCALE_CURVE, .points = three, .n_points = 3, .other = NAN
};
static const BwScale steps = {
  .type = BW_SCALE_STEPS, .points = three, .n_points = 3, .other = NAN
};
static const BwScale categories = {
  .type = BW_SCALE_CATEGORIES, .categories = plans, .n_categories = 2, .other = 50
};
static const BwScale percentile = { .type = BW_SCALE_PERCENTILE, .other = NAN };

/* A scale is right where a model takes it, and the model is its file. */
static void
assert_right (const BwScale *scale)
{
  const BwMetric metric = {
    .name = "M", .derivation = { BW_DERIVE_COLUMN, "m" }, .scale = *scale
  };
  g_autoptr(BwModel) model = fixture_model ("", NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) with = bw_model_adding_metric (model, 0, &metric, &error);
  g_autofree char *text = NULL;
  g_autoptr(BwModel) again = NULL;

  g_assert_no_error (error);
  g_assert_true (bw_scale_equal (&bw_model_get_metric (with, 0)->scale, scale));
  text = bw_model_to_json (with);
  again = bw_model_from_json (text, -1, "again.json", &error);
  g_assert_no_error (error);
  g_assert_true (bw_scale_equal (&bw_model_get_metric (again, 0)->scale, scale));
}

static double
score_of (const BwScale *scale,
          double         raw)
{
  double score;

  bw_scale_apply (scale, &raw, 1, &score);

  return score;
}

/* Where a handle goes that is asked to go somewhere. */
typedef struct
{
  const char    *name;
  const BwScale *scale;
  guint          handle;
  double         raw, score;
  double         found_raw, found_score;
} Move;

static const Move moves[] = {
  { "from", &linear, 0, 7, 55, 7, 0 },
  { "from-past-to", &linear, 0, 50, 0, 45, 0 },
  { "to-on-from", &linear, 1, 0, 0, 0, 100 },
  { "to-past-from", &linear, 1, -3, 0, 0, 100 },
  { "to-nowhere", &linear, 1, NAN, 0, 45, 100 },
  { "to-too-far", &linear, 1, INFINITY, 0, 45, 100 },
  { "point", &curve, 1, 12.5, 70, 12.5, 70 },
  { "point-above", &curve, 1, 12.5, 170, 12.5, 100 },
  { "point-below", &curve, 1, 12.5, -1, 12.5, 0 },
  { "point-nowhere", &curve, 1, NAN, NAN, 10, 60 },
  { "point-past-left", &curve, 1, -5, 60, 0.05, 60 },
  { "point-on-right", &curve, 1, 20, 60, 19.95, 60 },
  { "point-near-right", &curve, 1, 19.999, 60, 19.999, 60 },
  { "first-point", &curve, 0, -1000, 5, -1000, 5 },
  { "last-point", &curve, 2, 1e6, 95, 1e6, 95 },
  { "step", &steps, 1, 3, 40, 3, 40 },
  { "category", &categories, 1, 5, 61.5, NAN, 61.5 },
  { "other", &categories, 2, 5, 10, NAN, 10 },
};

static void
test_move (gconstpointer data)
{
  const Move *row = data;
  g_autoptr(BwScale) moved = bw_scale_with_handle (row->scale, row->handle, row->raw, row->score);
  g_autoptr(GArray) before = bw_scale_get_handles (row->scale);
  g_autoptr(GArray) handles = bw_scale_get_handles (moved);
  const BwHandle *handle = &g_array_index (handles, BwHandle, row->handle);

  g_assert_cmpuint (handles->len, ==, before->len);
  g_assert_cmpfloat_with_epsilon (handle->score, row->found_score, 1e-12);
  if (isnan (row->found_raw))
    g_assert_true (isnan (handle->raw));
  else
    g_assert_cmpfloat_with_epsilon (handle->raw, row->found_raw, 1e-12);
  assert_right (moved);
}

static void
test_handles (void)
{
  g_autoptr(GArray) of_linear = bw_scale_get_handles (&linear);
  g_autoptr(GArray) of_curve = bw_scale_get_handles (&curve);
  g_autoptr(GArray) of_categories = bw_scale_get_handles (&categories);
  g_autoptr(GArray) of_percentile = bw_scale_get_handles (&percentile);

  g_assert_cmpuint (of_linear->len, ==, 2);
  g_assert_true (g_array_index (of_linear, BwHandle, 0).moves_raw);
  g_assert_false (g_array_index (of_linear, BwHandle, 0).moves_score);
  g_assert_cmpuint (of_curve->len, ==, 3);
  g_assert_true (g_array_index (of_curve, BwHandle, 2).moves_score);
  g_assert_cmpuint (of_categories->len, ==, 3);
  g_assert_cmpstr (g_array_index (of_categories, BwHandle, 0).text, ==, "Basic");
  g_assert_cmpstr (g_array_index (of_categories, BwHandle, 2).text, ==, "");
  g_assert_false (g_array_index (of_categories, BwHandle, 2).moves_raw);
  g_assert_cmpuint (of_percentile->len, ==, 0);
}

static void
test_points (void)
{
  g_autoptr(BwScale) added = bw_scale_with_point (&curve, 5);
  g_autoptr(BwScale) same = bw_scale_with_point (&curve, 10);
  g_autoptr(BwScale) behind = bw_scale_with_point (&curve, 99);
  g_autoptr(BwScale) of_steps = bw_scale_with_point (&steps, 15);
  g_autoptr(BwScale) of_linear = bw_scale_with_point (&linear, 15);
  g_autoptr(BwScale) without = bw_scale_without_handle (&curve, 1);
  g_autoptr(BwScale) two = bw_scale_without_handle (without, 0);
  BwScale *full = bw_scale_copy (&curve);

  g_assert_cmpuint (added->n_points, ==, 4);
  g_assert_cmpfloat (added->points[1].raw, ==, 5);
  g_assert_cmpfloat (added->points[1].score, ==, 30);
  g_assert_cmpuint (same->n_points, ==, 3);
  g_assert_cmpfloat (behind->points[3].score, ==, 100);
  g_assert_cmpfloat (of_steps->points[2].score, ==, 60);
  g_assert_true (bw_scale_equal (of_linear, &linear));
  g_assert_cmpuint (without->n_points, ==, 2);
  g_assert_true (bw_scale_equal (without, two));

  for (guint i = 0; i < 20; i++)
    {
      BwScale *next = bw_scale_with_point (full, i + 0.5);

      bw_scale_free (full);
      full = next;
    }
  g_assert_cmpuint (full->n_points, ==, BW_MAX_SHAPED_POINTS);
  assert_right (full);
  bw_scale_free (full);
}

static void
test_categories (void)
{
  g_autoptr(BwScale) more = bw_scale_with_category (&categories, "Enterprise", 130);
  g_autoptr(BwScale) changed = bw_scale_with_category (more, "Pro", 61);
  g_autoptr(BwScale) without = bw_scale_without_handle (changed, 0);
  g_autoptr(BwScale) unlisted = bw_scale_without_handle (without, 2);
  g_autoptr(BwScale) missing = bw_scale_with_other (changed, NAN);
  g_autoptr(BwScale) one = bw_scale_without_handle (unlisted, 0);
  g_autoptr(BwScale) still_one = bw_scale_without_handle (one, 0);

  g_assert_cmpuint (more->n_categories, ==, 3);
  g_assert_cmpfloat (more->categories[2].score, ==, 100);
  g_assert_cmpfloat (changed->categories[1].score, ==, 61);
  g_assert_cmpstr (without->categories[0].text, ==, "Pro");
  g_assert_true (isnan (unlisted->other));
  g_assert_true (isnan (missing->other));
  g_assert_cmpuint (one->n_categories, ==, 1);
  g_assert_cmpuint (still_one->n_categories, ==, 1);
  assert_right (changed);
  assert_right (missing);
}

/* From every kind to every other, over data of every sort: right, and near where it can be. */
static const double few[] = { 1, 2, 2, 3, 3, 3, 4, 5, NAN };
static const double same_value[] = { 7, 7, 7 };
static const double huge[] = { -1e308, 0, 1e308 };
static const double missing[] = { NAN, NAN };

static void
assert_all_kinds (const double *raw,
                  gsize         n)
{
  static const BwScale *const scales[] = { NULL, &linear, &curve, &steps, &categories, &percentile };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      for (guint type = 0; type < BW_N_SCALES; type++)
        {
          g_autoptr(BwScale) scale = bw_scale_to_type (scales[i], type, raw, n);

          g_assert_cmpint (scale->type, ==, type);
          assert_right (scale);
        }
    }
}

static void
test_all_kinds (void)
{
  g_autofree double *many = g_new (double, 30000);

  for (guint i = 0; i < 30000; i++)
    many[i] = i % 50 == 0 ? NAN : pow (i % 997, 1.5) - 300;
  assert_all_kinds (few, G_N_ELEMENTS (few));
  assert_all_kinds (same_value, G_N_ELEMENTS (same_value));
  assert_all_kinds (huge, G_N_ELEMENTS (huge));
  assert_all_kinds (missing, G_N_ELEMENTS (missing));
  assert_all_kinds (many, 30000);
  assert_all_kinds (NULL, 0);
}

static void
test_nearness (void)
{
  double raw[101];
  g_autoptr(BwScale) as_curve = NULL;
  g_autoptr(BwScale) as_steps = NULL;
  g_autoptr(BwScale) few_steps = bw_scale_to_type (&linear, BW_SCALE_STEPS, few, 9);
  g_autoptr(BwScale) few_values = bw_scale_to_type (&linear, BW_SCALE_CATEGORIES, few, 9);
  g_autoptr(BwScale) back = NULL;
  g_autoptr(BwScale) from_data = NULL;

  for (guint i = 0; i <= 100; i++)
    raw[i] = i * 0.45;
  as_curve = bw_scale_to_type (&linear, BW_SCALE_CURVE, raw, 101);
  back = bw_scale_to_type (as_curve, BW_SCALE_LINEAR, raw, 101);
  as_steps = bw_scale_to_type (&linear, BW_SCALE_STEPS, raw, 101);
  from_data = bw_scale_to_type (NULL, BW_SCALE_LINEAR, raw, 101);

  /* A line is a curve of two points, and comes back as itself. */
  g_assert_true (bw_scale_equal (back, &linear));
  for (guint i = 0; i <= 100; i++)
    {
      g_assert_cmpfloat_with_epsilon (score_of (as_curve, raw[i]), score_of (&linear, raw[i]), 1e-9);
      g_assert_cmpfloat_with_epsilon (score_of (as_steps, raw[i]), score_of (&linear, raw[i]), 11);
    }
  g_assert_cmpuint (as_steps->n_points, ==, 5);

  /* The 5th and the 95th percentile of 0 to 45, rounded. */
  g_assert_cmpfloat (from_data->from, ==, 0);
  g_assert_cmpfloat (from_data->to, ==, 45);

  /* Few values keep their scores, to a tenth of a point. */
  for (guint i = 0; i < 8; i++)
    {
      g_assert_cmpfloat_with_epsilon (score_of (few_steps, few[i]), few[i] / 45 * 100, 0.05 + 1e-9);
      g_assert_cmpfloat_with_epsilon (score_of (few_values, few[i]), few[i] / 45 * 100, 0.05 + 1e-9);
    }
  g_assert_cmpuint (few_values->n_categories, ==, 5);
}

/* Goalposts on one value: below it nothing, at it and above it all. */
static void
test_gate (void)
{
  const BwScale gate = { .type = BW_SCALE_LINEAR, .from = 3, .to = 3, .other = NAN };

  g_assert_cmpfloat (score_of (&gate, 2.999), ==, 0);
  g_assert_cmpfloat (score_of (&gate, 3), ==, 100);
  g_assert_cmpfloat (score_of (&gate, 4), ==, 100);
  g_assert_true (isnan (score_of (&gate, NAN)));
  assert_right (&gate);
}

/* Which preset goes with a name and values from @least to @most. */
typedef struct
{
  const char *name;
  double      least, middle, most;
  const char *preset;
} PresetCase;

static const PresetCase preset_cases[] = {
  { "NPS", -40, 10, 60, "nps" }, { "nps_score", 0, 7, 10, "nps-answer" },
  { "Net Promoter Score", -100, 0, 100, "nps" }, { "CSAT", 1, 4, 5, "csat-5" },
  { "CSAT", 0, 7.5, 10, "out-of-10" }, { "Kundenzufriedenheit", 1, 3, 5, "csat-5" },
  { "Customer effort score", 1, 6, 7, "ces-7" }, { "Star rating", 1, 3.5, 5, "stars" },
  { "CSM pulse", 1, 3, 5, "pulse" }, { "Seat utilization", 0, 0.4, 1, "seats" },
  { "Licence usage", 0, 40, 110, "seats-percent" }, { "Uptime", 0.97, 0.99, 1, "uptime" },
  { "SLA", 97, 99.5, 100, "uptime-percent" }, { "Last login", 0, 5, 200, "last-login" },
  { "Days since last login", 0, 5, 200, "last-login" }, { "Last QBR", 0, 50, 200, "last-contact" },
  { "Letzte Anmeldung", 0, 5, 200, "last-login" }, { "Dernière connexion", 0, 5, 99, "last-login" },
  { "Support tickets", 0, 2, 14, "tickets" }, { "Support tickets", 0, 2.5, 14, NULL },
  { "Escalations", 0, 1, 3, "escalations" }, { "Days overdue", 0, 3, 90, "days-late" },
  { "Overdue invoices", 0, 0, 3, "invoices" }, { "Usage change", -60, 3, 80, "change" },
  { "Usage change", -0.6, 0, 0.8, "change-share" }, { "Open rate", 0, 0.3, 0.9, "share" },
  { "Open rate", 0, 30, 90, "percent" }, { "NPS", 0, 200, 900, NULL }, { "Colour", 1, 3, 5, NULL },
  { "Logins", 0, 20, 300, NULL },
};

static void
test_presets (void)
{
  gsize n_presets;
  const BwScalePreset *presets = bw_scale_presets (&n_presets);

  for (gsize i = 0; i < n_presets; i++)
    {
      assert_right (&presets[i].scale);
      for (gsize j = 0; j < i; j++)
        g_assert_cmpstr (presets[i].id, !=, presets[j].id);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (preset_cases); i++)
    {
      const PresetCase *row = &preset_cases[i];
      const double raw[] = { row->middle, NAN, row->least, row->most };
      const BwScalePreset *preset = bw_scale_preset_for (row->name, raw, G_N_ELEMENTS (raw));

      if (g_strcmp0 (preset != NULL ? preset->id : NULL, row->preset) != 0)
        g_error ("“%s” from %g to %g goes with %s, not with %s", row->name, row->least, row->most,
                 preset != NULL ? preset->id : "none", row->preset);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strconcat ("/scale-edit/move/", moves[i].name, NULL);

      g_test_add_data_func (path, &moves[i], test_move);
    }
  g_test_add_func ("/scale-edit/handles", test_handles);
  g_test_add_func ("/scale-edit/points", test_points);
  g_test_add_func ("/scale-edit/categories", test_categories);
  g_test_add_func ("/scale-edit/all-kinds", test_all_kinds);
  g_test_add_func ("/scale-edit/nearness", test_nearness);
  g_test_add_func ("/scale-edit/gate", test_gate);
  g_test_add_func ("/scale-edit/presets", test_presets);

  return g_test_run ();
}
