/* Days that are marked on a time line: when which version of the model began to hold. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mark is a thin line from its name down through the chart. Marks whose names would have no room
 * beside each other fall into one, which says how many they are. Days outside of the time line stand
 * at its end: the newest version is often younger than the newest data. */

#include "chart/date-marks.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROOM      64.0  /* for the shortest name, before the scale */
#define WIDEST    150.0 /* a name may be, before the scale */
#define MOST_SAID 4     /* of the versions that fall into one mark */

/* Marks that fall into one: @first to @last of the view. */
typedef struct
{
  guint  first, last;
  double x;
} Group;

BwDateMark *
bw_date_mark_new (double      date,
                  const char *name)
{
  BwDateMark *self = g_new0 (BwDateMark, 1);

  self->date = date;
  self->name = g_strdup (name);

  return self;
}

void
bw_date_mark_free (BwDateMark *self)
{
  g_free ((char *) self->name);
  g_free (self);
}

/**
 * bw_date_marks_any:
 *
 * Returns: whether there is something to mark on the time line of @view's panel
 */
gboolean
bw_date_marks_any (const BwView *view)
{
  BwPanel *panel = bw_prepared_get_panel (bw_results_get_prepared (view->results));
  const guint n = bw_panel_get_n_snapshots (panel);

  return view->marks != NULL && view->marks->len > 0 && n > 1 &&
         isfinite (bw_snapshot_get_date (bw_panel_get_snapshot (panel, 0))) &&
         isfinite (bw_snapshot_get_date (bw_panel_get_snapshot (panel, n - 1)));
}

/**
 * bw_date_marks_say_then:
 *
 * Returns: (transfer full) (nullable): under which models the scores of @view are, as the end of a
 *   sentence; %NULL where it goes without saying
 */
char *
bw_date_marks_say_then (const BwView *view)
{
  BwPanel *panel = bw_prepared_get_panel (bw_results_get_prepared (view->results));
  g_autofree char *day = NULL;

  if (!view->then)
    return bw_date_marks_any (view) ? g_strdup (_("all under today’s model")) : NULL;

  if (view->then_first == NULL ||
      !(bw_snapshot_get_date (bw_panel_get_snapshot (panel, 0)) < view->then_first->date))
    return g_strdup (_("each as scored then"));

  day = bw_format_date (view->then_first->date, BW_DATE_FULL);
  /* TRANSLATORS: a date, and the name of a version of the model */
  return g_strdup_printf (_("each as scored then; before %s under “%s”"), day,
                          view->then_first->name);
}

static const BwDateMark *
get_mark (const BwView *view,
          guint         i)
{
  return g_ptr_array_index (view->marks, i);
}

/* Where @date stands: between the snapshots around it as far as its days say, at an end beyond it. */
static double
place_date (const BwTimeline *time,
            double            date)
{
  guint after = 0;

  while (after < time->n && !(time->dates[after] >= date))
    after++;
  if (after == 0)
    return time->xs[0];
  if (after == time->n)
    return time->xs[time->n - 1];

  return time->xs[after - 1] + (time->xs[after] - time->xs[after - 1]) *
         (date - time->dates[after - 1]) / (time->dates[after] - time->dates[after - 1]);
}

/* Puts marks together from left to right until each group has room for a name. */
static GArray *
make_groups (const BwTimeline *time,
             const BwView     *view)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));
  const double room = ROOM * time->sketch->scale;

  for (guint i = 0; i < view->marks->len; i++)
    {
      const double x = place_date (time, get_mark (view, i)->date);
      Group *last = groups->len > 0 ? &g_array_index (groups, Group, groups->len - 1) : NULL;
      const Group own = { i, i, x };

      if (last != NULL && x - last->x < room)
        last->last = i;
      else
        g_array_append_val (groups, own);
    }

  return groups;
}

/* "Version 3", or "4 versions". */
static char *
name_group (const BwView *view,
            const Group  *group)
{
  const guint n = group->last - group->first + 1;

  if (n == 1)
    return g_strdup (get_mark (view, group->first)->name);

  return g_strdup_printf (ngettext ("%u version", "%u versions", n), n);
}

static char *
name_with_date (const BwView *view,
                guint         i)
{
  g_autofree char *day = bw_format_date (get_mark (view, i)->date, BW_DATE_FULL);

  /* TRANSLATORS: a version of the model, and the date on which it was saved */
  return g_strdup_printf (_("“%s” (%s)"), get_mark (view, i)->name, day);
}

