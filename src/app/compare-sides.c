/* Which two models are compared: two lists to choose from, and a button that swaps them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last entry of each list opens a model file; while its dialog is open, and where it fails,
 * what was chosen stays. */

#include "app/compare-sides.h"

#include "app/file-dialog.h"
#include "app/message.h"
#include "widgets/same-strings.h"

#include <glib/gi18n-lib.h>

struct _BwCompareSides
{
  AdwBin parent_instance;

  BwComparing  *comparing;
  GtkDropDown  *lists[BW_N_SIDES];
  GCancellable *opening; /* or NULL */
  BwSide        asked;   /* the side that a file is opened for */
  gboolean      filling;
};

G_DEFINE_FINAL_TYPE (BwCompareSides, bw_compare_sides, ADW_TYPE_BIN)

static const BwFileKind models = { N_("Models"), { "*.json" } };

static void
choose (BwCompareSides *self)
{
  for (guint side = 0; side < BW_N_SIDES; side++)
    gtk_drop_down_set_selected (self->lists[side], bw_comparing_get_choice (self->comparing, side));
}

/* Fills both lists where there are others to choose from, and chooses what is chosen. A list that
 * says the same is left alone: it may be about to close. */
static void
fill (BwCompareSides *self)
{
  const guint n = bw_comparing_get_n_choices (self->comparing);

  self->filling = TRUE;
  for (guint side = 0; side < BW_N_SIDES; side++)
    {
      GListModel *old = gtk_drop_down_get_model (self->lists[side]);
      g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

      for (guint i = 0; i < n; i++)
        gtk_string_list_append (names, bw_comparing_get_choice_name (self->comparing, i));
      gtk_string_list_append (names, _("Open Model…"));
      if (!bw_same_strings (old, G_LIST_MODEL (names)))
        gtk_drop_down_set_model (self->lists[side], G_LIST_MODEL (names));
    }
  choose (self);
  self->filling = FALSE;
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(BwCompareSides) self = user_data;
  g_autoptr(GError) error = NULL;

  if (bw_comparing_open_finish (BW_COMPARING (source), result, &error) || self->comparing == NULL)
    return;

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bw_message_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                           _("Could Not Open the Model"), error);
}

static void
on_file_chosen (GFile *const *files,
                guint         n_files,
                gpointer      user_data)
{
  BwCompareSides *self = user_data;

  if (self->comparing == NULL)
    return;

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  bw_comparing_open_async (self->comparing, self->asked, files[0], self->opening, on_opened,
                           g_object_ref (self));
}

static void
on_selected (BwCompareSides *self,
             GParamSpec     *pspec,
             GtkDropDown    *list)
{
  const BwSide side = list == self->lists[BW_SIDE_FROM] ? BW_SIDE_FROM : BW_SIDE_TO;
  const guint selected = gtk_drop_down_get_selected (list);

  if (self->filling || self->comparing == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected < bw_comparing_get_n_choices (self->comparing))
    {
      bw_comparing_set_choice (self->comparing, side, selected);
      return;
    }

  self->filling = TRUE;
  choose (self);
  self->filling = FALSE;
  self->asked = side;
  bw_file_dialog_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Open Model"),
                       &models, FALSE, on_file_chosen, self);
}

static void
on_swap (BwCompareSides *self)
{
  bw_comparing_swap (self->comparing);
}

static void
bw_compare_sides_dispose (GObject *object)
{
  BwCompareSides *self = BW_COMPARE_SIDES (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->comparing);

  G_OBJECT_CLASS (bw_compare_sides_parent_class)->dispose (object);
}

static void
bw_compare_sides_class_init (BwCompareSidesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_compare_sides_dispose;
}

static void
add_side (BwCompareSides *self,
          GtkBox         *box,
          BwSide          side,
          const char     *name)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);
  GtkWidget *button = gtk_widget_get_first_child (list);

  self->lists[side] = GTK_DROP_DOWN (list);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (list, TRUE);
  gtk_widget_set_size_request (list, 110, -1);
  /* The button inside is what takes the focus, and has no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, label);
  gtk_box_append (box, list);
}

static void
add_swap (BwCompareSides *self,
          GtkBox         *box)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", "⇄", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, _("Swap both sides"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Swap"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_swap), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static void
bw_compare_sides_init (BwCompareSides *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));

  add_side (self, box, BW_SIDE_FROM, _("From"));
  add_swap (self, box);
  add_side (self, box, BW_SIDE_TO, _("To"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

/**
 * bw_compare_sides_set_comparing:
 *
 * Chooses the sides of @comparing, once and for all.
 */
void
bw_compare_sides_set_comparing (BwCompareSides *self,
                                BwComparing    *comparing)
{
  g_return_if_fail (BW_IS_COMPARE_SIDES (self));
  g_return_if_fail (self->comparing == NULL);

  self->comparing = g_object_ref (comparing);
  g_signal_connect_object (comparing, "choices-changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  fill (self);
}
