/* Six customers whose charts are worked out by hand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "six.h"

#include <math.h>

#define N 6

static const double days[N] = { 0, 5, 10, 15, 20, NAN };
static const char *const plans[N] = { "A", "A", "B", "B", "B", NULL };
static const char *const sizes[N] = { "big", "big", "big", "big", "small", "small" };

static const BwPanelColumn about[] = {
  { .name = "days", .source = "s", .type = BW_COLUMN_NUMBER, .role = BW_ROLE_METRIC },
  { .name = "plan", .source = "s", .type = BW_COLUMN_CATEGORY, .role = BW_ROLE_METRIC },
  { .name = "size", .source = "s", .type = BW_COLUMN_CATEGORY, .role = BW_ROLE_SEGMENT },
};

static BwColumn *
make_texts (const char        *name,
            BwColumnType       type,
            const char *const *texts)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  guint32 *codes = g_new (guint32, N);

  for (guint i = 0; i < N; i++)
    codes[i] = texts[i] != NULL ? bw_dictionary_builder_add (builder, texts[i], -1) : BW_NO_CODE;
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (name, type, codes, N, dictionary);
}

static BwPanel *
make_panel (void)
{
  static const char *const keys[N] = { "a", "b", "c", "d", "e", "f" };
  static const char *const sources[] = { "s", NULL };
  g_autoptr(BwColumn) key = make_texts ("id", BW_COLUMN_KEY, keys);
  g_autoptr(BwColumn) number = bw_column_new_numbers ("days", BW_COLUMN_NUMBER,
                                                      g_memdup2 (days, sizeof days), N);
  g_autoptr(BwColumn) plan = make_texts ("plan", BW_COLUMN_CATEGORY, plans);
  g_autoptr(BwColumn) size = make_texts ("size", BW_COLUMN_CATEGORY, sizes);
  BwColumn *const columns[] = { number, plan, size };
  g_autoptr(BwTable) table = bw_table_new (columns, G_N_ELEMENTS (columns), N);
  guint32 *customers = g_new (guint32, N);
  g_autoptr(BwSnapshot) snapshot = NULL;

  for (guint i = 0; i < N; i++)
    customers[i] = i;
  snapshot = bw_snapshot_new (20787, table, customers);

  return bw_panel_new (key, NULL, about, G_N_ELEMENTS (about), &snapshot, 1, sources);
}

/* @scale: that of the metric Days; the other is Plan, A 20 and B 80; they weigh 3 to 1. */
BwModel *
six_model (const char *scale,
           gboolean    hurts)
{
  g_autofree char *json = g_strdup_printf (
    "{\"format\": \"bellwether-model\", \"version\": 1, \"name\": \"M\","
    " \"groups\": [{\"id\": \"g\", \"name\": \"G\"}],"
    " \"metrics\": [{\"id\": \"days\", \"name\": \"Days\", \"group\": \"g\", \"column\": \"days\","
    "   \"direction\": \"%s\", \"scale\": %s},"
    "  {\"id\": \"plan\", \"name\": \"Plan\", \"group\": \"g\", \"column\": \"plan\","
    "   \"scale\": {\"type\": \"categories\", \"values\": {\"A\": 20, \"B\": 80, \"C\": 100}}}],"
    " \"segments\": [{\"id\": \"big\", \"name\": \"Big\","
    "   \"where\": {\"all\": [{\"column\": \"size\", \"is\": \"big\"}]},"
    "   \"weights\": {\"days\": 3, \"plan\": 1}},"
    "  {\"id\": \"rest\", \"name\": \"Everyone else\", \"weights\": {\"days\": 3, \"plan\": 1}}]}",
    hurts ? "hurts" : "helps", scale);
  g_autoptr(GError) error = NULL;
  BwModel *model = bw_model_from_json (json, -1, "m.json", &error);

  g_assert_no_error (error);

  return model;
}

void
six_begin (Six        *self,
           const char *scale,
           gboolean    hurts)
{
  g_autoptr(BwModel) model = six_model (scale, hurts);
  g_autoptr(BwPrepared) prepared = NULL;

  self->panel = make_panel ();
  prepared = bw_prepared_new (model, self->panel, 0, NULL, NULL);
  self->results = bw_results_new (prepared, model);
  self->view = (BwView) {
    .results = self->results, .segment = BW_ALL_SEGMENTS, .customer = BW_NONE, .metric = 0,
  };
}

void
six_end (Six *self)
{
  g_clear_pointer (&self->results, bw_results_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
}

BwScene *
six_lay_out (Six           *self,
             const char    *chart,
             const BwSheet *sheet)
{
  BwScene *scene = bw_scene_new (sheet->width, sheet->height);

  bw_chart_find (chart)->layout (scene, &self->view, sheet);

  return scene;
}

const BwMark *
six_find (const BwScene *scene,
          const char    *tip)
{
  gsize n;
  const BwMark *marks = bw_scene_get_marks (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (g_strcmp0 (marks[i].tip, tip) == 0)
        return &marks[i];
    }

  return NULL;
}

/* The mark that says @tip when it is pointed at. */
const BwMark *
six_mark (const BwScene *scene,
          const char    *tip)
{
  const BwMark *mark = six_find (scene, tip);

  if (mark == NULL)
    g_error ("nothing says “%s”", tip);

  return mark;
}

gboolean
six_says (const BwScene *scene,
          const char    *text)
{
  gsize n;
  const BwMark *marks = bw_scene_get_marks (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (marks[i].kind == BW_MARK_TEXT && g_strcmp0 (marks[i].text, text) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The bar that stands in the place of @touch. */
const BwMark *
six_bar (const BwScene *scene,
         const BwMark  *touch)
{
  gsize n;
  const BwMark *marks = bw_scene_get_marks (scene, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (marks[i].kind == BW_MARK_BOX && marks[i].row == touch->row && marks[i].x >= touch->x &&
          marks[i].x + marks[i].width <= touch->x + touch->width)
        return &marks[i];
    }
  g_error ("no bar stands there");
}

void
six_near (double a,
          double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}
