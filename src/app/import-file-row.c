/* One file in the import assistant's list: its name, what is in it, and a button that takes it out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-file-row.h"

#include "app/import-words.h"

#include <glib/gi18n-lib.h>

struct _BwImportFileRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *warning;
  GtkLabel  *name;
  GtkLabel  *facts;
  GtkWidget *take_out;
};

enum
{
  TAKEN_OUT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwImportFileRow, bw_import_file_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_take_out (BwImportFileRow *self)
{
  g_signal_emit (self, signals[TAKEN_OUT], 0);
}

static void
bw_import_file_row_class_init (BwImportFileRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[TAKEN_OUT] = g_signal_new ("taken-out", BW_TYPE_IMPORT_FILE_ROW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportFileRow, warning);
  gtk_widget_class_bind_template_child (widget_class, BwImportFileRow, name);
  gtk_widget_class_bind_template_child (widget_class, BwImportFileRow, facts);
  gtk_widget_class_bind_template_child (widget_class, BwImportFileRow, take_out);
  gtk_widget_class_bind_template_callback (widget_class, on_take_out);
}

static void
bw_import_file_row_init (BwImportFileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (BwImportFileRow *self,
      const char      *name,
      const char      *facts,
      gboolean         unread)
{
  g_autofree char *row_name = g_strdup_printf ("%s, %s", name, facts);
  /* TRANSLATORS: %s is a file */
  g_autofree char *button_name = g_strdup_printf (_("Take out %s"), name);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->facts), facts);
  gtk_widget_set_visible (self->warning, unread);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, row_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_out),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, button_name, -1);
}

/**
 * bw_import_file_row_show_file:
 * @file: of the intake
 */
void
bw_import_file_row_show_file (BwImportFileRow *self,
                              BwImporting     *importing,
                              guint            file)
{
  BwIntake *intake = bw_importing_get_intake (importing);
  BwSource *source = bw_intake_get_source (intake, file);
  g_autofree char *facts = bw_import_describe_size (source);
  g_autofree char *new_facts = NULL;

  g_return_if_fail (BW_IS_IMPORT_FILE_ROW (self));

  if (bw_importing_get_adds (importing) && bw_importing_get_is_new (importing, file))
    /* TRANSLATORS: of a file that comes to those that are open already; %s: rows and columns */
    new_facts = g_strdup_printf (_("new · %s"), facts);
  show (self, bw_source_get_file_name (source), new_facts != NULL ? new_facts : facts, FALSE);
  gtk_widget_set_visible (self->take_out, bw_intake_get_n_sources (intake) > 1);
}

/**
 * bw_import_file_row_show_unread:
 * @unread: a file that could not be read
 * @may_go: it may be taken out
 */
void
bw_import_file_row_show_unread (BwImportFileRow *self,
                                const BwUnread  *unread,
                                gboolean         may_go)
{
  g_return_if_fail (BW_IS_IMPORT_FILE_ROW (self));

  show (self, unread->name, _("could not be read"), TRUE);
  gtk_widget_set_visible (self->take_out, may_go);
}
