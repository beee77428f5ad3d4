/* The metrics that the chosen segment does not use, folded away, each to be taken into use. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/unused-list.h"

#include "widgets/unused-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwUnusedList
{
  AdwBin parent_instance;

  GtkExpander *expander;
  GtkLabel    *label; /* the expander's, which may be shortened */
  GtkListBox  *list;
};

G_DEFINE_FINAL_TYPE (BwUnusedList, bw_unused_list, ADW_TYPE_BIN)

static GtkScrolledWindow *
get_scrolled (BwUnusedList *self)
{
  return GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW));
}

static void
scroll_here (gpointer user_data)
{
  g_autoptr(BwUnusedList) self = user_data;
  GtkScrolledWindow *scrolled = get_scrolled (self);
  GtkAdjustment *adjustment;
  double y;

  if (scrolled == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (scrolled), 0, 0, NULL, &y))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y);
}

/* The list has its place only now. */
static void
on_grown (BwUnusedList  *self,
          GtkAdjustment *adjustment)
{
  g_signal_handlers_disconnect_by_func (adjustment, on_grown, self);
  g_idle_add_once (scroll_here, g_object_ref (self));
}

/* What opens at the lower end of a panel opens out of sight: it is brought into view. */
static void
on_expanded (BwUnusedList *self)
{
  GtkScrolledWindow *scrolled = get_scrolled (self);
  GtkAdjustment *adjustment;

  if (scrolled == NULL)
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (scrolled);
  g_signal_handlers_disconnect_by_func (adjustment, on_grown, self);
  if (gtk_expander_get_expanded (self->expander))
    g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_grown), self, G_CONNECT_SWAPPED);
}

static void
bw_unused_list_class_init (BwUnusedListClass *klass)
{
}

static void
bw_unused_list_init (BwUnusedList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Metrics not used"), -1);

  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_expander_set_label_widget (self->expander, GTK_WIDGET (self->label));
  gtk_widget_add_css_class (GTK_WIDGET (self->expander), "unused");
  gtk_expander_set_child (self->expander, GTK_WIDGET (self->list));
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (on_expanded), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->expander));
}

/**
 * bw_unused_list_show:
 * @segment: of the workspace's draft
 */
void
bw_unused_list_show (BwUnusedList *self,
                     BwWorkspace  *workspace,
                     guint         segment)
{
  const BwModel *model = bw_workspace_get_model (workspace);
  const double *shares = bw_model_get_segment (model, segment)->shares;
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *label = NULL;
  GtkListBoxRow *row;
  guint n_unused = 0;

  g_return_if_fail (BW_IS_UNUSED_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      if (!isnan (shares[i]))
        continue;
      g_string_append_printf (names, "%s%s", n_unused++ == 0 ? "" : ", ",
                              bw_model_get_metric (model, i)->name);
      gtk_list_box_append (self->list, bw_unused_row_new (workspace, i));
    }

  /* TRANSLATORS: %s is a list of metrics */
  label = g_strdup_printf (ngettext ("%u metric not used here: %s",
                                     "%u metrics not used here: %s", n_unused),
                           n_unused, names->str);
  gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n_unused > 0);
}
