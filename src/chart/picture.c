/* A page round a chart: title, subtitle and footer, sized for a slide. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All is measured in points of a slide, 720 or more wide and 540 high or more, whatever its pixels
 * are: type is 14 points at least. A long title is set smaller first, then on two lines, and cut
 * only after that. */

#include "chart/picture-private.h"
#include "chart/judged-words.h"
#include "chart/sketch.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SLIDE_WIDTH  720.0
#define SLIDE_HEIGHT 540.0
#define MARGIN       38.0
#define TOP          30.0
#define FOOT         22.0
#define SMALLEST     14.0 /* of all type */
#define SHEET_TYPE   12.0 /* the smallest type of a sheet at scale 1 */

static const double title_sizes[] = { 28, 25, 22, 20 };

static const BwPictureSize sizes[] = {
  { "slide", N_("Slide, 1920 × 1080"), 1920, 1080 },
  { "slide-large", N_("Large slide, 3840 × 2160"), 3840, 2160 },
  { "document", N_("Document, 1200 × 900"), 1200, 900 },
};

const BwPictureSize *
bw_picture_sizes (gsize *n_sizes)
{
  *n_sizes = G_N_ELEMENTS (sizes);

  return sizes;
}

/**
 * bw_picture_get_scale:
 *
 * Returns: pixels in a point of the slide
 */
double
bw_picture_get_scale (const BwPicture *picture)
{
  return MIN (picture->width / SLIDE_WIDTH, picture->height / SLIDE_HEIGHT);
}

/* Metrics that count for the customers shown. */
static guint
count_metrics (const BwView *view)
{
  const BwModel *model = bw_results_get_model (view->results);
  guint n = 0;

  for (guint metric = 0; metric < bw_model_get_n_metrics (model); metric++)
    {
      gboolean counts = FALSE;

      for (guint s = 0; s < bw_model_get_n_segments (model) && !counts; s++)
        counts = (view->segment == BW_ALL_SEGMENTS || view->segment == s) &&
                 bw_model_get_segment (model, s)->shares[metric] > 0;
      n += counts;
    }

  return n;
}

/* "crm-accounts-2026-11.csv and 5 more" */
static char *
say_sources (BwPanel *panel)
{
  const char *const *sources = bw_panel_get_sources (panel);
  const guint n = sources != NULL ? g_strv_length ((char **) sources) : 0;

  if (n == 0)
    return NULL;
  if (n == 1)
    /* TRANSLATORS: the file that the data came from */
    return g_strdup_printf (_("source:\302\240%s"), sources[0]);

  /* TRANSLATORS: the file that the data came from, and how many other files */
  return g_strdup_printf (ngettext ("source:\302\240%s and %u more",
                                    "source:\302\240%s and %u more", n - 1),
                          sources[0], n - 1);
}

/* What the numbers rest on; where @judged, those of the test by the outcome. */
static char *
say_footer (const BwView *view,
            gboolean      judged)
{
  BwPanel *panel = bw_words_get_panel (view);
  BwPrepared *prepared = bw_results_get_prepared (view->results);
  const double date = bw_snapshot_get_date (bw_panel_get_snapshot (panel,
                                                                   bw_prepared_get_snapshot (prepared)));
  const guint n_metrics = count_metrics (view);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *sources = say_sources (panel);

  /* TRANSLATORS: %s is the model's name */
  g_ptr_array_add (parts, g_strdup_printf (_("Model “%s”"),
                                           bw_model_get_name (bw_results_get_model (view->results))));
  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u metric", "%u metrics", n_metrics),
                                           n_metrics));
  if (isfinite (date))
    {
      g_autofree char *day = bw_format_date (date, BW_DATE_FULL);

      /* TRANSLATORS: %s is the date of the data */
      g_ptr_array_add (parts, g_strdup_printf (_("data %s"), day));
    }
  if (judged)
    {
      g_ptr_array_add (parts, bw_judged_words_counts (view));
      g_ptr_array_add (parts, bw_judged_words_test (view));
    }
  else
    g_ptr_array_add (parts, bw_words_customers (bw_words_get_summary (view)->n_customers));
  if (sources != NULL)
    g_ptr_array_add (parts, sources);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * bw_picture_default_footer:
 *
 * Returns: (transfer full): what the numbers rest on: model, metrics, date, customers and files
 */
char *
bw_picture_default_footer (const BwView *view)
{
  return say_footer (view, FALSE);
}

/**
 * bw_picture_footer_of:
 *
 * Returns: (transfer full): what the numbers of @chart rest on; of one that shows how well the score
 *   told who left, with the customers judged, those who left, and the kind of test
 */
char *
bw_picture_footer_of (const BwChart *chart,
                      const BwView  *view)
{
  return say_footer (view, chart->needs_outcome && bw_judged_words_find (view) != NULL);
}

/* A text that the picture says, or what the chart says where it leaves it open. */
static char *
choose_text (const char   *own,
             const BwView *view,
             char       *(*proposed)(const BwView *view))
{
  if (own != NULL)
    return g_strdup (own);

  return proposed != NULL ? proposed (view) : g_strdup ("");
}

/* Lines of a text, one below the other from @y. Returns where they end. */
static double
write_lines (BwSketch *sketch,
             char    **lines,
             double    size,
             gboolean  bold,
             BwInk     ink,
             double    x,
             double    y,
             double    width)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      bw_sketch_words (sketch, &(BwWords) {
      .text = lines[i], .x = x, .y = y, .ink = ink, .size = size, .bold = bold, .width = width,
    });
      y += bw_ruler_height (sketch->ruler, size);
    }

  return y;
}

