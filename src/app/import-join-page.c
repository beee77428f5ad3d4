/* Third step of the import assistant: how files hang together, and which snapshots they make. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-join-page.h"

#include "app/date-button.h"
#include "app/import-source-card.h"
#include "app/import-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwImportJoinPage
{
  BwImportPage parent_instance;

  gboolean filling;

  GtkLabel     *snapshots;
  GtkLabel     *span;
  BwDateButton *as_of;
  GtkWidget    *vanished_box;
  GtkLabel     *vanished_label;
  GtkSwitch    *vanished;
  GtkBox       *cards;
};

G_DEFINE_FINAL_TYPE (BwImportJoinPage, bw_import_join_page, BW_TYPE_IMPORT_PAGE)

static BwImporting *
get_importing (BwImportJoinPage *self)
{
  return bw_import_page_get_importing (BW_IMPORT_PAGE (self));
}

static void
on_date_chosen (BwImportJoinPage *self,
                double            date)
{
  bw_importing_set_as_of (get_importing (self), date);
}

static void
on_vanished (BwImportJoinPage *self)
{
  if (!self->filling && get_importing (self) != NULL)
    bw_importing_set_vanished (get_importing (self), gtk_switch_get_active (self->vanished));
}

/* The date that is given to what has none, or NaN. */
static double
find_as_of (BwMapping *mapping)
{
  for (guint i = 0; i < bw_mapping_get_n_sources (mapping); i++)
    {
      const double date = bw_mapping_get_source (mapping, i)->as_of;

      if (!isnan (date))
        return date;
    }

  return NAN;
}

static void
show_time (BwImportJoinPage *self)
{
  BwImporting *importing = get_importing (self);
  BwMapping *mapping = bw_importing_get_mapping (importing);
  const BwImportFacts *facts = bw_importing_get_facts (importing);
  g_autofree char *snapshots = bw_import_describe_panel (facts);
  g_autofree char *span = bw_import_describe_span (facts);
  g_autofree char *vanished = bw_import_describe_vanished (facts);

  gtk_label_set_label (self->snapshots, snapshots);
  gtk_label_set_label (self->span, span);
  bw_date_button_set_date (self->as_of, find_as_of (mapping));
  gtk_label_set_label (self->vanished_label, vanished);
  gtk_widget_set_visible (self->vanished_box,
                          facts->n_vanished > 0 || bw_mapping_get_vanished (mapping));
  self->filling = TRUE;
  gtk_switch_set_active (self->vanished, bw_mapping_get_vanished (mapping));
  self->filling = FALSE;
}

static void
bw_import_join_page_refresh (BwImportPage *page)
{
  BwImportJoinPage *self = BW_IMPORT_JOIN_PAGE (page);
  BwImporting *importing = get_importing (self);
  const guint n_sources = bw_mapping_get_n_sources (bw_importing_get_mapping (importing));
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  show_time (self);
  for (guint i = 0; i < n_sources; i++)
    {
      if (card == NULL)
        {
          card = g_object_new (BW_TYPE_IMPORT_SOURCE_CARD, NULL);
          gtk_box_append (self->cards, card);
        }
      bw_import_source_card_show (BW_IMPORT_SOURCE_CARD (card), importing, i);
      card = gtk_widget_get_next_sibling (card);
    }
  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);

      gtk_box_remove (self->cards, card);
      card = next;
    }
}

static void
bw_import_join_page_class_init (BwImportJoinPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_IMPORT_PAGE_CLASS (klass)->refresh = bw_import_join_page_refresh;

  g_type_ensure (BW_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-join-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportJoinPage, snapshots);
  gtk_widget_class_bind_template_child (widget_class, BwImportJoinPage, span);
  gtk_widget_class_bind_template_child (widget_class, BwImportJoinPage, as_of);
  gtk_widget_class_bind_template_child (widget_class, BwImportJoinPage, vanished_box);
  gtk_widget_class_bind_template_child (widget_class, BwImportJoinPage, vanished_label);
  gtk_widget_class_bind_template_child (widget_class, BwImportJoinPage, vanished);
  gtk_widget_class_bind_template_child (widget_class, BwImportJoinPage, cards);
  gtk_widget_class_bind_template_callback (widget_class, on_date_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_vanished);
}

static void
bw_import_join_page_init (BwImportJoinPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
