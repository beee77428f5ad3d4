/* Suggested weights: what they are worth, what they are, and taking them over. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line a metric that the segment uses, with a tick: those that are ticked are taken over. Over all
 * customers a weight is the mean of its segments', each counted by its customers. */

#include "app/suggest-card.h"

#include "chart/words.h"
#include "format/format.h"
#include "workspace/suggesting.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_REMARKS 4

typedef struct
{
  GtkCheckButton *check;
  GtkLabel       *name;
  GtkLabel       *now;
  GtkLabel       *suggested;
  GtkLabel       *range;
} Line;

struct _BwSuggestCard
{
  BwLive parent_instance;

  BwSuggesting *suggesting; /* NULL before the card was first shown */
  GArray       *lines;      /* Line, one a metric of the model */

  GtkLabel   *words;
  GtkLabel   *remarks;
  GtkSpinner *spinner;
  GtkWidget  *ask;
  GtkWidget  *cancel;
  GtkWidget  *details;
  GtkGrid    *grid;
  GtkLabel   *moves;
};

G_DEFINE_FINAL_TYPE (BwSuggestCard, bw_suggest_card, BW_TYPE_LIVE)

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
add_label (BwSuggestCard *self,
           int            column,
           int            row,
           float          xalign,
           const char    *text)
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
make_lines (BwSuggestCard *self,
            guint          n)
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

static void
show_line_visible (Line    *line,
                   gboolean visible)
{
  gtk_widget_set_visible (GTK_WIDGET (line->check), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->name), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->now), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->suggested), visible);
  gtk_widget_set_visible (GTK_WIDGET (line->range), visible);
}

static void
show_line (Line       *line,
           const Pair *pair,
           const char *name)
{
  g_autofree char *now = bw_format_percent (pair->now, 0);
  g_autofree char *to = bw_format_percent (pair->to, 0);
  g_autofree char *low = isnan (pair->low) ? NULL : bw_format_percent (pair->low, 0);
  g_autofree char *high = isnan (pair->low) ? NULL : bw_format_percent (pair->high, 0);
  /* TRANSLATORS: the ends of a range, in percent */
  g_autofree char *range = low == NULL ? g_strdup ("") : g_strdup_printf (_("%s to %s"), low, high);

  gtk_label_set_label (line->name, name);
  gtk_label_set_label (line->now, now);
  gtk_label_set_label (line->suggested, to);
  gtk_label_set_label (line->range, range);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_lines (BwSuggestCard *self,
            BwSuggestion  *suggestion,
            BwModel       *draft,
            guint          segment)
{
  const guint n = bw_model_get_n_metrics (draft);

  make_lines (self, n);
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      const Pair pair = i < n ? find_pair (suggestion, draft, segment, i) : (Pair) { 0 };

      show_line_visible (line, i < n && pair.used);
      if (i < n && pair.used)
        show_line (line, &pair, bw_model_get_metric (draft, i)->name);
    }
}

static void
show_moves (BwSuggestCard *self)
{
  BwMovement wholly, half;
  g_autofree char *all = NULL, *some = NULL, *text = NULL;

  bw_suggesting_get_movement (self->suggesting, &wholly, &half);
  all = bw_words_customers (wholly.n_movers);
  some = bw_words_customers (half.n_movers);
  /* TRANSLATORS: "48 customers", twice */
  text = g_strdup_printf (_("Another band: %s if all is taken over, %s half way."), all, some);
  gtk_label_set_label (self->moves, text);
}

static void
show_remarks (BwSuggestCard *self,
              BwSuggestion  *suggestion)
{
  const GPtrArray *remarks = suggestion != NULL ? bw_suggestion_get_remarks (suggestion) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; remarks != NULL && i < MIN (remarks->len, MOST_REMARKS); i++)
    {
      const BwRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->level != BW_REMARK_STOP)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", remark->text);
    }
  gtk_label_set_label (self->remarks, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), text->len > 0);
}

