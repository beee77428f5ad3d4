/* Customers whom the rules of several segments match, and those whom none does: how many, and who. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who they are is looked up when a person asks. */

#include "app/segment-overlap.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

#define MOST_LISTED 50

struct _BwSegmentOverlap
{
  AdwBin parent_instance;

  BwWorkspace *workspace;

  GtkExpander *several;
  GtkListBox  *several_list;
  GtkExpander *none;
  GtkListBox  *none_list;
};

G_DEFINE_FINAL_TYPE (BwSegmentOverlap, bw_segment_overlap, ADW_TYPE_BIN)

/* By segment that has a rule: for which rows it holds. */
static GPtrArray *
list_holds (BwModel *model,
            BwPanel *panel,
            guint    snapshot)
{
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot));
  GPtrArray *holds = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i + 1 < bw_model_get_n_segments (model); i++)
    {
      gboolean *rows = g_new (gboolean, MAX (n_rows, 1));

      bw_model_find_rows (model, bw_model_get_segment (model, i)->where, panel, snapshot, rows);
      g_ptr_array_add (holds, rows);
    }

  return holds;
}

/* "First 90 days, also Enterprise" */
static char *
name_segments (BwModel   *model,
               GPtrArray *holds,
               gsize      row)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < holds->len; i++)
    {
      const gboolean *rows = g_ptr_array_index (holds, i);

      if (!rows[row])
        continue;
      if (names->len == 0)
        g_string_append (names, bw_model_get_segment (model, i)->name);
      else
        /* TRANSLATORS: one more segment whose rule a customer matches, behind the first */
        g_string_append_printf (names, _(", also %s"), bw_model_get_segment (model, i)->name);
    }

  return g_string_free (names, FALSE);
}

static GtkWidget *
make_row (BwPanel    *panel,
          guint       customer,
          const char *segments)
{
  const char *name = bw_panel_get_name (panel, customer);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  const char *const texts[] = { name, segments };
  /* TRANSLATORS: a customer and the segments that it matches */
  g_autofree char *label = *segments == '\0' ? g_strdup (name) :
                           g_strdup_printf (_("%s: %s"), name, segments);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *text = gtk_label_new (texts[i]);

      gtk_label_set_xalign (GTK_LABEL (text), i);
      gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (text, i == 0);
      if (i == 1)
        gtk_widget_add_css_class (text, "dim-label");
      gtk_box_append (GTK_BOX (box), text);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "customer", GUINT_TO_POINTER (customer));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

static void
fill (BwSegmentOverlap *self,
      GtkListBox       *list,
      gboolean          several)
{
  BwPanel *panel = bw_workspace_get_panel (self->workspace);
  BwModel *model = bw_workspace_get_model (self->workspace);
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  BwSnapshot *snapshot = bw_panel_get_snapshot (panel, newest);
  g_autofree guint8 *counts = bw_matching_count_rules (model, panel, newest);
  g_autoptr(GPtrArray) holds = list_holds (model, panel, newest);
  guint n = 0;

  for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot) && n < MOST_LISTED; row++)
    {
      g_autofree char *segments = NULL;

      if (several ? counts[row] < 2 : counts[row] > 0)
        continue;
      segments = name_segments (model, holds, row);
      gtk_list_box_append (list, make_row (panel, bw_snapshot_get_customers (snapshot)[row],
                                           segments));
      n++;
    }
}

static void
empty (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
refill (BwSegmentOverlap *self)
{
  empty (self->several_list);
  empty (self->none_list);
  if (gtk_expander_get_expanded (self->several))
    fill (self, self->several_list, TRUE);
  if (gtk_expander_get_expanded (self->none))
    fill (self, self->none_list, FALSE);
}

static void
on_expanded (BwSegmentOverlap *self)
{
  if (self->workspace != NULL)
    refill (self);
}

static void
on_row_activated (BwSegmentOverlap *self,
                  GtkListBoxRow    *row)
{
  bw_workspace_set_customer (self->workspace,
                             GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "customer")));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "customers");
}

static void
bw_segment_overlap_dispose (GObject *object)
{
  g_clear_object (&BW_SEGMENT_OVERLAP (object)->workspace);

  G_OBJECT_CLASS (bw_segment_overlap_parent_class)->dispose (object);
}

static void
bw_segment_overlap_class_init (BwSegmentOverlapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_segment_overlap_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/segment-overlap.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSegmentOverlap, several);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentOverlap, several_list);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentOverlap, none);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentOverlap, none_list);
  gtk_widget_class_bind_template_callback (widget_class, on_expanded);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
bw_segment_overlap_init (BwSegmentOverlap *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_count (GtkExpander *expander,
            const char  *text,
            gsize        n)
{
  gtk_expander_set_label (expander, text);
  gtk_label_set_wrap (GTK_LABEL (gtk_expander_get_label_widget (expander)), TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_expander_get_label_widget (expander)), 0);
  gtk_widget_set_sensitive (GTK_WIDGET (expander), n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

/**
 * bw_segment_overlap_show:
 * @matching: of the workspace's model and newest snapshot
 */
void
bw_segment_overlap_show (BwSegmentOverlap *self,
                         BwWorkspace      *workspace,
                         const BwMatching *matching)
{
  BwModel *model = bw_workspace_get_model (workspace);
  const char *rest = bw_model_get_segment (model, bw_model_get_n_segments (model) - 1)->name;
  g_autofree char *n_several = bw_format_number (matching->n_several, 0);
  g_autofree char *n_none = bw_format_number (matching->n_none, 0);
  /* TRANSLATORS: customers for whom the rules of several segments hold */
  g_autofree char *several = g_strdup_printf (
    ngettext ("%s customer matches several segments and goes to the first of them",
              "%s customers match several segments and go to the first of them",
              matching->n_several), n_several);
  /* TRANSLATORS: customers for whom no rule holds; the last %s is the segment that takes the rest */
  g_autofree char *none = g_strdup_printf (
    ngettext ("%s customer matches none and goes to %s", "%s customers match none and go to %s",
              matching->n_none), n_none, rest);

  g_return_if_fail (BW_IS_SEGMENT_OVERLAP (self));

  g_set_object (&self->workspace, workspace);
  show_count (self->several, several, matching->n_several);
  show_count (self->none, none, matching->n_none);
  refill (self);
}
