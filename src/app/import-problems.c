/* The problems of an import: by kind, searchable, each in its place, and as a file to take along. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* There may be a million. They are searched in a worker, and a list of what was found takes the
 * place of the one before as a whole. */

#include "app/import-problems.h"

#include "app/file-dialog.h"
#include "app/hidden-names.h"
#include "app/import-words.h"
#include "app/message.h"
#include "app/problem-cells.h"
#include "app/problem-place.h"
#include "format/format.h"
#include "workspace/problem-export.h"

#include <glib/gi18n-lib.h>

struct _BwImportProblems
{
  AdwBin parent_instance;

  BwReport           *report;    /* whose problems are shown, or NULL */
  BwIntake           *intake;    /* with the lines of the files, or NULL where they are not there */
  GCancellable       *searching; /* or NULL */
  BwProblemList      *found;     /* or NULL */
  GtkSingleSelection *selection; /* of @found */
  gboolean            filling;

  GtkListBox     *kinds;
  GtkSearchEntry *search;
  GtkWidget      *export;
  GtkColumnView  *view;
  GtkLabel       *count;
  BwProblemPlace *place;
};

#define KIND_KEY "bw-kind" /* on a row: its kind */

static const BwFileKind tables = { N_("CSV tables"), { "*.csv" } };

G_DEFINE_FINAL_TYPE (BwImportProblems, bw_import_problems, ADW_TYPE_BIN)

static void
on_problem_selected (BwImportProblems *self)
{
  BwProblemItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->report != NULL)
    bw_problem_place_show (self->place, self->intake,
                           item == NULL ? NULL : bw_problem_item_get_problem (item));
}

static void
show_found (BwImportProblems *self,
            BwProblemList    *found)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (found));
  const guint n_notes = bw_problem_list_get_n_notes (found);
  g_autofree char *text = bw_import_count_problems (n - n_notes, n_notes);

  g_set_object (&self->found, found);
  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (found));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (on_problem_selected), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_label_set_label (self->count, text);
  gtk_widget_set_sensitive (self->export, n > 0);
  bw_problem_place_show (self->place, self->intake, NULL);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BwImportProblems) self = user_data;
  g_autoptr(BwProblemList) found = bw_problem_list_find_finish (result, NULL);

  if (found == NULL || self->report == NULL)
    return;

  g_clear_object (&self->searching);
  show_found (self, found);
}

static void
find (BwImportProblems *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->kinds);
  const guint kind = row == NULL ? BW_ALL_PROBLEM_KINDS :
                     GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), KIND_KEY));

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  bw_problem_list_find_async (self->report, kind,
                              gtk_editable_get_text (GTK_EDITABLE (self->search)),
                              self->searching, on_found, g_object_ref (self));
}

static void
on_wanted_changed (BwImportProblems *self)
{
  if (!self->filling && self->report != NULL)
    find (self);
}

/* Escape empties the search; without one it is for the window. */
static void
on_stop_search (BwImportProblems *self)
{
  GtkEditable *search = GTK_EDITABLE (self->search);

  if (*gtk_editable_get_text (search) != '\0')
    gtk_editable_set_text (search, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BwImportProblems) self = user_data;
  g_autoptr(GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL)
    return;
  if (bw_problem_list_save_finish (result, &error))
    gtk_label_set_label (self->count, _("List exported"));
  else
    bw_message_show_error (GTK_WINDOW (root), _("Could Not Export the List"), error);
}

static void
on_place_chosen (GFile *const *files,
                 guint         n_files,
                 gpointer      user_data)
{
  BwImportProblems *self = user_data;

  if (self->found != NULL)
    bw_problem_list_save_async (self->found, !bw_hidden_names_get (), files[0], NULL, on_saved,
                                g_object_ref (self));
}

static void
on_export (BwImportProblems *self)
{
  bw_file_dialog_save_list (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Export List"),
                            &tables, _("problems.csv"),
                            _("Hide customers’ names (texts of the files are left out)"),
                            on_place_chosen, self);
}

static void
bw_import_problems_dispose (GObject *object)
{
  BwImportProblems *self = BW_IMPORT_PROBLEMS (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_object (&self->found);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->intake, bw_intake_unref);
  g_clear_pointer (&self->report, bw_report_unref);

  G_OBJECT_CLASS (bw_import_problems_parent_class)->dispose (object);
}

