/* The cells of a table of problems. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/problem-cells.h"

#include "app/table-names.h"
#include "format/format.h"
#include "workspace/problem-list.h"

#include <glib/gi18n-lib.h>

#define MOST_LINES 3 /* of what is wrong; all of it is in the tooltip */

/* How the text of a cell comes from a problem. */
typedef struct
{
  const char *title;
  int         width; /* characters */
  gboolean    number;
  gboolean    expand;
  char       *(*get)(const BwProblem *problem);
} Cell;

static char *
get_file (const BwProblem *problem)
{
  return g_strdup (problem->file != NULL ? problem->file : "");
}

static char *
count_to_text (gsize count)
{
  return count == 0 ? g_strdup ("–") : bw_format_number (count, 0);
}

static char *
get_line (const BwProblem *problem)
{
  return count_to_text (problem->line);
}

static char *
get_column (const BwProblem *problem)
{
  return problem->header == NULL ? count_to_text (problem->column) : g_strdup (problem->header);
}

static char *
get_what (const BwProblem *problem)
{
  return problem->text == NULL || *problem->text == '\0' ? g_strdup (problem->what) :
         /* TRANSLATORS: a cell of a file, then what is wrong with it */
         g_strdup_printf (_("“%s”: %s"), problem->text, problem->what);
}

static const Cell cells[] = {
  { N_("Problem"), 22, FALSE, TRUE, get_what },
  { N_("Line"), 6, TRUE, FALSE, get_line },
  { N_("Column"), 14, FALSE, FALSE, get_column },
  { N_("File"), 16, FALSE, FALSE, get_file },
};

static void
setup (GtkSignalListItemFactory *factory,
       GtkListItem              *list_item,
       const Cell               *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), cell->number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), cell->width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), cell->expand ? 200 : cell->width);
  gtk_label_set_single_line_mode (GTK_LABEL (label), !cell->expand);
  gtk_label_set_wrap (GTK_LABEL (label), cell->expand);
  gtk_label_set_lines (GTK_LABEL (label), cell->expand ? MOST_LINES : -1);
  if (cell->number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
bind (GtkSignalListItemFactory *factory,
      GtkListItem              *list_item,
      const Cell               *cell)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const BwProblem *problem = bw_problem_item_get_problem (gtk_list_item_get_item (list_item));
  g_autofree char *text = cell->get (problem);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, cell->number ? NULL : text);
  if (cell == &cells[0])
    bw_table_name_row (list_item, text);
}

/**
 * bw_problem_cells_add:
 * @view: of #BwProblemItem
 *
 * Gives the view its columns.
 */
void
bw_problem_cells_add (GtkColumnView *view)
{
  bw_table_name (view, _("Problems"));
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr(GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup), (gpointer) &cells[i]);
      g_signal_connect (factory, "bind", G_CALLBACK (bind), (gpointer) &cells[i]);
      column = gtk_column_view_column_new (_(cells[i].title), factory);
      gtk_column_view_column_set_expand (column, cells[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (view, column);
    }
}
