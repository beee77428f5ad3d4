/* How many customers have which score, by band, with the baseline's outline behind. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words over the bands stand inside their bands, beside the numbers on the edges. Where a band
 * is too narrow for that they get a row of their own, kept apart, then shorter forms are tried; what
 * they say is also in the tips and in the description. */

#include "chart/charts.h"
#include "chart/histogram.h"
#include "chart/shown-words.h"
#include "chart/spread.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Forms of a band's words, longest first. */
typedef enum
{
  FORM_SHARE, /* At risk · 46 · 11 % */
  FORM_COUNT, /* At risk · 46 */
  FORM_CUT,   /* At ri… · 46 */
  FORM_BARE,  /* 46 */
} Form;

#define GAP 10.0       /* between words that stand beside each other, before the scale */
#define LEAST_LETTERS 5 /* of a name that is cut, with the ellipsis */

typedef struct
{
  char    *texts[BW_MAX_BANDS];
  double   starts[BW_MAX_BANDS];
  double   widths[BW_MAX_BANDS];
  guint    n;
  gboolean placed;
  gboolean inside; /* whether each stands in its band, clear of the edges */
} Labels;

static void
labels_clear (Labels *labels)
{
  for (guint i = 0; i < labels->n; i++)
    g_clear_pointer (&labels->texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Labels, labels_clear)

static char *
badge_text (const BwHistogram *h,
            guint              band)
{
  return bw_format_number_plain (bw_model_get_band (h->model, band)->from);
}

static double
badge_width (const BwHistogram *h,
             guint              band)
{
  g_autofree char *text = badge_text (h, band);

  return bw_ruler_width (h->sketch->ruler, text, h->sketch->size, TRUE) + 12 * h->sketch->scale;
}

static double
badge_height (const BwHistogram *h)
{
  return h->sketch->line + 6 * h->sketch->scale;
}

/* As much of a band's name as fits beside @count where all bands have the same room; NULL where that
 * is next to nothing. */
static char *
cut_name (const BwHistogram *h,
          guint              band,
          const char        *count)
{
  const char *name = bw_words_band (h->model, band);
  const guint n = bw_model_get_n_bands (h->model);
  const double room = (h->sketch->sheet->width - n * GAP * h->sketch->scale) / n;
  g_autofree char *tail = g_strconcat (" · ", count, NULL);
  const double rest = room - bw_ruler_width (h->sketch->ruler, tail, h->sketch->label, TRUE);
  g_autofree char *cut = bw_sketch_fit (h->sketch, name, h->sketch->label, TRUE, rest);

  return g_str_equal (cut, name) || g_utf8_strlen (cut, -1) >= LEAST_LETTERS
         ? g_steal_pointer (&cut) : NULL;
}

static char *
label_text (const BwHistogram *h,
            guint              band,
            Form               form)
{
  g_autofree char *count = bw_format_number (h->now->band_counts[band], 0);
  g_autofree char *share = NULL, *cut = NULL;

  if (form == FORM_CUT)
    cut = cut_name (h, band, count);
  if (cut != NULL)
    return g_strjoin (" · ", cut, count, NULL);
  if (form == FORM_BARE || form == FORM_CUT)
    return g_steal_pointer (&count);
  if (form == FORM_COUNT)
    return g_strjoin (" · ", bw_words_band (h->model, band), count, NULL);

  share = bw_words_percent (h->now, band);

  return g_strjoin (" · ", bw_words_band (h->model, band), count, share, NULL);
}

/* Writes the words in @form and says where each wants to stand: the middle of its band. */
static void
labels_fill (Labels            *labels,
             const BwHistogram *h,
             Form               form)
{
  labels_clear (labels);
  labels->n = bw_model_get_n_bands (h->model);

  for (guint band = 0; band < labels->n; band++)
    {
      const double from = bw_histogram_x (h, bw_model_get_band (h->model, band)->from);
      const double to = bw_histogram_x (h, bw_words_band_end (h->model, band));

      labels->texts[band] = label_text (h, band, form);
      labels->widths[band] = bw_ruler_width (h->sketch->ruler, labels->texts[band],
                                             h->sketch->label, TRUE);
      labels->starts[band] = (from + to - labels->widths[band]) / 2;
    }
}

/* Whether all words stand in their own bands, clear of the numbers on the edges. */
static gboolean
labels_stand_inside (const Labels      *labels,
                     const BwHistogram *h)
{
  const double air = 6 * h->sketch->scale;

  for (guint band = 0; band < labels->n; band++)
    {
      const double from = bw_histogram_x (h, bw_model_get_band (h->model, band)->from);
      const double to = bw_histogram_x (h, bw_words_band_end (h->model, band));
      const gboolean badges = !h->sketch->sheet->page;
      const double before = band > 0 && badges ? badge_width (h, band) / 2 : 0;
      const double after = band + 1 < labels->n && badges ? badge_width (h, band + 1) / 2 : 0;

      if (labels->starts[band] < from + before + air ||
          labels->starts[band] + labels->widths[band] > to - after - air)
        return FALSE;
    }

  return TRUE;
}

static void
labels_place (Labels            *labels,
              const BwHistogram *h)
{
  static const struct
  {
    Form     form;
    gboolean inside;
  } ways[] = {
    { FORM_SHARE, TRUE }, { FORM_COUNT, TRUE }, { FORM_SHARE, FALSE }, { FORM_COUNT, FALSE },
    { FORM_CUT, FALSE }, { FORM_BARE, TRUE }, { FORM_BARE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways) && !labels->placed; i++)
    {
      if (ways[i].form == FORM_SHARE && !h->sketch->sheet->page)
        continue;

      labels_fill (labels, h, ways[i].form);
      labels->inside = ways[i].inside;
      labels->placed = labels->inside ? labels_stand_inside (labels, h) :
                       bw_spread (labels->starts, labels->widths, labels->n,
                                  GAP * h->sketch->scale, 0, h->sketch->sheet->width);
    }
}

/* "Watch, from 40 to 70: 110 customers. Write this month" */
static char *
say_band (const BwHistogram *h,
          guint              band)
{
  const BwBand *value = bw_model_get_band (h->model, band);
  g_autofree char *from = bw_format_number_plain (value->from);
  g_autofree char *to = bw_format_number_plain (bw_words_band_end (h->model, band));
  g_autofree char *customers = bw_words_customers (h->now->band_counts[band]);
  /* TRANSLATORS: a band's name, its least score, where it ends, and "110 customers" */
  g_autofree char *text = g_strdup_printf (_("%s, from %s to %s: %s"), value->name, from, to,
                                           customers);

  return value->action == NULL || *value->action == '\0' ? g_steal_pointer (&text)
         : g_strdup_printf ("%s. %s", text, value->action);
}

/* On screen the words over a band can be pressed, and say what the band is. */
static void
add_touch (const Labels      *labels,
           const BwHistogram *h,
           guint              band,
           double             y)
{
  g_autofree char *handle = g_strdup_printf ("label-%u", band);
  g_autofree char *tip = say_band (h, band);
  const BwMark touch = {
    .kind = BW_MARK_TOUCH,
    .x = labels->starts[band],
    .y = y,
    .width = labels->widths[band],
    .height = h->sketch->label_line,
    .row = BW_NO_ROW,
    .tip = tip,
    .handle = handle,
  };

  bw_scene_add (h->sketch->scene, &touch);
}

static void
labels_draw (const Labels      *labels,
             const BwHistogram *h,
             double             y)
{
  for (guint band = 0; band < labels->n && labels->placed; band++)
    {
      bw_sketch_words (h->sketch, &(BwWords) {
      .text = labels->texts[band],
      .x = labels->starts[band],
      .y = y,
      .ink = bw_ink_text (bw_words_band_ink (h->model, band)),
      .size = h->sketch->label,
      .bold = TRUE,
    });
      if (!h->sketch->sheet->page)
        add_touch (labels, h, band, y);
    }
}

/* A dashed line where a band begins; on screen it can be dragged. */
static void
draw_edge (const BwHistogram *h,
           guint              band,
           double             top)
{
  const double x = bw_histogram_x (h, bw_model_get_band (h->model, band)->from);
  const double points[] = { x, top, x, h->bottom };
  g_autofree char *handle = g_strdup_printf ("band-%u", band);
  const BwMark mark = {
    .kind = BW_MARK_LINE,
    .ink = BW_INK_LINE,
    .width = 1.25 * h->sketch->scale,
    .dash = TRUE,
    .points = points,
    .n_points = 2,
    .row = BW_NO_ROW,
    .handle = h->sketch->sheet->page ? NULL : handle,
  };

  bw_scene_add (h->sketch->scene, &mark);
}

/* The numbers on the edges, on screen alone. */
static void
draw_badges (const BwHistogram *h,
             double             y)
{
  const guint n = bw_model_get_n_bands (h->model) - 1;
  double starts[BW_MAX_BANDS];
  double widths[BW_MAX_BANDS];

  for (guint i = 0; i < n; i++)
    {
      widths[i] = badge_width (h, i + 1);
      starts[i] = bw_histogram_x (h, bw_model_get_band (h->model, i + 1)->from) - widths[i] / 2;
    }
  if (!bw_spread (starts, widths, n, h->sketch->scale, 0, h->sketch->sheet->width))
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = badge_text (h, i + 1);
      g_autofree char *handle = g_strdup_printf ("band-%u", i + 1);
      g_autofree char *tip = g_strdup_printf (_("%s begins at %s"),
                                              bw_words_band (h->model, i + 1), text);
      const BwMark box = {
        .kind = BW_MARK_BOX, .ink = BW_INK_BADGE, .x = starts[i], .y = y,
        .width = widths[i], .height = badge_height (h), .radius = badge_height (h) / 2.4,
        .row = BW_NO_ROW, .tip = tip, .handle = handle,
      };

      bw_scene_add (h->sketch->scene, &box);
      bw_sketch_words (h->sketch, &(BwWords) {
      .text = text,
      .x = starts[i] + widths[i] / 2,
      .y = y + (badge_height (h) - h->sketch->line) / 2,
      .align = BW_ALIGN_MIDDLE,
      .ink = BW_INK_BADGE_TEXT,
      .bold = TRUE,
    });
    }
}

