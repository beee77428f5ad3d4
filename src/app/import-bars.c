/* Bars above the steps of the import assistant: what went wrong, what is asked, what was assumed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-bars.h"

#include "app/date-button.h"
#include "app/import-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwImportBars
{
  AdwBin parent_instance;

  BwImporting *importing;
  gboolean     asks_date; /* the files had none when they came */
  gboolean     outdated;  /* something was asked since the error on show */

  GtkWidget    *error_bar;
  GtkLabel     *error_label;
  GtkWidget    *add_bar;
  GtkLabel     *add_label;
  GtkButton    *add_button;
  GtkWidget    *recalled_bar;
  GtkWidget    *date_bar;
  BwDateButton *date_button;
};

G_DEFINE_FINAL_TYPE (BwImportBars, bw_import_bars, ADW_TYPE_BIN)

static void
on_dismiss (BwImportBars *self)
{
  gtk_widget_set_visible (self->error_bar, FALSE);
}

static void
on_switch_add (BwImportBars *self)
{
  bw_importing_set_adds (self->importing, !bw_importing_get_adds (self->importing));
}

static void
on_scratch (BwImportBars *self)
{
  bw_importing_start_afresh (self->importing);
}

static void
on_date_chosen (BwImportBars *self,
                double        date)
{
  bw_importing_set_as_of (self->importing, date);
}

static void
on_failed (BwImportBars *self,
           const GError *error)
{
  self->outdated = FALSE;
  gtk_label_set_label (self->error_label, error->message);
  gtk_widget_set_visible (self->error_bar, TRUE);
}

/* An error stays while what was asked together with it is carried out, and goes with what is asked
 * after it. */
static void
on_busy (BwImportBars *self)
{
  self->outdated |= bw_importing_get_busy (self->importing);
}

static void
show_add (BwImportBars *self)
{
  const gboolean adds = bw_importing_get_adds (self->importing);
  g_autofree char *news = adds ?
                          bw_import_describe_news (bw_importing_get_facts (self->importing)) :
                          g_strdup (_("These files take the place of what is open."));

  gtk_widget_set_visible (self->add_bar, bw_importing_get_may_add (self->importing));
  gtk_label_set_label (self->add_label, news);
  gtk_button_set_label (self->add_button, adds ? _("Start Ane_w") : _("Add to the _Open Data"));
}

static void
show (BwImportBars *self)
{
  const double date = bw_importing_get_facts (self->importing)->date_last;
  const gboolean busy = bw_importing_get_busy (self->importing);
  const gboolean read = bw_importing_get_intake (self->importing) != NULL;

  show_add (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), !busy);
  gtk_widget_set_visible (self->recalled_bar, bw_importing_get_recalled (self->importing));
  self->asks_date = self->asks_date || (read && isnan (date));
  gtk_widget_set_visible (self->date_bar, self->asks_date);
  bw_date_button_set_date (self->date_button, date);
}

static void
on_changed (BwImportBars *self)
{
  if (self->outdated)
    gtk_widget_set_visible (self->error_bar, FALSE);
  show (self);
}

static void
bw_import_bars_dispose (GObject *object)
{
  g_clear_object (&BW_IMPORT_BARS (object)->importing);

  G_OBJECT_CLASS (bw_import_bars_parent_class)->dispose (object);
}

static void
bw_import_bars_class_init (BwImportBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_import_bars_dispose;

  g_type_ensure (BW_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-bars.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, error_bar);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, error_label);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, add_bar);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, add_label);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, add_button);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, recalled_bar);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, date_bar);
  gtk_widget_class_bind_template_child (widget_class, BwImportBars, date_button);
  gtk_widget_class_bind_template_callback (widget_class, on_dismiss);
  gtk_widget_class_bind_template_callback (widget_class, on_switch_add);
  gtk_widget_class_bind_template_callback (widget_class, on_scratch);
  gtk_widget_class_bind_template_callback (widget_class, on_date_chosen);
}

static void
bw_import_bars_init (BwImportBars *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_import_bars_follow:
 *
 * To be called once.
 */
void
bw_import_bars_follow (BwImportBars *self,
                       BwImporting  *importing)
{
  g_return_if_fail (BW_IS_IMPORT_BARS (self));
  g_return_if_fail (self->importing == NULL);

  self->importing = g_object_ref (importing);
  g_signal_connect_object (importing, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (importing, "notify::busy", G_CALLBACK (on_busy), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (importing, "notify::busy", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (importing, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  show (self);
}
