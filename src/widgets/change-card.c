/* What changed about the chosen customer since an earlier snapshot, in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While a slider is held, or the earlier snapshot is being scored, the card stands still, and catches
 * up. */

#include "widgets/change-card.h"

#include "chart/change-words.h"
#include "chart/explain-words.h"
#include "chart/words.h"
#include "format/format.h"
#include "score/explain.h"
#include "widgets/point-lines.h"
#include "workspace/since.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_REASONS 6

struct _BwChangeCard
{
  BwLive parent_instance;

  BwPanel  *panel;   /* whose dates are listed */
  gboolean  filling;
  gboolean  shows;   /* whether the lines are those of the chosen date */

  GSignalGroup *since;

  GtkWidget   *card;
  GtkDropDown *dates;
  GtkLabel    *points;
  GtkLabel    *note;
  GtkListBox  *list;
};

G_DEFINE_FINAL_TYPE (BwChangeCard, bw_change_card, BW_TYPE_LIVE)

/* Lists the largest reasons, then what is left of them and of everything else. */
static void
add_reasons (BwChangeCard        *self,
             BwResults           *before,
             BwResults           *now,
             guint                customer,
             const BwExplanation *explanation)
{
  g_autofree char *rest = bw_missing_words (before, now, customer);
  guint shown = 0;
  int others = 0;

  for (guint i = 0; i < explanation->n_reasons; i++)
    {
      const BwReason *reason = &explanation->reasons[i];

      if (reason->tenths == 0)
        continue;
      if (shown++ < MOST_REASONS)
        {
          g_autofree char *words = bw_change_words (before, now, reason);

          bw_point_lines_add_points (self->list, words, reason->tenths);
        }
      else
        others += reason->tenths;
    }

  if (others != 0)
    bw_point_lines_add_points (self->list, _("Other metrics"), others);
  if (explanation->rule_tenths != 0)
    bw_point_lines_add_points (self->list, _("Caps and floors"), explanation->rule_tenths);
  if (explanation->rest_tenths != 0)
    bw_point_lines_add_points (self->list, rest, explanation->rest_tenths);
}

/* All that is listed, so that the lines add up to it. */
static int
add_up (const BwExplanation *explanation)
{
  int tenths = explanation->rule_tenths + explanation->rest_tenths;

  for (guint i = 0; i < explanation->n_reasons; i++)
    tenths += explanation->reasons[i].tenths;

  return tenths;
}

/* Which part the metrics have in it, where something else has one too: "Metrics −9.0, missing data
 * or new segment +0.3" */
static char *
say_parts (const BwExplanation *explanation)
{
  g_autofree char *metrics = NULL, *rest = NULL;
  int tenths;

  if (explanation->rest_tenths == 0)
    return g_strdup ("");

  tenths = add_up (explanation) - explanation->rule_tenths - explanation->rest_tenths;
  metrics = bw_format_signed (tenths / 10.0, 1);
  rest = bw_format_signed (explanation->rest_tenths / 10.0, 1);

  /* TRANSLATORS: points with their signs */
  return g_strdup_printf (_("Metrics %s, missing data or new segment %s"), metrics, rest);
}

static void
show_note (BwChangeCard *self,
           const char   *text)
{
  gtk_label_set_label (self->note, text);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *text != '\0');
}

static void
show_points (BwChangeCard *self,
             double        change)
{
  g_autofree char *number = bw_format_signed (change, 1);
  /* TRANSLATORS: a change of a score with its sign: "−9 points" */
  g_autofree char *points = g_strdup_printf (_("%s points"), number);

  gtk_label_set_label (self->points, points);
}

static void
show_change (BwChangeCard *self,
             BwWorkspace  *workspace,
             BwResults    *before)
{
  BwResults *now = bw_workspace_get_results (workspace);
  const guint customer = bw_workspace_get_customer (workspace);
  g_autoptr(BwExplanation) explanation = bw_explain_change (before, now, customer);
  g_autofree char *parts = NULL;

  bw_point_lines_clear (self->list);
  gtk_label_set_label (self->points, "");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  if (explanation == NULL || !isfinite (explanation->to - explanation->from))
    {
      show_note (self, _("There is no score for both dates."));
      return;
    }

  show_points (self, add_up (explanation) / 10.0);
  add_reasons (self, before, now, customer, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          gtk_list_box_get_row_at_index (self->list, 0) != NULL);
  parts = say_parts (explanation);
  show_note (self, gtk_widget_get_visible (GTK_WIDGET (self->list)) ? parts : _("Nothing changed."));
}