static void
bw_import_problems_class_init (BwImportProblemsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_import_problems_dispose;

  g_type_ensure (BW_TYPE_PROBLEM_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-problems.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportProblems, kinds);
  gtk_widget_class_bind_template_child (widget_class, BwImportProblems, search);
  gtk_widget_class_bind_template_child (widget_class, BwImportProblems, export);
  gtk_widget_class_bind_template_child (widget_class, BwImportProblems, view);
  gtk_widget_class_bind_template_child (widget_class, BwImportProblems, count);
  gtk_widget_class_bind_template_child (widget_class, BwImportProblems, place);
  gtk_widget_class_bind_template_callback (widget_class, on_wanted_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
}

static void
bw_import_problems_init (BwImportProblems *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bw_problem_cells_add (self->view);
}

/* What becomes of such a problem, in a word beside the picture. */
static const char *
severity_to_text (BwSeverity severity)
{
  switch (severity)
    {
    case BW_SEVERITY_ROW:
      return _("rows set aside");
    case BW_SEVERITY_CELL:
      return _("cells left empty");
    case BW_SEVERITY_NOTE:
    default:
      return _("notes");
    }
}

static void
add_kind (BwImportProblems *self,
          guint             kind,
          const char       *title,
          const char       *what,
          gsize             n,
          gboolean          grave)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *number = bw_format_number (n, 0);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", title, number, what);
  GtkWidget *labels[] = { gtk_label_new (title), gtk_label_new (number), gtk_label_new (what) };
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                  grave ? "bw-warning-symbolic" : "bw-note-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_widget_add_css_class (icon, grave ? "warning" : "dim-label");
  gtk_label_set_xalign (GTK_LABEL (labels[0]), 0);
  gtk_label_set_wrap (GTK_LABEL (labels[0]), TRUE);
  gtk_widget_set_hexpand (labels[0], TRUE);
  gtk_label_set_xalign (GTK_LABEL (labels[2]), 0);
  gtk_widget_add_css_class (labels[1], "numeric");
  gtk_widget_add_css_class (labels[2], "caption");
  gtk_widget_add_css_class (labels[2], "dim-label");
  gtk_grid_attach (GTK_GRID (grid), icon, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), labels[0], 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), labels[1], 2, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), labels[2], 1, 1, 2, 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  g_object_set_data (G_OBJECT (row), KIND_KEY, GUINT_TO_POINTER (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->kinds, row);
}

/* How many problems there are of each kind, and how grave the gravest is. */
typedef struct
{
  gsize      n[BW_N_PROBLEM_KINDS];
  BwSeverity worst[BW_N_PROBLEM_KINDS];
  gsize      n_problems; /* that are no notes */
  gsize      n_notes;
} Kinds;

static void
count_kinds (const BwReport *report,
             Kinds          *kinds)
{
  *kinds = (Kinds) { 0 };
  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      kinds->n[problem->kind]++;
      kinds->worst[problem->kind] = MAX (kinds->worst[problem->kind], problem->severity);
      kinds->n_notes += problem->severity == BW_SEVERITY_NOTE;
    }
  kinds->n_problems = bw_report_get_n_problems (report) - kinds->n_notes;
}

static void
show_kinds (BwImportProblems *self)
{
  Kinds kinds;
  g_autofree char *all = NULL;
  GtkListBoxRow *row;

  count_kinds (self->report, &kinds);
  all = bw_import_count_problems (kinds.n_problems, kinds.n_notes);

  while ((row = gtk_list_box_get_row_at_index (self->kinds, 0)) != NULL)
    gtk_list_box_remove (self->kinds, GTK_WIDGET (row));

  add_kind (self, BW_ALL_PROBLEM_KINDS, _("All"), all, kinds.n_problems + kinds.n_notes,
            kinds.n_problems > 0);
  for (int severity = BW_SEVERITY_ROW; severity >= BW_SEVERITY_NOTE; severity--)
    {
      for (guint kind = 0; kind < BW_N_PROBLEM_KINDS; kind++)
        {
          if (kinds.n[kind] > 0 && (int) kinds.worst[kind] == severity)
            add_kind (self, kind, bw_problem_kind_get_title (kind),
                      severity_to_text (severity), kinds.n[kind],
                      severity != BW_SEVERITY_NOTE);
        }
    }
  gtk_list_box_select_row (self->kinds, gtk_list_box_get_row_at_index (self->kinds, 0));
}

static void
show (BwImportProblems *self,
      BwReport         *report,
      BwIntake         *intake)
{
  bw_report_ref (report);
  g_clear_pointer (&self->report, bw_report_unref);
  g_clear_pointer (&self->intake, bw_intake_unref);
  self->report = report;
  self->intake = intake == NULL ? NULL : bw_intake_ref (intake);
  self->filling = TRUE;
  show_kinds (self);
  self->filling = FALSE;
  find (self);
}

/**
 * bw_import_problems_show:
 *
 * Shows the problems of the intake that there is now.
 */
void
bw_import_problems_show (BwImportProblems *self,
                         BwImporting      *importing)
{
  BwIntake *intake = bw_importing_get_intake (importing);

  g_return_if_fail (BW_IS_IMPORT_PROBLEMS (self));

  if (self->intake != intake)
    show (self, bw_intake_get_report (intake), intake);
}

/**
 * bw_import_problems_show_report:
 *
 * Shows the problems of a report whose files are not at hand.
 */
void
bw_import_problems_show_report (BwImportProblems *self,
                                BwReport         *report)
{
  g_return_if_fail (BW_IS_IMPORT_PROBLEMS (self));
  g_return_if_fail (report != NULL);

  show (self, report, NULL);
}

/**
 * bw_import_problems_search:
 *
 * Puts the focus where problems are searched.
 */
void
bw_import_problems_search (BwImportProblems *self)
{
  g_return_if_fail (BW_IS_IMPORT_PROBLEMS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