static gboolean
fit_in (BwSketch *sketch,
        char    **lines,
        double    size,
        gboolean  bold,
        double    width)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (bw_ruler_width (sketch->ruler, lines[i], size, bold) > width)
        return FALSE;
    }

  return TRUE;
}

/* @text on at most @most lines that are about as long as each other. */
static char **
wrap_evenly (BwSketch   *sketch,
             const char *text,
             double      size,
             double      width,
             guint       most)
{
  for (guint tenths = 5; tenths < 10 && most > 1; tenths++)
    {
      g_auto(GStrv) lines = bw_sketch_wrap (sketch, text, size, TRUE, width * tenths / 10, most);

      if (fit_in (sketch, lines, size, TRUE, width * tenths / 10))
        return g_steal_pointer (&lines);
    }

  return bw_sketch_wrap (sketch, text, size, TRUE, width, most);
}

/* The title in the largest size that takes one line, or two where none does. */
static double
write_title (BwSketch   *sketch,
             const char *title,
             double      scale,
             double      x,
             double      y,
             double      width)
{
  for (guint most = 1; most <= 2; most++)
    {
      /* One line is worth little: a title that wants much smaller type is better on two. */
      const gsize n_sizes = most == 1 ? 2 : G_N_ELEMENTS (title_sizes);

      for (gsize i = 0; i < n_sizes; i++)
        {
          const double size = title_sizes[i] * scale;
          g_auto(GStrv) lines = wrap_evenly (sketch, title, size, width, most);

          if (fit_in (sketch, lines, size, TRUE, width) ||
              (most == 2 && i + 1 == n_sizes))
            return write_lines (sketch, lines, size, TRUE, BW_INK_TEXT, x, y, width);
        }
    }

  return y;
}

/* Writes title and subtitle. Returns where they end. */
static double
write_head (BwSketch        *sketch,
            const BwPicture *picture,
            const BwView    *view,
            double           scale,
            GString         *said)
{
  const double x = MARGIN * scale;
  const double width = picture->width - 2 * x;
  double y = TOP * scale;
  g_autofree char *title = choose_text (picture->title, view, picture->chart->finding);
  g_autofree char *subtitle = choose_text (picture->subtitle, view, picture->chart->subtitle);

  if (*title != '\0')
    {
      y = write_title (sketch, title, scale, x, y, width);
      g_string_append_printf (said, "%s. ", title);
    }
  if (*subtitle != '\0')
    {
      const double size = (SMALLEST + 1) * scale;
      g_auto(GStrv) lines = bw_sketch_wrap (sketch, subtitle, size, FALSE, width, 2);

      y = write_lines (sketch, lines, size, FALSE, BW_INK_DIM, x, y + 4 * scale, width);
    }

  return y > TOP * scale ? y + 20 * scale : y;
}

/* Writes the footer on the lowest line or two. Returns where it begins. */
static double
write_foot (BwSketch        *sketch,
            const BwPicture *picture,
            const BwView    *view,
            double           scale)
{
  const double x = MARGIN * scale;
  const double width = picture->width - 2 * x;
  const double size = SMALLEST * scale;
  const double bottom = picture->height - FOOT * scale;
  g_autofree char *footer = picture->footer != NULL ? g_strdup (picture->footer)
                                                    : bw_picture_footer_of (picture->chart, view);
  g_auto(GStrv) lines = bw_sketch_wrap (sketch, footer, size, FALSE, width, 2);
  const double y = bottom - bw_ruler_height (sketch->ruler, size) * g_strv_length (lines);

  if (*footer == '\0')
    return bottom;

  write_lines (sketch, lines, size, FALSE, BW_INK_DIM, x, y, width);

  return y - 10 * scale;
}

static void
add_ground (BwScene         *scene,
            const BwPicture *picture)
{
  const BwMark ground = {
    .kind = BW_MARK_BOX, .ink = BW_INK_PAPER, .width = picture->width, .height = picture->height,
    .row = BW_NO_ROW,
  };

  if (!picture->transparent)
    bw_scene_add (scene, &ground);
}

/**
 * bw_picture_layout:
 *
 * Returns: (transfer full): the whole page in pixels, its description that of the chart after the
 *   title
 */
BwScene *
bw_picture_layout (const BwPicture *picture,
                   const BwView    *view)
{
  BwView shown = *view;
  const double scale = bw_picture_get_scale (picture);
  const double x = MARGIN * scale;
  const BwSheet page = { .width = picture->width, .height = picture->height, .scale = scale };
  BwSheet sheet = { .scale = scale * SMALLEST / SHEET_TYPE, .page = TRUE };
  BwScene *scene = bw_scene_new (picture->width, picture->height);
  g_autoptr(BwScene) chart = NULL;
  g_autoptr(GString) said = g_string_new (NULL);
  g_auto(BwSketch) sketch = { 0, };
  double top, bottom;

  if (picture->chart->all_segments)
    shown.segment = BW_ALL_SEGMENTS;

  bw_sketch_begin (&sketch, scene, &page);
  add_ground (scene, picture);
  top = write_head (&sketch, picture, &shown, scale, said);
  bottom = write_foot (&sketch, picture, &shown, scale);

  sheet.width = MAX (1, picture->width - 2 * x);
  sheet.height = MAX (1, bottom - top);
  chart = bw_scene_new (sheet.width, sheet.height);
  picture->chart->layout (chart, &shown, &sheet);
  bw_scene_add_scene (scene, chart, x, top);

  g_string_append (said, bw_scene_get_description (chart));
  bw_scene_set_description (scene, said->str);

  return scene;
}
