/* First step of the import assistant: the files, how each was read, and its lines as they stand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that could not be read stand below those that could. Lines are read in a worker. */

#include "app/import-files-page.h"

#include "app/import-choices.h"
#include "app/import-file-row.h"
#include "app/import-words.h"
#include "app/preview-grid.h"

#include <glib/gi18n-lib.h>

#define PREVIEW_LINES 50

struct _BwImportFilesPage
{
  BwImportPage parent_instance;

  BwSource     *shown;     /* whose lines are shown or being read, or NULL */
  BwPreview    *preview;   /* of it, or NULL */
  GCancellable *previewing; /* or NULL */
  gboolean      filling;

  GtkListBox      *list;
  GtkStack        *stack;
  GtkLabel        *name;
  GtkLabel        *facts;
  GtkWidget       *reset;
  BwImportChoices *choices;
  GtkStack        *lines;
  BwPreviewGrid   *grid;
  GtkLabel        *trouble;
  AdwStatusPage   *unread;
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
  return bw_intake_get_n_sources (bw_importing_get_intake (get_importing (self)));
}

/* The chosen place in the list. */
static guint
get_place (BwImportFilesPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row == NULL ? 0 : (guint) gtk_list_box_row_get_index (row);
}

static void
show_choices (BwImportFilesPage *self)
{
  const guint file = get_place (self);
  BwSource *source = bw_intake_get_source (bw_importing_get_intake (get_importing (self)), file);

  self->filling = TRUE;
  bw_import_choices_show (self->choices, source, self->preview);
  self->filling = FALSE;
}

static void
on_preview (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(BwImportFilesPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwPreview) preview = bw_preview_read_finish (result, &error);

  if (self->shown == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->previewing);
  if (preview == NULL)
    gtk_label_set_label (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->lines, preview == NULL ? "trouble" : "grid");
  bw_preview_grid_show (self->grid, preview, bw_source_get_reading (self->shown));
  g_clear_pointer (&self->preview, bw_preview_unref);
  self->preview = g_steal_pointer (&preview);
  gtk_widget_set_opacity (GTK_WIDGET (self->choices), 1);
  if (get_place (self) < count_files (self))
    show_choices (self);
}

/* The choices follow when the lines are there. */
static void
read_lines (BwImportFilesPage *self,
            guint              file)
{
  BwIntake *intake = bw_importing_get_intake (get_importing (self));
  BwSource *source = bw_intake_get_source (intake, file);

  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  self->previewing = g_cancellable_new ();
  g_clear_pointer (&self->shown, bw_source_unref);
  self->shown = bw_source_ref (source);
  bw_preview_read_async (bw_intake_get_file (intake, file), bw_source_get_reading (source), 1,
                         PREVIEW_LINES, self->previewing, on_preview, g_object_ref (self));
}

static gboolean
has_choices (const BwReading *choices)
{
  return choices->encoding != NULL || choices->sheet != NULL ||
         choices->delimiter != BW_CHOOSE || choices->quote != BW_CHOOSE ||
         choices->header != BW_HEADER_FIND || choices->header_rows != 0 ||
         choices->first_row != BW_ROW_FIND || choices->decimal != BW_CHOOSE ||
         choices->date_order != BW_DATE_ORDER_FIND || choices->n_forced > 0;
}

static void
show_file (BwImportFilesPage *self,
           guint              file)
{
  BwImporting *importing = get_importing (self);
  BwSource *source = bw_intake_get_source (bw_importing_get_intake (importing), file);
  g_autofree char *facts =
    bw_import_describe_reading (source, bw_importing_get_size (importing, file));

  gtk_label_set_label (self->name, bw_source_get_file_name (source));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), bw_source_get_file_name (source));
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (self->reset, has_choices (bw_importing_get_choices (importing, file)));
  if (source == self->shown)
    show_choices (self);
  else
    read_lines (self, file);
  gtk_stack_set_visible_child_name (self->stack, "file");
}

static void
show_unread (BwImportFilesPage *self,
             const BwUnread    *unread)
{
  g_autofree char *reason = g_markup_escape_text (unread->reason, -1);
  g_autofree char *name = g_markup_escape_text (unread->name, -1);
  /* TRANSLATORS: %s is a file */
  g_autofree char *title = g_strdup_printf (_("Could Not Read %s"), name);

  adw_status_page_set_title (self->unread, title);
  adw_status_page_set_description (self->unread, reason);
  gtk_stack_set_visible_child_name (self->stack, "unread");
}

static void
show_place (BwImportFilesPage *self)
{
  const guint place = get_place (self), n_files = count_files (self);

  if (place < n_files)
    show_file (self, place);
  else if (place - n_files < bw_importing_get_n_unread (get_importing (self)))
    show_unread (self, bw_importing_get_unread (get_importing (self), place - n_files));
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

static void
on_chosen (BwImportFilesPage    *self,
           guint                 choice,
           const BwImportOption *option)
{
  const guint file = get_place (self);
  g_autoptr(BwReading) reading = NULL;

  if (self->filling || file >= count_files (self))
    return;

  reading = bw_reading_copy (bw_importing_get_choices (get_importing (self), file));
  bw_import_choice_get (choice)->set (reading, option);
  bw_importing_reread (get_importing (self), file, reading);
}

static void
on_reset (BwImportFilesPage *self)
{
  g_autoptr(BwReading) reading = bw_reading_new ();

  bw_importing_reread (get_importing (self), get_place (self), reading);
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
        bw_import_file_row_show_unread (row, bw_importing_get_unread (importing, i - n_files));
    }
  show_place (self);
}

static void
bw_import_files_page_dispose (GObject *object)
{
  BwImportFilesPage *self = BW_IMPORT_FILES_PAGE (object);

  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  g_clear_pointer (&self->shown, bw_source_unref);
  g_clear_pointer (&self->preview, bw_preview_unref);

  G_OBJECT_CLASS (bw_import_files_page_parent_class)->dispose (object);
}

static void
bw_import_files_page_class_init (BwImportFilesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_import_files_page_dispose;
  BW_IMPORT_PAGE_CLASS (klass)->refresh = bw_import_files_page_refresh;

  signals[ADD_FILES] = g_signal_new ("add-files", BW_TYPE_IMPORT_FILES_PAGE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BW_TYPE_IMPORT_CHOICES);
  g_type_ensure (BW_TYPE_PREVIEW_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-files-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, list);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, name);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, facts);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, reset);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, choices);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, lines);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, grid);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, BwImportFilesPage, unread);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
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
