/* A customer who stands in another band than at an earlier snapshot, in a list. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is made once and shows one customer after the other: that is far quicker than new rows. */

#include "widgets/band-change-row.h"

#include "chart/shown-words.h"
#include "chart/words.h"
#include "widgets/band-mark.h"
#include "workspace/shown.h"

#include <glib/gi18n-lib.h>

/* A score and the band that it is in. */
typedef struct
{
  BwBandMark *mark;
  GtkLabel   *label;
} Standing;

struct _BwBandChangeRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  Standing  from, to;
  GtkLabel *money;
};

G_DEFINE_FINAL_TYPE (BwBandChangeRow, bw_band_change_row, GTK_TYPE_LIST_BOX_ROW)

static GtkLabel *
add_label (GtkWidget *box,
           int        width,
           float      xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
add_standing (GtkWidget *box,
              Standing  *standing)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *mark = bw_band_mark_new ();

  gtk_box_append (GTK_BOX (pair), mark);
  standing->mark = BW_BAND_MARK (mark);
  standing->label = add_label (pair, 4, 0.0);
  gtk_widget_add_css_class (GTK_WIDGET (standing->label), "numeric");
  gtk_box_append (GTK_BOX (box), pair);
}

static void
bw_band_change_row_class_init (BwBandChangeRowClass *klass)
{
}

/* "Dunmore Logistics  ● 47 → ▼ 38  $182,000" */
static void
bw_band_change_row_init (BwBandChangeRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->name = add_label (box, 14, 0.0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  add_standing (box, &self->from);
  gtk_box_append (GTK_BOX (box), gtk_label_new ("→"));
  add_standing (box, &self->to);
  self->money = add_label (box, 10, 1.0);
  gtk_widget_add_css_class (GTK_WIDGET (self->money), "numeric");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
bw_band_change_row_new (void)
{
  return g_object_new (BW_TYPE_BAND_CHANGE_ROW, NULL);
}

static void
show_standing (Standing      *standing,
               const BwModel *model,
               guint          band,
               const char    *text)
{
  bw_band_mark_set_band (standing->mark, model, band);
  gtk_label_set_label (standing->label, text);
}

/**
 * bw_band_change_row_show:
 * @facts: of the customer of @change
 */
void
bw_band_change_row_show (BwBandChangeRow       *self,
                         const BwCustomerFacts *facts,
                         const BwBandChange    *change)
{
  const char *name = bw_panel_get_name (facts->panel, change->customer);
  g_autofree char *money = bw_panel_get_money_name (facts->panel) != NULL ?
                           bw_customer_facts_get_money (facts) : g_strdup ("");
  const BwShownAs as = bw_shown_get_as (bw_shown_of (facts->workspace));
  g_autofree char *from = bw_shown_words (as, facts->model, change->from);
  g_autofree char *to = bw_shown_words (as, facts->model, change->to);
  /* TRANSLATORS: a row read out: customer, score and band then, score and band now, money */
  g_autofree char *spoken =
    g_strdup_printf (_("%s: from %s, %s, to %s, %s. %s"), name, from,
                     bw_words_band (facts->model, change->from_band), to,
                     bw_words_band (facts->model, change->to_band), money);

  g_return_if_fail (BW_IS_BAND_CHANGE_ROW (self));

  gtk_label_set_label (self->name, name);
  show_standing (&self->from, facts->model, change->from_band, from);
  show_standing (&self->to, facts->model, change->to_band, to);
  gtk_label_set_label (self->money, money);
  gtk_widget_set_visible (GTK_WIDGET (self->money), *money != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
