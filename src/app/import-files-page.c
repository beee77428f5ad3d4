/* First step of the import assistant: the files, how each was read, and its lines as they stand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that could not be read stand below those that could; they may be tried in another way. */

#include "app/import-files-page.h"

#include "app/import-choices.h"
#include "app/import-file-row.h"
#include "app/import-lines.h"
#include "app/import-words.h"

#include <glib/gi18n-lib.h>

struct _BwImportFilesPage
{
  BwImportPage parent_instance;

  gboolean filling;

  GtkListBox      *list;
  GtkLabel        *name;
  GtkLabel        *facts;
  GtkWidget       *reset;
  BwImportChoices *choices;
  BwImportLines   *lines;
  GtkWidget       *trouble_bar;
  GtkLabel        *reason;
  GtkWidget       *take_out;
};

enum
{
  ADD_FILES,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwImportFilesPage, bw_import_files_page, BW_TYPE_IMPORT_PAGE)

static BwImporting *
get_importing (BwImportFilesPage *self)
{
  return bw_import_page_get_importing (BW_IMPORT_PAGE (self));
}

static guint
count_files (BwImportFilesPage *self)
{
  BwIntake *intake = bw_importing_get_intake (get_importing (self));

  return intake == NULL ? 0 : bw_intake_get_n_sources (intake);
}

/* The last file stays: without any there is nothing to import. */
static gboolean
may_take_out (BwImportFilesPage *self)
{
  return count_files (self) + bw_importing_get_n_unread (get_importing (self)) > 1;
}

/* The chosen place in the list. */
static guint
get_place (BwImportFilesPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row == NULL ? 0 : (guint) gtk_list_box_row_get_index (row);
}

/* The file at @place where it could not be read, else NULL. */
static const BwUnread *
get_unread (BwImportFilesPage *self,
            guint              place)
{
  const guint n_files = count_files (self);

  return place < n_files || place - n_files >= bw_importing_get_n_unread (get_importing (self)) ?
         NULL : bw_importing_get_unread (get_importing (self), place - n_files);
}

static void
show_choices (BwImportFilesPage *self)
{
  const guint place = get_place (self);
  const BwUnread *unread = get_unread (self, place);
  BwImportedFile file = {
    .preview = bw_import_lines_get_preview (self->lines), .unread = unread != NULL
  };

  if (unread != NULL)
    {
      file.reading = unread->choices;
      file.sheets = (const char *const *) unread->sheets;
    }
  else if (place < count_files (self))
    {
      BwSource *source =
        bw_intake_get_source (bw_importing_get_intake (get_importing (self)), place);

      file.reading = bw_source_get_reading (source);
      file.sheets = bw_source_get_sheets (source);
    }
  else
    {
      return;
    }

  self->filling = TRUE;
  bw_import_choices_show (self->choices, &file);
  self->filling = FALSE;
}

static void
on_lines_read (BwImportFilesPage *self)
{
  gtk_widget_set_opacity (GTK_WIDGET (self->choices), 1);
  if (get_importing (self) != NULL)
    show_choices (self);
}

/* The choices follow when the lines are there. */
static void
show_lines (BwImportFilesPage *self,
            GFile             *file,
            BwSource          *source,
            const BwReading   *reading)
{
  if (bw_import_lines_show (self->lines, file, source, reading))
    show_choices (self);
}

/* The drop-downs of a file that comes on show are open where one of them may have to be turned. */
static void
open_choices (BwImportFilesPage *self,
              GFile             *file,
              gboolean           doubtful)
{
  if (!bw_import_lines_is_of (self->lines, file))
    bw_import_choices_open (self->choices, doubtful);
}

static gboolean
has_choices (const BwReading *choices)
{
  return choices->encoding != NULL || choices->delimiter != BW_CHOOSE || choices->quote != BW_CHOOSE ||
         choices->header != BW_HEADER_FIND || choices->header_rows != 0 ||
         choices->first_row != BW_ROW_FIND || choices->decimal != BW_CHOOSE ||
         choices->date_order != BW_DATE_ORDER_FIND || choices->n_forced > 0;
}

static void
show_title (BwImportFilesPage *self,
            const char        *name,
            const char        *facts)
{
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->facts, facts);
}

static void
show_file (BwImportFilesPage *self,
           guint              place)
{
  BwImporting *importing = get_importing (self);
  BwIntake *intake = bw_importing_get_intake (importing);
  BwSource *source = bw_intake_get_source (intake, place);
  GFile *file = bw_intake_get_file (intake, place);
  g_autofree char *facts =
    bw_import_describe_reading (source, bw_importing_get_size (importing, place));

  show_title (self, bw_source_get_file_name (source), facts);
  gtk_widget_set_visible (self->trouble_bar, FALSE);
  gtk_widget_set_visible (self->reset, has_choices (bw_importing_get_choices (importing, place)));
  open_choices (self, file, bw_import_is_doubtful (source));
  show_lines (self, file, source, bw_source_get_reading (source));
}

