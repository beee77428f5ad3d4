/* What changed about the chosen customer since an earlier snapshot, in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It begins with the snapshot that trends compare with, and any other can be chosen. Earlier
 * snapshots are scored by a worker; while a slider is held the card stands still, and catches up
 * with it. */

#include "widgets/change-card.h"

#include "chart/change-words.h"
#include "chart/explain-words.h"
#include "chart/words.h"
#include "format/format.h"
#include "score/explain.h"
#include "widgets/point-lines.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_REASONS 6

struct _BwChangeCard
{
  BwLive parent_instance;

  BwPanel      *panel;       /* whose dates are listed */
  guint         snapshot;    /* to compare with */
  BwResults    *before;      /* its scores, or NULL while they are worked out */
  GCancellable *cancellable;
  gboolean      filling;

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
             BwResults           *now,
             guint                customer,
             const BwExplanation *explanation)
{
  g_autofree char *rest = bw_missing_words (self->before, now, customer);
  guint shown = 0;
  int others = 0;

  for (guint i = 0; i < explanation->n_reasons; i++)
    {
      const BwReason *reason = &explanation->reasons[i];

      if (reason->tenths == 0)
        continue;
      if (shown++ < MOST_REASONS)
        {
          g_autofree char *words = bw_change_words (self->before, now, reason);

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
             BwWorkspace  *workspace)
{
  BwResults *now = bw_workspace_get_results (workspace);
  const guint customer = bw_workspace_get_customer (workspace);
  g_autoptr(BwExplanation) explanation = bw_explain_change (self->before, now, customer);
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
  add_reasons (self, now, customer, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          gtk_list_box_get_row_at_index (self->list, 0) != NULL);
  parts = say_parts (explanation);
  show_note (self, gtk_widget_get_visible (GTK_WIDGET (self->list)) ? parts : _("Nothing changed."));
}

static void
on_scored (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(BwChangeCard) self = user_data;
  BwWorkspace *workspace = BW_WORKSPACE (source);
  g_autoptr(BwResults) before = bw_workspace_get_results_at_finish (workspace, result, NULL);

  if (before == NULL || bw_live_get_workspace (BW_LIVE (self)) != workspace ||
      bw_prepared_get_snapshot (bw_results_get_prepared (before)) != self->snapshot ||
      bw_results_get_model (before) != bw_workspace_get_model (workspace) ||
      bw_workspace_get_customer (workspace) == BW_NONE)
    return;

  g_clear_pointer (&self->before, bw_results_unref);
  self->before = g_steal_pointer (&before);
  show_change (self, workspace);
}

static void
stop (BwChangeCard *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Shows the change at once where the snapshot is scored, else when it is. */
static void
compare (BwChangeCard *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwModel *model = bw_workspace_get_model (workspace);

  stop (self);
  if (self->before != NULL &&
      (bw_results_get_model (self->before) != model ||
       bw_prepared_get_snapshot (bw_results_get_prepared (self->before)) != self->snapshot))
    g_clear_pointer (&self->before, bw_results_unref);
  if (self->before != NULL)
    {
      show_change (self, workspace);
      return;
    }

  self->cancellable = g_cancellable_new ();
  bw_workspace_get_results_at_async (workspace, self->snapshot, self->cancellable, on_scored,
                                     g_object_ref (self));
}

static void
on_date_chosen (BwChangeCard *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->dates);

  if (self->filling || chosen == GTK_INVALID_LIST_POSITION || self->panel == NULL)
    return;

  /* The newest of the earlier ones is listed first. */
  self->snapshot = bw_panel_get_n_snapshots (self->panel) - 2 - chosen;
  compare (self);
}

/* Lists the earlier snapshots, and chooses the one that trends compare with. */
static void
list_dates (BwChangeCard *self,
            BwWorkspace  *workspace)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint n = bw_panel_get_n_snapshots (panel);
  const guint trend = bw_trend_snapshot (bw_workspace_get_model (workspace), panel);
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  if (panel == self->panel)
    return;

  self->panel = panel;
  self->snapshot = trend != BW_NONE ? trend : n < 2 ? BW_NONE : n - 2;
  for (guint i = n - 1; i > 0; i--)
    {
      const double date = bw_snapshot_get_date (bw_panel_get_snapshot (panel, i - 1));
      g_autofree char *day = bw_words_day (panel, date);

      gtk_string_list_append (list, day);
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (self->dates, G_LIST_MODEL (list));
  if (self->snapshot != BW_NONE)
    gtk_drop_down_set_selected (self->dates, n - 2 - self->snapshot);
  self->filling = FALSE;
}

static void
bw_change_card_refresh (BwLive  *live,
                        BwChange changes)
{
  BwChangeCard *self = BW_CHANGE_CARD (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  gboolean shown;

  list_dates (self, workspace);
  shown = self->snapshot != BW_NONE && bw_workspace_get_customer (workspace) != BW_NONE;
  if (bw_workspace_get_dragging (workspace))
    return;

  gtk_widget_set_visible (self->card, shown);
  if (shown)
    compare (self);
}

static void
bw_change_card_dispose (GObject *object)
{
  BwChangeCard *self = BW_CHANGE_CARD (object);

  stop (self);
  g_clear_pointer (&self->before, bw_results_unref);

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
  self->snapshot = BW_NONE;
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

  if (date == NULL || self->before == NULL || !gtk_widget_get_visible (self->card))
    return NULL;

  lines = bw_point_lines_get_text (self->list);

  /* TRANSLATORS: heads the lines that say what changed; a date, and points with their sign */
  return g_strdup_printf (_("Since %s: %s\n%s"), gtk_string_object_get_string (date),
                          gtk_label_get_label (self->points), lines);
}