/* "Version “Spring” (3 Mar 2026)", or "12 versions: “Spring” (3 Mar 2026), … and 8 more". */
static char *
tip_of (const BwView *view,
        const Group  *group)
{
  const guint n = group->last - group->first + 1;
  g_autofree char *first = name_with_date (view, group->first);
  g_autofree char *names = name_group (view, group);
  GString *text;

  if (n == 1)
    /* TRANSLATORS: %s is a name with a date: “Spring” (3 Mar 2026) */
    return g_strdup_printf (_("Version %s"), first);

  text = g_string_new (names);
  for (guint i = 0; i < MIN (n, MOST_SAID); i++)
    {
      g_autofree char *name = name_with_date (view, group->first + i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : ": ", name);
    }
  if (n > MOST_SAID)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n - MOST_SAID),
                              n - MOST_SAID);
    }

  return g_string_free (text, FALSE);
}

static void
draw_line (BwSketch *sketch,
           double    x,
           double    top,
           double    bottom)
{
  const double scale = sketch->scale;
  const BwMark head = {
    .kind = BW_MARK_DOT, .ink = BW_INK_TEXT, .x = x, .y = top, .radius = 3 * scale,
    .row = BW_NO_ROW,
  };

  bw_sketch_rule (sketch, BW_INK_PAPER, 2.5, x, top, x, bottom);
  bw_sketch_rule (sketch, BW_INK_TEXT, 0.75, x, top, x, bottom);
  bw_scene_add (sketch->scene, &head);
}

/* The name stands over its line, as far as the marks beside it and the ends of the time line let it. */
static void
draw_name (const BwTimeline *time,
           const char       *name,
           double            x,
           double            least,
           double            most,
           double            y)
{
  BwSketch *sketch = time->sketch;
  const double widest = MIN (WIDEST * sketch->scale, most - least);
  g_autofree char *fit = bw_sketch_fit (sketch, name, sketch->size, FALSE, widest);
  const double width = bw_ruler_width (sketch->ruler, fit, sketch->size, FALSE);

  bw_sketch_words (sketch, &(BwWords) {
    .text = fit,
    .x = MAX (least, MIN (x - width / 2, most - width)),
    .y = y,
    .ink = BW_INK_TEXT,
  });
}

static void
draw_group (const BwTimeline *time,
            const BwView     *view,
            const GArray     *groups,
            guint             i,
            double            y,
            double            bottom)
{
  BwSketch *sketch = time->sketch;
  const double gap = 3 * sketch->scale;
  const double overhang = ROOM * sketch->scale / 2;
  const Group *group = &g_array_index (groups, Group, i);
  const double top = y + sketch->line + 3 * sketch->scale;
  const double least = i > 0 ? (group->x + group[-1].x) / 2 + gap
                             : MAX (0, time->xs[0] - overhang);
  const double most = i + 1 < groups->len ? (group->x + group[1].x) / 2 - gap
                                          : MIN (sketch->sheet->width,
                                                 time->xs[time->n - 1] + overhang);
  g_autofree char *name = name_group (view, group);

  draw_line (sketch, group->x, top, bottom);
  draw_name (time, name, group->x, least, most, y);
}

/**
 * bw_date_marks_draw:
 * @time: placed
 * @y: top of the names, one line high
 * @bottom: where the lines end
 *
 * Marks the versions of @view, in front of what is drawn already.
 */
void
bw_date_marks_draw (const BwTimeline *time,
                    const BwView     *view,
                    double            y,
                    double            bottom)
{
  g_autoptr(GArray) groups = NULL;

  if (!bw_date_marks_any (view) || time->sketch->bare)
    return;

  groups = make_groups (time, view);
  for (guint i = 0; i < groups->len; i++)
    draw_group (time, view, groups, i, y, bottom);
}

/**
 * bw_date_marks_touch:
 *
 * Makes the marks that bw_date_marks_draw() drew point at their versions, in front of the snapshots.
 */
void
bw_date_marks_touch (const BwTimeline *time,
                     const BwView     *view,
                     double            y,
                     double            bottom)
{
  const double reach = 6 * time->sketch->scale;
  g_autoptr(GArray) groups = NULL;

  if (!bw_date_marks_any (view) || time->sketch->bare)
    return;

  groups = make_groups (time, view);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      g_autofree char *tip = tip_of (view, group);
      const BwMark touch = {
        .kind = BW_MARK_TOUCH,
        .ink = BW_INK_TEXT,
        .x = MAX (0, group->x - reach),
        .y = y,
        .width = 2 * reach,
        .height = bottom - y,
        .row = BW_NO_ROW,
        .tip = tip,
      };

      bw_scene_add (time->sketch->scene, &touch);
    }
}