static void
show (BwSuggestCard *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwSuggestion *suggestion = bw_suggesting_get_suggestion (self->suggesting);
  const gboolean busy = bw_suggesting_get_busy (self->suggesting);
  const gboolean offers = bw_suggesting_offers (self->suggesting);
  g_autofree char *verdict = suggestion != NULL ? bw_suggestion_describe (suggestion) : NULL;

  gtk_widget_set_visible (self->ask, !busy);
  gtk_widget_set_sensitive (self->ask, bw_suggesting_get_possible (self->suggesting));
  gtk_widget_set_visible (self->cancel, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_label_set_label (self->words, busy ? _("Learning from those who left…") : verdict != NULL ? verdict
                       : _("Learns from those who left which weights would have told best, and tests them on "
                           "customers that it did not learn from. Nothing changes before it is taken over."));
  show_remarks (self, suggestion);
  gtk_widget_set_visible (self->details, offers);
  if (!offers || bw_workspace_get_dragging (workspace))
    return;

  show_lines (self, suggestion, bw_workspace_get_model (workspace), bw_workspace_get_segment (workspace));
  show_moves (self);
}

static void
on_changed (BwSuggestCard *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  if (workspace != NULL && bw_workspace_get_results (workspace) != NULL)
    show (self);
}

static void
bw_suggest_card_refresh (BwLive  *live,
                         BwChange changes)
{
  BwSuggestCard *self = BW_SUGGEST_CARD (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);

  if (self->suggesting == NULL)
    {
      self->suggesting = g_object_ref (bw_suggesting_of (workspace));
      g_signal_connect_object (self->suggesting, "changed", G_CALLBACK (on_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (bw_validating_of (workspace), "changed", G_CALLBACK (on_changed), self,
                               G_CONNECT_SWAPPED);
    }
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_SEGMENT))
    show (self);
}

static void
on_ask (BwSuggestCard *self)
{
  if (self->suggesting != NULL)
    bw_suggesting_ask (self->suggesting);
}

static void
on_cancel (BwSuggestCard *self)
{
  bw_suggesting_forget (self->suggesting);
}

static void
take_over (BwSuggestCard *self,
           double         part,
           const char    *said)
{
  g_autofree gboolean *metrics = g_new0 (gboolean, MAX (self->lines->len, 1));

  for (guint i = 0; i < self->lines->len; i++)
    metrics[i] = gtk_check_button_get_active (g_array_index (self->lines, Line, i).check);
  bw_suggesting_take_over (self->suggesting, part, metrics);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-done", "s", said);
}

static void
on_take_over (BwSuggestCard *self)
{
  take_over (self, 1, _("Suggested weights taken over"));
}

static void
on_half (BwSuggestCard *self)
{
  take_over (self, 0.5, _("Gone half way to the suggested weights"));
}

static void
bw_suggest_card_dispose (GObject *object)
{
  g_clear_object (&BW_SUGGEST_CARD (object)->suggesting);

  G_OBJECT_CLASS (bw_suggest_card_parent_class)->dispose (object);
}

static void
bw_suggest_card_finalize (GObject *object)
{
  g_array_unref (BW_SUGGEST_CARD (object)->lines);

  G_OBJECT_CLASS (bw_suggest_card_parent_class)->finalize (object);
}

static void
bw_suggest_card_class_init (BwSuggestCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_suggest_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_suggest_card_finalize;
  BW_LIVE_CLASS (klass)->refresh = bw_suggest_card_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/suggest-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, words);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, remarks);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, spinner);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, ask);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, cancel);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, details);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, grid);
  gtk_widget_class_bind_template_child (widget_class, BwSuggestCard, moves);
  gtk_widget_class_bind_template_callback (widget_class, on_ask);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_take_over);
  gtk_widget_class_bind_template_callback (widget_class, on_half);
}

static void
bw_suggest_card_init (BwSuggestCard *self)
{
  const char *heads[] = { _("Metric"), _("Now"), _("Suggested"), _("Range") };

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    add_label (self, i + 1, 0, i == 0 ? 0 : 1, heads[i]);
}
