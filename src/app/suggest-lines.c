/* A line a metric that the segment uses: its weight, as it is suggested, the range, and a tick. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over all customers a weight is the mean of its segments', each counted by its customers who are judged. */

#include "app/suggest-lines.h"

#include "format/format.h"
#include "model/shares.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  GtkCheckButton *check;
  GtkLabel       *name;
  GtkLabel       *now;
  GtkLabel       *suggested;
  GtkLabel       *range;
  GtkLabel       *then;
} Line;

struct _BwSuggestLines
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GArray  *lines; /* Line, one a metric of the model */
  GtkLabel *then; /* over what it comes to */
  gboolean filling;
};

enum
{
  TICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwSuggestLines, bw_suggest_lines, ADW_TYPE_BIN)

/* Shares of a segment or over the book, by metric, in whole percents that add up to 100. */
typedef struct
{
  double *shares;
  guint  *percents;
} Column;

static void
column_init (Column             *self,
             const BwSuggestion *suggestion,
             BwModel            *model,
             guint               segment)
{
  const guint n = bw_model_get_n_metrics (model);

  self->shares = g_new (double, MAX (n, 1));
  self->percents = g_new0 (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->shares[i] = bw_suggestion_get_share (suggestion, model, segment, i);
  bw_shares_to_percents (self->shares, n, self->percents);
}

static void
column_clear (Column *self)
{
  g_free (self->shares);
  g_free (self->percents);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Column, column_clear)

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

static void
on_toggled (BwSuggestLines *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[TICKED], 0);
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
      line.then = add_label (self, 5, row, 1, NULL);
      gtk_check_button_set_active (line.check, TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (line.suggested), "heading");
      gtk_widget_add_css_class (GTK_WIDGET (line.range), "dim-label");
      gtk_widget_set_hexpand (GTK_WIDGET (line.name), TRUE);
      gtk_grid_attach (self->grid, GTK_WIDGET (line.check), 0, row, 1, 1);
      g_signal_connect_swapped (line.check, "toggled", G_CALLBACK (on_toggled), self);
      g_array_append_val (self->lines, line);
    }
}

/* A line that the segment has; what it comes to is told where not all is ticked. */
static void
show_line_visible (Line    *line,
                   gboolean visible,
                   gboolean then)
{
  gtk_widget_set_visible (GTK_WIDGET (line->check), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->name), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->now), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->suggested), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->range), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->then), visible && then);
}

static void
name_line (Line       *line,
           const char *name)
{
  if (g_str_equal (gtk_label_get_label (line->name), name))
    return;

  gtk_label_set_label (line->name, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_percent (GtkLabel *label,
              guint     percent)
{
  g_autofree char *text = bw_format_percent (percent / 100.0, 0);

  gtk_label_set_label (label, text);
}

static void
show_range (GtkLabel                *label,
            const BwSuggestedWeight *weight)
{
  g_autofree char *low = bw_format_percent (weight->low, 0);
  g_autofree char *high = bw_format_percent (weight->high, 0);
  /* TRANSLATORS: the ends of a range, in percent */
  g_autofree char *range = g_strdup_printf (_("%s to %s"), low, high);

  gtk_label_set_label (label, isnan (weight->low) ? "" : range);
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

  signals[TICKED] = g_signal_new ("ticked", BW_TYPE_SUGGEST_LINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
bw_suggest_lines_init (BwSuggestLines *self)
{
  const char *heads[] = { _("Metric"), _("Now"), _("Suggested"), _("Range"), _("Taken over") };
  const char *tips[] = { NULL, NULL, NULL,
                         _("Where the suggested weight lies in 90 of 100 cases when the customers are drawn anew"),
                         _("What Take Over makes of the weight: metrics that are not ticked keep theirs, the others "
                           "share the rest as suggested") };

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 14);
  gtk_grid_set_row_spacing (self->grid, 4);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      self->then = add_label (self, i + 1, 0, i == 0 ? 0 : 1, heads[i]);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->then), tips[i]);
    }
}

/**
 * bw_suggest_lines_show:
 * @draft: has the metrics and segments of @suggestion
 * @segment: of these, or %BW_ALL_SEGMENTS
 * @ticked: (nullable): by metric, whether it is to be taken over; %NULL for all
 */
void
bw_suggest_lines_show (BwSuggestLines *self,
                       BwSuggestion   *suggestion,
                       BwModel        *draft,
                       guint           segment,
                       const gboolean *ticked)
{
  const guint n = bw_model_get_n_metrics (draft);
  g_autoptr(BwModel) whole = bw_suggestion_apply (suggestion, draft, 1, NULL);
  g_autoptr(BwModel) taken = bw_suggestion_apply (suggestion, draft, 1, ticked);
  g_auto(Column) now = { 0 }, to = { 0 }, then = { 0 };
  gboolean partly = FALSE;

  column_init (&now, suggestion, draft, segment);
  column_init (&to, suggestion, whole, segment);
  column_init (&then, suggestion, taken, segment);
  for (guint i = 0; ticked != NULL && i < n; i++)
    partly |= !ticked[i];

  self->filling = TRUE;
  make_lines (self, n);
  gtk_widget_set_visible (GTK_WIDGET (self->then), partly);
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      show_line_visible (line, i < n && !isnan (now.shares[i]), partly);
      if (i >= n)
        continue;
      name_line (line, bw_model_get_metric (draft, i)->name);
      gtk_check_button_set_active (line->check, ticked == NULL || ticked[i]);
      show_percent (line->now, now.percents[i]);
      show_percent (line->suggested, to.percents[i]);
      show_percent (line->then, then.percents[i]);
      show_range (line->range, bw_suggestion_get_weight (suggestion, segment, i));
    }
  self->filling = FALSE;
}

/**
 * bw_suggest_lines_list_ticked:
 *
 * Returns: (transfer full) (array length=n): by metric of the model that was shown last, whether it is
 *   ticked
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
      gtk_label_set_label (line->then, "");
    }
}
