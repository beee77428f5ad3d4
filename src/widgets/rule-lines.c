/* The caps and floors of a model, one a line on a card. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/rule-lines.h"

#include "widgets/rule-words.h"

#include <glib/gi18n-lib.h>

/**
 * bw_rule_lines_new:
 * @panel: whose columns the rules name
 * @model: whose rules are shown, as they are now
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
bw_rule_lines_new (BwPanel       *panel,
                   const BwModel *model)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "rules");
  for (guint i = 0; i < bw_model_get_n_rules (model); i++)
    {
      const BwRule *rule = bw_model_get_rule (model, i);
      g_autofree char *words = bw_rule_to_words (model, panel, rule);
      g_autofree char *text = rule->reason == NULL || *rule->reason == '\0' ?
                              g_strdup (words) :
                              /* TRANSLATORS: the reason of a rule, then the rule */
                              g_strdup_printf (_("%s: %s"), rule->reason, words);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (card), label);
    }

  return card;
}
