/* The reasons for a customer's score by group, each of which unfolds to its metrics. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points of a group are the sum of what is shown for its metrics, so all that is shown adds up. It
 * stands still while something is held. */

#include "app/customer-reasons.h"

#include "app/fold-card.h"
#include "chart/words.h"
#include "format/format.h"
#include "score/explain.h"
#include "widgets/customer-facts.h"
#include "widgets/point-lines.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

struct _BwCustomerReasons
{
  BwLive parent_instance;

  GtkBox     *groups; /* of BwFoldCard, one a group that has a reason */
  GtkListBox *others;
};

G_DEFINE_FINAL_TYPE (BwCustomerReasons, bw_customer_reasons, BW_TYPE_LIVE)

static BwFoldCard *
get_group (BwCustomerReasons *self,
           guint              index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->groups));

  while (child != NULL && index-- > 0)
    child = gtk_widget_get_next_sibling (child);
  if (child == NULL)
    {
      child = bw_fold_card_new (FALSE);
      gtk_box_append (self->groups, child);
    }

  return BW_FOLD_CARD (child);
}

/* Shows the group's metrics with their values and points; hidden where it has no reason. */
static void
show_group (BwCustomerReasons     *self,
            const BwCustomerFacts *facts,
            const BwExplanation   *explanation,
            guint                  group)
{
  BwFoldCard *card = get_group (self, group);
  GtkListBox *list = bw_fold_card_get_list (card);
  const guint snapshot = bw_prepared_get_snapshot (bw_results_get_prepared (facts->results));
  g_autofree char *points = NULL;
  gboolean any = FALSE;
  int tenths = 0;

  bw_point_lines_clear (list);
  for (guint i = 0; i < explanation->n_reasons; i++)
    {
      const BwReason *reason = &explanation->reasons[i];
      const BwMetric *metric = bw_model_get_metric (facts->model, reason->metric);
      g_autofree char *raw = bw_words_raw (facts->model, facts->panel, snapshot, reason->metric,
                                           reason->raw);
      g_autofree char *words = g_strdup_printf ("%s · %s", metric->name, raw);

      if (metric->group != group)
        continue;
      any = TRUE;
      tenths += reason->tenths;
      bw_point_lines_add_points (list, words, reason->tenths);
    }

  points = bw_format_signed (tenths / 10.0, 1);
  bw_fold_card_set_title (card, bw_model_get_group (facts->model, group)->name, points);
  gtk_widget_set_visible (GTK_WIDGET (card), any);
}

static void
show_others (BwCustomerReasons   *self,
             const BwExplanation *explanation,
             gboolean             ruled)
{
  bw_point_lines_clear (self->others);
  if (explanation->rest_tenths != 0)
    bw_point_lines_add_points (self->others,
                               ruled ? _("Missing data, and caps of others") : _("Missing data"),
                               explanation->rest_tenths);
  if (explanation->rule_tenths != 0)
    bw_point_lines_add_points (self->others, _("Caps and floors"), explanation->rule_tenths);
  gtk_widget_set_visible (GTK_WIDGET (self->others),
                          gtk_list_box_get_row_at_index (self->others, 0) != NULL);
}

static void
bw_customer_reasons_refresh (BwLive  *live,
                             BwChange changes)
{
  BwCustomerReasons *self = BW_CUSTOMER_REASONS (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  const guint customer = bw_workspace_get_customer (workspace);
  g_autoptr(BwExplanation) explanation = NULL;
  BwCustomerFacts facts;
  guint n_groups;

  if (customer == BW_NONE || bw_workspace_get_dragging (workspace))
    return;

  bw_customer_facts_init (&facts, workspace, customer);
  n_groups = bw_model_get_n_groups (facts.model);
  gtk_widget_set_visible (GTK_WIDGET (self->groups),
                          bw_customer_facts_get_band (&facts) != BW_NO_BAND);
  gtk_widget_set_visible (GTK_WIDGET (self->others), FALSE);
  if (bw_customer_facts_get_band (&facts) == BW_NO_BAND)
    return;

  explanation = bw_explain (facts.results, facts.row);
  for (guint group = 0; group < n_groups; group++)
    show_group (self, &facts, explanation, group);
  for (GtkWidget *child = GTK_WIDGET (get_group (self, n_groups)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, FALSE);
  show_others (self, explanation, bw_model_get_n_rules (facts.model) > 0);
}

static void
bw_customer_reasons_class_init (BwCustomerReasonsClass *klass)
{
  BW_LIVE_CLASS (klass)->refresh = bw_customer_reasons_refresh;
}

static void
bw_customer_reasons_init (BwCustomerReasons *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->others = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->others, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->others), "changes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->others), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Other reasons"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->groups));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->others));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bw_customer_reasons_get_text:
 *
 * Returns: (transfer full): groups and metrics with their points, line by line, to be pasted
 */
char *
bw_customer_reasons_get_text (BwCustomerReasons *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GtkWidget *child;

  g_return_val_if_fail (BW_IS_CUSTOMER_REASONS (self), NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->groups)))
    return g_strdup ("");

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *part = bw_fold_card_get_text (BW_FOLD_CARD (child));

      g_string_append (text, part);
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->others)))
    {
      g_autofree char *lines = bw_point_lines_get_text (self->others, "");

      g_string_append (text, lines);
    }

  return g_strdup (text->str);
}
