/* A line a metric that the segment uses: its weight, as it is suggested, the range, and a tick. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over all customers a weight is the mean of its segments', each counted by its customers. */

#include "app/suggest-lines.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  GtkCheckButton *check;
  GtkLabel       *name;
  GtkLabel       *now;
  GtkLabel       *suggested;
  GtkLabel       *range;
} Line;

struct _BwSuggestLines
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GArray  *lines; /* Line, one a metric of the model */
  GtkLabel *range; /* over the ranges */
};

G_DEFINE_FINAL_TYPE (BwSuggestLines, bw_suggest_lines, ADW_TYPE_BIN)

/* A weight now and as it is suggested, of a segment or over the book. */
typedef struct
{
  gboolean used;
  double   now;
  double   to;
  double   low;
  double   high;
} Pair;

static Pair
find_pair (BwSuggestion *suggestion,
           BwModel      *draft,
           guint         segment,
           guint         metric)
{
  Pair pair = { FALSE, 0, 0, NAN, NAN };
  double n = 0;

  if (segment != BW_ALL_SEGMENTS)
    {
      const BwSuggestedWeight *weight = bw_suggestion_get_weight (suggestion, segment, metric);
      const double now = bw_model_get_segment (draft, segment)->shares[metric];

      return (Pair) { !isnan (weight->to), isnan (now) ? 0 : now, weight->to, weight->low, weight->high };
    }

  for (guint i = 0; i < bw_model_get_n_segments (draft); i++)
    {
      const BwSuggestedWeight *weight = bw_suggestion_get_weight (suggestion, i, metric);
      const double now = bw_model_get_segment (draft, i)->shares[metric];
      const double count = bw_suggestion_get_segment (suggestion, i)->n;

      n += count;
      pair.used |= !isnan (weight->to);
      pair.now += count * (isnan (now) ? 0 : now);
      pair.to += count * (isnan (weight->to) ? 0 : weight->to);
    }
  pair.now /= MAX (n, 1);
  pair.to /= MAX (n, 1);

  return pair;
}

static GtkLabel *
add_label (BwSuggestLines *self,
           int             column,
           int             row,
           float           xalign,
           const char     *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  if (row == 0)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_grid_attach (self->grid, label, column, row, 1, 1);

  return GTK_LABEL (label);
}

/* Lines for @n metrics; those that are there stay. */
static void
make_lines (BwSuggestLines *self,
            guint           n)
{
  while (self->lines->len < n)
    {
      const int row = self->lines->len + 1;
      Line line = { .check = GTK_CHECK_BUTTON (gtk_check_button_new ()) };

      line.name = add_label (self, 1, row, 0, NULL);
      line.now = add_label (self, 2, row, 1, NULL);
      line.suggested = add_label (self, 3, row, 1, NULL);
      line.range = add_label (self, 4, row, 1, NULL);
      gtk_check_button_set_active (line.check, TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (line.suggested), "heading");
      gtk_widget_add_css_class (GTK_WIDGET (line.range), "dim-label");
      gtk_widget_set_hexpand (GTK_WIDGET (line.name), TRUE);
      gtk_grid_attach (self->grid, GTK_WIDGET (line.check), 0, row, 1, 1);
      g_array_append_val (self->lines, line);
    }
}

/* A line that the segment has; over all customers no range is known. */
static void
show_line_visible (Line    *line,
                   gboolean visible,
                   gboolean ranges)
{
  gtk_widget_set_visible (GTK_WIDGET (line->check), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->name), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->now), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->suggested), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->range), visible && ranges);
}

/* A line that another metric had before is ticked again. */
static void
name_line (Line       *line,
           const char *name)
{
  if (g_str_equal (gtk_label_get_label (line->name), name))
    return;

  gtk_label_set_label (line->name, name);
  gtk_check_button_set_active (line->check, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_line (Line       *line,
           const Pair *pair)
{
  g_autofree char *now = bw_format_percent (pair->now, 0);
  g_autofree char *to = bw_format_percent (pair->to, 0);
  g_autofree char *low = isnan (pair->low) ? NULL : bw_format_percent (pair->low, 0);
  g_autofree char *high = isnan (pair->low) ? NULL : bw_format_percent (pair->high, 0);
  /* TRANSLATORS: the ends of a range, in percent */
  g_autofree char *range = low == NULL ? g_strdup ("") : g_strdup_printf (_("%s to %s"), low, high);

  gtk_label_set_label (line->now, now);
  gtk_label_set_label (line->suggested, to);
  gtk_label_set_label (line->range, range);
}

static void
bw_suggest_lines_finalize (GObject *object)
{
  g_array_unref (BW_SUGGEST_LINES (object)->lines);

  G_OBJECT_CLASS (bw_suggest_lines_parent_class)->finalize (object);
}

static void
bw_suggest_lines_class_init (BwSuggestLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_suggest_lines_finalize;
}

static void
bw_suggest_lines_init (BwSuggestLines *self)
{
  const char *heads[] = { _("Metric"), _("Now"), _("Suggested"), _("Range") };

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 14);
  gtk_grid_set_row_spacing (self->grid, 4);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    self->range = add_label (self, i + 1, 0, i == 0 ? 0 : 1, heads[i]);
}

/**
 * bw_suggest_lines_show:
 * @draft: has the metrics and segments of @suggestion
 * @segment: of these, or %BW_ALL_SEGMENTS
 */
void
bw_suggest_lines_show (BwSuggestLines *self,
                       BwSuggestion   *suggestion,
                       BwModel        *draft,
                       guint           segment)
{
  const guint n = bw_model_get_n_metrics (draft);
  const gboolean ranges = segment != BW_ALL_SEGMENTS;

  make_lines (self, n);
  gtk_widget_set_visible (GTK_WIDGET (self->range), ranges);
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      const Pair pair = i < n ? find_pair (suggestion, draft, segment, i) : (Pair) { 0 };

      show_line_visible (line, i < n && pair.used, ranges);
      if (i < n)
        name_line (line, bw_model_get_metric (draft, i)->name);
      if (i < n && pair.used)
        show_line (line, &pair);
    }
}

/**
 * bw_suggest_lines_list_ticked:
 *
 * Returns: (transfer full) (array length=n): by metric of the model that was shown last, whether it is
 *   ticked, as all are at first
 */
gboolean *
bw_suggest_lines_list_ticked (BwSuggestLines *self,
                              gsize          *n)
{
  gboolean *ticked = g_new0 (gboolean, MAX (self->lines->len, 1));

  for (guint i = 0; i < self->lines->len; i++)
    ticked[i] = gtk_check_button_get_active (g_array_index (self->lines, Line, i).check);
  *n = self->lines->len;

  return ticked;
}

/**
 * bw_suggest_lines_clear:
 *
 * Tells nothing any more.
 */
void
bw_suggest_lines_clear (BwSuggestLines *self)
{
  g_return_if_fail (BW_IS_SUGGEST_LINES (self));

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      show_line_visible (line, FALSE, FALSE);
      gtk_label_set_label (line->name, "");
      gtk_label_set_label (line->now, "");
      gtk_label_set_label (line->suggested, "");
      gtk_label_set_label (line->range, "");
    }
}
