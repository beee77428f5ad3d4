/* What changed about the chosen customer since the snapshot that trends compare with, in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The earlier snapshot is scored by the worker; while a slider is held the card stands still, and
 * catches up with it. */

#include "widgets/change-card.h"

#include "chart/words.h"
#include "format/format.h"
#include "score/explain.h"
#include "widgets/change-words.h"
#include "widgets/customer-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_REASONS 6

struct _BwChangeCard
{
  BwLive parent_instance;

  GtkWidget  *card;
  GtkLabel   *title;
  GtkLabel   *points;
  GtkLabel   *note;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BwChangeCard, bw_change_card, BW_TYPE_LIVE)

static void
clear_list (BwChangeCard *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* A line of words with its points; @tenths are tenths of a point. */
static void
add_line (BwChangeCard *self,
          const char   *words,
          int           tenths)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (words);
  g_autofree char *points = bw_format_signed (tenths / 10.0, 1);
  GtkWidget *number = gtk_label_new (points);
  /* TRANSLATORS: read out: what changed, and the points that it makes */
  g_autofree char *spoken = g_strdup_printf (_("%s: %s points"), words, points);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "heading");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (self->list, row);
}

/* Lists the largest reasons, then what is left of them and of everything else. */
static void
add_reasons (BwChangeCard        *self,
             BwResults           *before,
             BwResults           *now,
             const BwExplanation *explanation)
{
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

          add_line (self, words, reason->tenths);
        }
      else
        others += reason->tenths;
    }

  if (others != 0)
    add_line (self, _("Other metrics"), others);
  if (explanation->rule_tenths != 0)
    add_line (self, _("Caps and floors"), explanation->rule_tenths);
  if (explanation->rest_tenths != 0)
    add_line (self, _("Missing data or new segment"), explanation->rest_tenths);
}

static void
show_note (BwChangeCard *self,
           const char   *text)
{
  gtk_label_set_label (self->note, text);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *text != '\0');
}

static void
show_change (BwChangeCard *self,
             BwWorkspace  *workspace,
             BwResults    *before)
{
  BwResults *now = bw_workspace_get_results (workspace);
  g_autoptr(BwExplanation) explanation =
    bw_explain_change (before, now, bw_workspace_get_customer (workspace));
  g_autofree char *number = NULL;
  g_autofree char *points = NULL;
  double change;

  clear_list (self);
  gtk_label_set_label (self->points, "");
  if (explanation == NULL || !isfinite (explanation->to - explanation->from))
    {
      show_note (self, _("There is no score for both dates."));
      gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
      return;
    }

  change = explanation->to - explanation->from;
  number = bw_format_signed (change, fabs (change) < 1 ? 1 : 0);
  /* TRANSLATORS: a change of a score with its sign: "−9 points" */
  points = g_strdup_printf (ngettext ("%s point", "%s points",
                                      fabs (change) < 1 ? 2 : (gulong) round (fabs (change))),
                            number);
  gtk_label_set_label (self->points, points);
  add_reasons (self, before, now, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          gtk_list_box_get_row_at_index (self->list, 0) != NULL);
  show_note (self, gtk_widget_get_visible (GTK_WIDGET (self->list)) ? "" : _("Nothing changed."));
}

static void
show_title (BwChangeCard *self,
            BwPanel      *panel,
            BwResults    *before)
{
  const guint snapshot = bw_prepared_get_snapshot (bw_results_get_prepared (before));
  const double date = bw_snapshot_get_date (bw_panel_get_snapshot (panel, snapshot));
  g_autofree char *day = bw_words_day (panel, date);
  /* TRANSLATORS: heads what changed; %s is a date */
  g_autofree char *title = g_strdup_printf (_("Since %s"), day);

  gtk_label_set_label (self->title, title);
}

static void
bw_change_card_refresh (BwLive  *live,
                        BwChange changes)
{
  BwChangeCard *self = BW_CHANGE_CARD (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  BwResults *before = bw_workspace_get_before (workspace);
  const gboolean shown = before != NULL && bw_workspace_get_customer (workspace) != BW_NONE;

  if (bw_workspace_get_dragging (workspace) ||
      (changes & (BW_CHANGE_DATA | BW_CHANGE_HISTORY | BW_CHANGE_CUSTOMER)) == 0)
    return;

  gtk_widget_set_visible (self->card, shown);
  if (!shown)
    return;

  show_title (self, bw_workspace_get_panel (workspace), before);
  show_change (self, workspace, before);
}

static void
bw_change_card_class_init (BwChangeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_LIVE_CLASS (klass)->refresh = bw_change_card_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/change-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwChangeCard, card);
  gtk_widget_class_bind_template_child (widget_class, BwChangeCard, title);
  gtk_widget_class_bind_template_child (widget_class, BwChangeCard, points);
  gtk_widget_class_bind_template_child (widget_class, BwChangeCard, note);
  gtk_widget_class_bind_template_child (widget_class, BwChangeCard, list);
}

static void
bw_change_card_init (BwChangeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