static char *
describe (const BwHistogram *h)
{
  g_autofree char *measured = bw_words_measured (h->view);
  g_autofree char *mean = bw_shown_words_of_mean (h->view->shown_as, h->now->mean, 1);
  GString *text = g_string_new (measured);

  g_string_append (text, ": ");
  for (guint band = 0; band < bw_model_get_n_bands (h->model); band++)
    {
      g_autofree char *count = bw_format_number (h->now->band_counts[band], 0);
      g_autofree char *share = bw_words_percent (h->now, band);

      /* TRANSLATORS: a band's name, the number of customers in it, and their share in percent */
      g_string_append_printf (text, _("%s %s (%s), "), bw_words_band (h->model, band), count, share);
    }
  /* TRANSLATORS: the end of a sentence that lists bands */
  g_string_append_printf (text, _("mean score %s."), mean);

  return g_string_free (text, FALSE);
}

static void
layout_distribution (BwScene       *scene,
                     const BwView  *view,
                     const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  g_auto(Labels) labels = { 0, };
  g_autofree char *nobody = bw_words_nobody (view);
  g_autofree char *description = NULL;
  BwHistogram h;
  double badges = 0, row;

  bw_sketch_begin (&sketch, scene, sheet);
  if (nobody != NULL)
    {
      bw_sketch_say (&sketch, nobody);
      return;
    }

  bw_histogram_begin (&h, &sketch, view);
  if (!sketch.bare)
    labels_place (&labels, &h);

  row = sheet->page ? sketch.label_line : MAX (sketch.label_line, badge_height (&h));
  if (labels.placed && !labels.inside)
    {
      badges = sketch.label_line + 3 * sketch.scale;
      row = badges + (sheet->page ? 0 : badge_height (&h));
    }
  bw_histogram_draw (&h, sketch.bare ? 0 : row + 8 * sketch.scale);

  for (guint band = 1; band < bw_model_get_n_bands (h.model); band++)
    draw_edge (&h, band, sketch.bare ? h.top : sheet->page ? badges : row);
  if (!sketch.bare)
    {
      labels_draw (&labels, &h, labels.inside && !sheet->page ?
                   (row - sketch.label_line) / 2 : 0);
      if (!sheet->page)
        draw_badges (&h, badges);
    }

  description = describe (&h);
  bw_scene_set_description (scene, description);
}

static char *
subtitle (const BwView *view)
{
  g_autofree char *measured = bw_words_measured (view);
  guint segment;

  if (view->baseline_name == NULL || !bw_words_find_baseline (view, &segment))
    return g_steal_pointer (&measured);

  /* TRANSLATORS: what is measured, and what the outline stands for, such as version 14 */
  return g_strdup_printf (_("%s · grey outline: %s"), measured, view->baseline_name);
}

const BwChart bw_chart_distribution = {
  .id = "distribution",
  .title = N_("Distribution"),
  .layout = layout_distribution,
  .finding = bw_words_finding,
  .subtitle = subtitle,
};
