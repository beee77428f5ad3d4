/* One import in the list of imports: what came when, with each of its files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-row.h"

#include "app/date-button.h"
#include "app/import-words.h"
#include "app/moment.h"
#include "format/format.h"
#include "widgets/short-name.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwImportRow
{
  AdwExpanderRow parent_instance;

  gint64        import;
  gboolean      removed;
  gboolean      writable;
  BwImportFile *files;   /* until the row is first opened, or NULL */
  guint         n_files;
};

enum
{
  REPORT,
  REMOVE,
  DATED,
  N_SIGNALS,
};

#define FILE_KEY "bw-file" /* on a date button: the number of its file */

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwImportRow, bw_import_row, ADW_TYPE_EXPANDER_ROW)

static void
on_report (BwImportRow *self)
{
  g_signal_emit (self, signals[REPORT], 0, self->import);
}

static void
on_remove (BwImportRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0, self->import, !self->removed);
}

static void
on_dated (BwImportRow  *self,
          double        date,
          BwDateButton *button)
{
  const gint64 *file = g_object_get_data (G_OBJECT (button), FILE_KEY);

  g_signal_emit (self, signals[DATED], 0, *file, date);
}

/* "accounts-2026-10.csv", or that "and 3 more". */
static char *
name_import (const BwImport *import)
{
  if (import->n_files == 0)
    return g_strdup (_("Nothing"));
  if (import->n_files == 1)
    return g_strdup (import->files[0].name);

  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", import->n_files - 1),
                          import->files[0].name, import->n_files - 1);
}

/* When, by whom, how much. */
static char *
describe_import (const BwImport *import)
{
  g_autofree char *when = bw_moment_to_text (import->at);
  g_autofree char *rows = NULL;
  g_autofree char *problems = NULL;
  gint64 n_rows = 0;

  for (guint i = 0; i < import->n_files; i++)
    n_rows += import->files[i].n_rows;
  rows = bw_import_count_rows ((gsize) n_rows);
  problems = import->n_problems == 0 ? g_strdup (_("no problems")) :
             bw_import_count_problems (import->n_problems, 0);

  if (import->author == NULL || *import->author == '\0')
    /* TRANSLATORS: when it was imported, number of rows, number of problems */
    return g_strdup_printf (_("%s · %s · %s"), when, rows, problems);

  /* TRANSLATORS: when it was imported, by whom, number of rows, number of problems */
  return g_strdup_printf (_("%s · %s · %s · %s"), when, import->author, rows, problems);
}

static void
add_date (BwImportRow        *self,
          AdwActionRow       *row,
          const BwImportFile *file,
          gboolean            writable)
{
  GtkWidget *button;
  g_autofree char *text = NULL;

  if (isnan (file->date))
    return;

  if (!writable)
    {
      text = bw_format_date (file->date, BW_DATE_FULL);
      adw_action_row_add_suffix (row, gtk_label_new (text));
      return;
    }

  button = g_object_new (BW_TYPE_DATE_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  bw_date_button_set_date (BW_DATE_BUTTON (button), file->date);
  g_object_set_data_full (G_OBJECT (button), FILE_KEY, g_memdup2 (&file->id, sizeof file->id),
                          g_free);
  gtk_widget_set_tooltip_text (button, _("Give the rows of this file another date"));
  g_signal_connect_object (button, "chosen", G_CALLBACK (on_dated), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static void
add_file (BwImportRow        *self,
          const BwImportFile *file,
          gboolean            writable)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_markup_escape_text (file->name, -1);
  g_autofree char *bytes = bw_format_bytes (file->size);
  g_autofree char *rows = bw_import_count_rows ((gsize) file->n_rows);
  /* TRANSLATORS: "42 kB", then "480 rows" */
  g_autofree char *facts = g_strdup_printf (file->removed ? _("%s · %s · removed") :
                                            _("%s · %s"), bytes, rows);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), bw_is_short_name (name) ? 0 : 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  gtk_widget_set_tooltip_text (row, file->name);
  add_date (self, ADW_ACTION_ROW (row), file, writable && !file->removed);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
forget_files (BwImportRow *self)
{
  for (guint i = 0; i < self->n_files; i++)
    g_free ((char *) self->files[i].name);
  g_clear_pointer (&self->files, g_free);
  self->n_files = 0;
}

/* Files get their rows when somebody wants to see them. */
static void
on_expanded (BwImportRow *self)
{
  for (guint i = 0; i < self->n_files; i++)
    add_file (self, &self->files[i], self->writable && !self->removed);
  forget_files (self);
}

static void
keep_files (BwImportRow    *self,
            const BwImport *import)
{
  self->files = g_memdup2 (import->files, import->n_files * sizeof (BwImportFile));
  self->n_files = import->n_files;
  for (guint i = 0; i < self->n_files; i++)
    self->files[i].name = g_strdup (self->files[i].name);
}

static void
bw_import_row_finalize (GObject *object)
{
  forget_files (BW_IMPORT_ROW (object));

  G_OBJECT_CLASS (bw_import_row_parent_class)->finalize (object);
}

static void
bw_import_row_class_init (BwImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_import_row_finalize;

  signals[REPORT] = g_signal_new ("report", BW_TYPE_IMPORT_ROW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[REMOVE] = g_signal_new ("remove", BW_TYPE_IMPORT_ROW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[DATED] = g_signal_new ("dated", BW_TYPE_IMPORT_ROW, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_DOUBLE);
}

static void
bw_import_row_init (BwImportRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

static GtkWidget *
make_button (BwImportRow    *self,
             const char     *label,
             void         ( *handler ) (BwImportRow *self))
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (handler), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_remove (BwImportRow *self,
            gboolean     alone)
{
  GtkWidget *button = make_button (self, self->removed ? _("_Put Back") : _("_Remove"), on_remove);

  gtk_widget_set_sensitive (button, !alone);
  if (alone)
    gtk_widget_set_tooltip_text (button, _("Without this import there would be no customers"));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
}

/**
 * bw_import_row_new:
 * @writable: whether it may be changed
 * @alone: whether it is the only one that stands, and cannot be taken back
 */
GtkWidget *
bw_import_row_new (const BwImport *import,
                   gboolean        writable,
                   gboolean        alone)
{
  BwImportRow *self = g_object_new (BW_TYPE_IMPORT_ROW, NULL);
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self);
  g_autofree char *name = name_import (import);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *facts = describe_import (import);
  g_autofree char *subtitle = g_markup_escape_text (facts, -1);

  self->import = import->id;
  self->removed = import->removed;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (row, subtitle);
  if (writable)
    add_remove (self, alone && !import->removed);
  adw_expander_row_add_action (row, make_button (self, _("Re_port…"), on_report));
  self->writable = writable;
  keep_files (self, import);

  return GTK_WIDGET (self);
}
