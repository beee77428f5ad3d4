/* Asks how a column is meant that fits two readings: 03/04/2026, or 1.234. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question at a time; an answer holds for all such columns of the file. */

#include "app/import-question.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

struct _BwImportQuestion
{
  AdwBin parent_instance;

  BwImporting *importing;
  guint        file;   /* that is asked about */
  guint        column; /* likewise */

  GtkLabel  *question;
  GtkButton *as_read;
  GtkButton *as_other;
};

G_DEFINE_FINAL_TYPE (BwImportQuestion, bw_import_question, ADW_TYPE_BIN)

static void
on_as_read (BwImportQuestion *self)
{
  bw_importing_answer (self->importing, self->file, self->column, TRUE);
}

static void
on_as_other (BwImportQuestion *self)
{
  bw_importing_answer (self->importing, self->file, self->column, FALSE);
}

static void
bw_import_question_dispose (GObject *object)
{
  g_clear_object (&BW_IMPORT_QUESTION (object)->importing);

  G_OBJECT_CLASS (bw_import_question_parent_class)->dispose (object);
}

static void
bw_import_question_class_init (BwImportQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_import_question_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-question.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportQuestion, question);
  gtk_widget_class_bind_template_child (widget_class, BwImportQuestion, as_read);
  gtk_widget_class_bind_template_child (widget_class, BwImportQuestion, as_other);
  gtk_widget_class_bind_template_callback (widget_class, on_as_read);
  gtk_widget_class_bind_template_callback (widget_class, on_as_other);
}

static void
bw_import_question_init (BwImportQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "2026-03-04" as a person writes it, or a number. */
static char *
value_to_text (const char   *value,
               BwOpenReading open)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *noon = g_strdup_printf ("%.10sT12:00:00", value);
  g_autoptr(GDateTime) day = open == BW_OPEN_DATE_ORDER ? g_date_time_new_from_iso8601 (noon, utc) :
                             NULL;

  if (day != NULL)
    return bw_format_date ((double) (g_date_time_to_unix (day) / 86400), BW_DATE_FULL);

  return open == BW_OPEN_DECIMAL ? bw_format_number_plain (g_ascii_strtod (value, NULL)) :
         g_strdup (value);
}

/**
 * bw_import_question_show:
 *
 * Asks what is still open of @importing, or vanishes.
 */
void
bw_import_question_show (BwImportQuestion *self,
                         BwImporting      *importing)
{
  gboolean asks;

  g_return_if_fail (BW_IS_IMPORT_QUESTION (self));

  g_set_object (&self->importing, importing);
  asks = bw_importing_find_question (importing, &self->file, &self->column);
  gtk_widget_set_visible (GTK_WIDGET (self), asks);
  if (asks)
    {
      BwSource *source = bw_intake_get_source (bw_importing_get_intake (importing), self->file);
      const BwColumnFacts *facts = bw_source_get_facts (source, self->column);
      const char *header = bw_column_get_name (bw_table_get_column (bw_source_get_table (source),
                                                                    self->column));
      g_autofree char *read = value_to_text (facts->as_read, facts->open);
      g_autofree char *other = value_to_text (facts->as_other, facts->open);
      /* TRANSLATORS: a cell, its column, its file; two buttons with the two answers follow */
      g_autofree char *question = g_strdup_printf (_("What is “%s” in the column “%s” of %s?"),
                                                   facts->example, header,
                                                   bw_source_get_file_name (source));

      gtk_label_set_label (self->question, question);
      gtk_button_set_label (self->as_read, read);
      gtk_button_set_label (self->as_other, other);
      /* TRANSLATORS: of two answers the one that holds as long as nothing is said */
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->as_read), _("As it is read now"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->as_other), _("The other way"));
    }
}