static void
show_unread (BwImportFilesPage *self,
             const BwUnread    *unread)
{
  show_title (self, unread->name, _("could not be read"));
  gtk_label_set_label (self->reason, unread->reason);
  gtk_widget_set_visible (self->trouble_bar, TRUE);
  gtk_widget_set_visible (self->take_out, may_take_out (self));
  gtk_widget_set_visible (self->reset, has_choices (unread->choices));
  open_choices (self, unread->file, TRUE);
  show_lines (self, unread->file, NULL, unread->choices);
}

static void
show_place (BwImportFilesPage *self)
{
  const guint place = get_place (self);
  const BwUnread *unread = get_unread (self, place);

  if (unread != NULL)
    show_unread (self, unread);
  else if (place < count_files (self))
    show_file (self, place);
}

static void
on_row_selected (BwImportFilesPage *self)
{
  if (!self->filling && get_importing (self) != NULL)
    show_place (self);
}

static void
take_out (BwImportFilesPage *self,
          guint              place)
{
  const guint n_files = count_files (self);

  if (place >= n_files)
    bw_importing_drop_unread (get_importing (self), place - n_files);
  else if (n_files > 1)
    bw_importing_remove_file (get_importing (self), place);
}

static void
on_take_out (BwImportFilesPage *self)
{
  take_out (self, get_place (self));
}

static void
on_row_taken_out (BwImportFilesPage *self,
                  GtkListBoxRow     *row)
{
  take_out (self, gtk_list_box_row_get_index (row));
}

static void
on_add (BwImportFilesPage *self)
{
  g_signal_emit (self, signals[ADD_FILES], 0);
}

/* How the chosen file is read from now on. */
static void
read_as (BwImportFilesPage *self,
         const BwReading   *reading)
{
  const guint place = get_place (self), n_files = count_files (self);

  if (get_unread (self, place) != NULL)
    bw_importing_retry_unread (get_importing (self), place - n_files, reading);
  else if (place < n_files)
    bw_importing_reread (get_importing (self), place, reading);
}

/* What a person chose for the chosen file. */
static const BwReading *
get_choices (BwImportFilesPage *self)
{
  const BwUnread *unread = get_unread (self, get_place (self));

  return unread != NULL ? unread->choices :
         bw_importing_get_choices (get_importing (self), get_place (self));
}

static void
on_chosen (BwImportFilesPage    *self,
           guint                 choice,
           const BwImportOption *option)
{
  g_autoptr(BwReading) reading = NULL;

  if (self->filling)
    return;

  reading = bw_reading_copy (get_choices (self));
  bw_import_choice_get (choice)->set (reading, option);
  read_as (self, reading);
}

/* Which sheet it is has a drop-down of its own, and may not be found. */
static void
on_reset (BwImportFilesPage *self)
{
  g_autoptr(BwReading) reading = bw_reading_new ();

  reading->sheet = g_strdup (get_choices (self)->sheet);
  read_as (self, reading);
  gtk_widget_child_focus (GTK_WIDGET (self->choices), GTK_DIR_TAB_FORWARD);
}

/* As many rows as there are files, the chosen one still chosen, else @first. */
static void
set_n_rows (BwImportFilesPage *self,
            guint              n_rows,
            guint              first)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);
  const guint place = chosen != NULL ? (guint) gtk_list_box_row_get_index (chosen) : first;
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->list, n) != NULL)
    n++;
  for (; n < n_rows; n++)
    {
      GtkWidget *row = g_object_new (BW_TYPE_IMPORT_FILE_ROW, NULL);

      g_signal_connect_object (row, "taken-out", G_CALLBACK (on_row_taken_out), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  for (; n > n_rows; n--)
    gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, n - 1)));
  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, MIN (place, n_rows - 1)));
}

static void
bw_import_files_page_refresh (BwImportPage *page)
{
  BwImportFilesPage *self = BW_IMPORT_FILES_PAGE (page);
  BwImporting *importing = get_importing (self);
  const guint n_files = count_files (self), n_unread = bw_importing_get_n_unread (importing);

  self->filling = TRUE;
  set_n_rows (self, n_files + n_unread, n_unread > 0 ? n_files : 0);
  self->filling = FALSE;
  for (guint i = 0; i < n_files + n_unread; i++)
    {
      BwImportFileRow *row = BW_IMPORT_FILE_ROW (gtk_list_box_get_row_at_index (self->list, i));

      if (i < n_files)
        bw_import_file_row_show_file (row, importing, i);
      else
        bw_import_file_row_show_unread (row, bw_importing_get_unread (importing, i - n_files),
                                        may_take_out (self));
    }
  show_place (self);
}

static void
bw_import_files_page_class_init (BwImportFilesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_IMPORT_PAGE_CLASS (klass)->refresh = bw_import_files_page_refresh;
  BW_IMPORT_PAGE_CLASS (klass)->without_intake = TRUE;

  signals[ADD_FILES] = g_signal_new ("add-files", BW_TYPE_IMPORT_FILES_PAGE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BW_TYPE_IMPORT_CHOICES);
  g_type_ensure (BW_TYPE_IMPORT_LINES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-files-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, list);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, name);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, facts);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, reset);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, choices);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, lines);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, reason);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, take_out);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_lines_read);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_take_out);
}

static void
bw_import_files_page_init (BwImportFilesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_opacity (GTK_WIDGET (self->choices), 0); /* until there is something to choose */
}