/* Shows the change since the chosen snapshot, once that is scored. */
static void
compare (BwChangeCard *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwResults *before = bw_since_get_results (bw_since_of (workspace));

  self->shows = before != NULL;
  if (before != NULL)
    show_change (self, workspace, before);
}

static void
on_date_chosen (BwChangeCard *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->dates);

  if (self->filling || chosen == GTK_INVALID_LIST_POSITION || self->panel == NULL)
    return;

  /* The newest of the earlier ones is listed first. */
  bw_since_set_snapshot (bw_since_of (bw_live_get_workspace (BW_LIVE (self))),
                         bw_panel_get_n_snapshots (self->panel) - 2 - chosen);
}

/* Lists the earlier snapshots, and shows which of them is chosen. */
static void
list_dates (BwChangeCard *self,
            BwWorkspace  *workspace)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint n = bw_panel_get_n_snapshots (panel);
  const guint snapshot = bw_since_get_snapshot (bw_since_of (workspace));

  self->filling = TRUE;
  if (panel != self->panel)
    {
      g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

      g_clear_pointer (&self->panel, bw_panel_unref);
      self->panel = bw_panel_ref (panel);
      for (guint i = n - 1; i > 0; i--)
        {
          const double date = bw_snapshot_get_date (bw_panel_get_snapshot (panel, i - 1));
          g_autofree char *day = bw_words_day (panel, date);

          gtk_string_list_append (list, day);
        }
      gtk_drop_down_set_model (self->dates, G_LIST_MODEL (list));
    }
  if (snapshot != BW_NONE)
    gtk_drop_down_set_selected (self->dates, n - 2 - snapshot);
  self->filling = FALSE;
}

static void
refresh (BwChangeCard *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  gboolean shown;

  if (bw_workspace_get_dragging (workspace))
    return;

  list_dates (self, workspace);
  shown = bw_since_get_snapshot (bw_since_of (workspace)) != BW_NONE &&
          bw_workspace_get_customer (workspace) != BW_NONE;
  gtk_widget_set_visible (self->card, shown);
  if (shown)
    compare (self);
}

static void
bw_change_card_refresh (BwLive  *live,
                        BwChange changes)
{
  refresh (BW_CHANGE_CARD (live));
}

static void
on_since_changed (BwChangeCard *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
follow_workspace (BwChangeCard *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  g_signal_group_set_target (self->since, workspace != NULL ? bw_since_of (workspace) : NULL);
}

static void
bw_change_card_dispose (GObject *object)
{
  BwChangeCard *self = BW_CHANGE_CARD (object);

  g_clear_object (&self->since);
  g_clear_pointer (&self->panel, bw_panel_unref);

  G_OBJECT_CLASS (bw_change_card_parent_class)->dispose (object);
}

static void
bw_change_card_class_init (BwChangeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_change_card_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_change_card_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/change-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwChangeCard, card);
  gtk_widget_class_bind_template_child (widget_class, BwChangeCard, dates);
  gtk_widget_class_bind_template_child (widget_class, BwChangeCard, points);
  gtk_widget_class_bind_template_child (widget_class, BwChangeCard, note);
  gtk_widget_class_bind_template_child (widget_class, BwChangeCard, list);
  gtk_widget_class_bind_template_callback (widget_class, on_date_chosen);
}

static void
bw_change_card_init (BwChangeCard *self)
{
  self->since = g_signal_group_new (BW_TYPE_SINCE);
  g_signal_group_connect_swapped (self->since, "changed", G_CALLBACK (on_since_changed), self);
  g_signal_connect (self, "notify::workspace", G_CALLBACK (follow_workspace), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_change_card_get_text:
 *
 * Returns: (transfer full) (nullable): what the card shows, line by line, to be pasted into a mail;
 *   %NULL while it shows nothing
 */
char *
bw_change_card_get_text (BwChangeCard *self)
{
  GtkStringObject *date = gtk_drop_down_get_selected_item (self->dates);
  g_autofree char *lines = NULL;

  g_return_val_if_fail (BW_IS_CHANGE_CARD (self), NULL);

  if (date == NULL || !self->shows || !gtk_widget_get_visible (self->card))
    return NULL;

  lines = bw_point_lines_get_text (self->list, "  ");

  /* TRANSLATORS: heads the lines that say what changed; a date, and points with their sign */
  return g_strdup_printf (_("Since %s: %s\n%s"), gtk_string_object_get_string (date),
                          gtk_label_get_label (self->points), lines);
}
