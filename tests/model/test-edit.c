/* Edits change what they say and nothing else, and share the rest. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>

static BwModel *
read_back (const BwModel *model)
{
  g_autofree char *text = bw_model_to_json (model);
  g_autoptr(GError) error = NULL;
  BwModel *again = bw_model_from_json (text, -1, "again.json", &error);

  g_assert_no_error (error);

  return again;
}

#define TWO_METRICS \
  "{\"id\": \"a\", \"column\": \"a\", \"scale\": {\"type\": \"percentile\"}}," \
  "{\"id\": \"b\", \"column\": \"b\", \"scale\": {\"type\": \"percentile\"}}"
#define TWO_SEGMENTS \
  "{\"id\": \"x\", \"where\": {\"all\": [{\"column\": \"a\", \"is\": 1}]}, " \
  "\"weights\": {\"a\": 1, \"b\": 3}}, {\"id\": \"rest\", \"weights\": {\"a\": 1}}"

static void
test_with_shares (void)
{
  g_autoptr(BwModel) model = fixture_model (TWO_METRICS, TWO_SEGMENTS, NULL);
  g_autoptr(BwModel) edited = bw_model_with_shares (model, 1, (const double[]) { 0.5, 1.5 });
  g_autoptr(BwModel) unused = bw_model_with_shares (edited, 1, (const double[]) { NAN, 2 });
  g_autoptr(BwModel) none = bw_model_with_shares (model, 0, (const double[]) { 0, -0.0 });
  g_autoptr(BwModel) back = NULL;
  g_autoptr(BwModel) again = NULL;

  g_assert_cmpfloat (bw_model_get_segment (edited, 1)->shares[0], ==, 0.25);
  g_assert_cmpfloat (bw_model_get_segment (edited, 1)->shares[1], ==, 0.75);
  g_assert_cmpfloat (bw_model_get_segment (unused, 1)->shares[1], ==, 1);
  g_assert_true (isnan (bw_model_get_segment (unused, 1)->shares[0]));
  g_assert_cmpfloat (bw_model_get_segment (none, 0)->shares[1], ==, 0);
  g_assert_false (signbit (bw_model_get_segment (none, 0)->shares[1]));

  /* The old one is as it was, and what did not change is one and the same. */
  g_assert_true (isnan (bw_model_get_segment (model, 1)->shares[1]));
  g_assert_true (bw_model_get_segment (model, 0)->shares ==
                 bw_model_get_segment (edited, 0)->shares);
  g_assert_true (bw_model_get_metric (model, 0) == bw_model_get_metric (edited, 0));
  g_assert_false (bw_model_equal (model, edited));
  back = bw_model_with_shares (edited, 1, (const double[]) { 1, NAN });
  again = read_back (edited);
  g_assert_true (bw_model_equal (model, back));
  g_assert_true (bw_model_equal (edited, again));
}

static void
test_with_name (void)
{
  g_autoptr(BwModel) model = fixture_model (TWO_METRICS, TWO_SEGMENTS, NULL);
  g_autoptr(BwModel) edited = bw_model_with_name (model, "Another");

  g_assert_cmpstr (bw_model_get_name (edited), ==, "Another");
  g_assert_cmpstr (bw_model_get_name (model), ==, "Test");
  g_assert_true (bw_model_get_metric (model, 0) == bw_model_get_metric (edited, 0));
}

typedef struct
{
  guint  band;
  double from;
  double expected;
} EdgeCase;

static void
test_with_band_edge (void)
{
  static const EdgeCase rows[] = {
    { 1, 45, 45 }, { 1, -3, 0.1 }, { 1, 99, 69.9 }, { 2, 10, 40.1 }, { 2, 300, 100 }, { 0, 12, 0 },
  };
  g_autoptr(BwModel) model = fixture_model (TWO_METRICS, TWO_SEGMENTS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(BwModel) edited = bw_model_with_band_edge (model, rows[i].band, rows[i].from);
      g_autoptr(BwModel) again = read_back (edited);

      g_assert_cmpfloat_with_epsilon (bw_model_get_band (edited, rows[i].band)->from,
                                      rows[i].expected, 1e-12);
      g_assert_true (bw_model_equal (edited, again));
    }
  g_assert_cmpfloat (bw_model_get_band (model, 1)->from, ==, 40);
}

/* A model outlives the one that it was made from, and the other way round. */
static void
test_lifetimes (void)
{
  BwModel *model = fixture_model (TWO_METRICS, TWO_SEGMENTS, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      const double shares[] = { i, 1000 - i };
      BwModel *edited = bw_model_with_shares (model, i % 2, shares);

      bw_model_unref (model);
      model = edited;
    }
  g_assert_cmpfloat (bw_model_get_segment (model, 1)->shares[0], ==, 0.999);
  g_assert_cmpfloat (bw_model_get_segment (model, 0)->shares[0], ==, 0.998);
  g_assert_cmpstr (bw_model_get_segment (model, 0)->id, ==, "x");
  bw_model_unref (model);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit/shares", test_with_shares);
  g_test_add_func ("/edit/name", test_with_name);
  g_test_add_func ("/edit/band-edge", test_with_band_edge);
  g_test_add_func ("/edit/lifetimes", test_lifetimes);

  return g_test_run ();
}
