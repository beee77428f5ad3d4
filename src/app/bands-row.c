/* One band, or one grade, as it is edited: name, colour, least score, what to do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing counts when it is done: with Enter, or when the focus goes elsewhere. */

#include "app/bands-row.h"

#include "app/bands-colour.h"
#include "format/format.h"
#include "format/read.h"
#include "widgets/band-mark.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_GAP 0.1 /* between two edges */

struct _BwBandsRow
{
  GtkListBoxRow parent_instance;

  gboolean filling;

  BwBandMark    *mark;
  GtkWidget     *name;
  GtkDropDown   *colour;
  GtkSpinButton *from;
  GtkWidget     *remove;
  GtkWidget     *action;
  GtkLabel      *effect;
};

enum
{
  EDITED,
  LEFT,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwBandsRow, bw_bands_row, GTK_TYPE_LIST_BOX_ROW)

static void
tell (BwBandsRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
on_removed (BwBandsRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
bw_bands_row_class_init (BwBandsRowClass *klass)
{
  signals[EDITED] = g_signal_new ("edited", BW_TYPE_BANDS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", BW_TYPE_BANDS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", BW_TYPE_BANDS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
bw_bands_row_init (BwBandsRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
make_entry (BwBandsRow *self,
            const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (tell), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (tell), self);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);

  return entry;
}

/* As a least score is read and typed; one that was worked out may have more decimals. */
static double
round_from (double value)
{
  return round (value * 100) / 100;
}

/* Writes the least score with no more decimals than it has. */
static gboolean
on_output (GtkSpinButton *spin)
{
  g_autofree char *text = bw_format_number_plain (round_from (gtk_spin_button_get_value (spin)));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

/* A number that the neighbours leave no room for becomes the nearest that they do; that is said. */
static int
on_input (GtkSpinButton *spin,
          double        *value)
{
  g_autofree char *least = NULL, *most = NULL, *text = NULL;
  double typed, lower, upper;

  gtk_spin_button_get_range (spin, &lower, &upper);
  if (!bw_read_number (gtk_editable_get_text (GTK_EDITABLE (spin)), NULL, &typed) ||
      (typed >= lower && typed <= upper))
    return FALSE;

  least = bw_format_number_plain (round_from (lower));
  most = bw_format_number_plain (round_from (upper));
  /* TRANSLATORS: two scores: between the edges of the bands beside this one */
  text = g_strdup_printf (_("Between its neighbours there is room from %s to %s"), least, most);
  gtk_widget_activate_action (GTK_WIDGET (spin), "win.say", "s", text);

  return FALSE;
}

static void
on_left (BwBandsRow *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static GtkWidget *
make_from (BwBandsRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->from = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 100, 1));
  gtk_spin_button_set_digits (self->from, 2);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->from), 5);
  gtk_widget_set_valign (GTK_WIDGET (self->from), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->from), "numeric");
  g_signal_connect (self->from, "output", G_CALLBACK (on_output), NULL);
  g_signal_connect (self->from, "input", G_CALLBACK (on_input), NULL);
  g_signal_connect_swapped (self->from, "value-changed", G_CALLBACK (tell), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->from), focus);

  return GTK_WIDGET (self->from);
}

static GtkWidget *
make_from_label (void)
{
  /* TRANSLATORS: before the least score of a band or grade */
  GtkWidget *label = gtk_label_new (_("from"));

  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
make_remove (BwBandsRow *self)
{
  self->remove = gtk_button_new_from_icon_name ("bw-remove-symbolic");
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove, "flat");
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (on_removed), self);

  return self->remove;
}

static GtkWidget *
make_effect (BwBandsRow *self)
{
  self->effect = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->effect, 0);
  gtk_label_set_wrap (self->effect, TRUE);
  gtk_label_set_lines (self->effect, 2);
  gtk_label_set_ellipsize (self->effect, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->effect, 10);
  gtk_label_set_max_width_chars (self->effect, 10);
  gtk_widget_add_css_class (GTK_WIDGET (self->effect), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->effect), "numeric");

  return GTK_WIDGET (self->effect);
}

/* Two lines whose parts stand below each other, and below those of other bands: all but the name and
 * what to do are equally wide. */
static void
lay_out_band (BwBandsRow *self,
              GtkGrid    *grid)
{
  self->mark = BW_BAND_MARK (bw_band_mark_new ());
  self->colour = GTK_DROP_DOWN (bw_bands_colour_new ());
  self->action = make_entry (self, _("What to do"));
  g_signal_connect_swapped (self->colour, "notify::selected", G_CALLBACK (tell), self);
  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_attach (grid, GTK_WIDGET (self->mark), 0, 0, 1, 1);
  gtk_grid_attach (grid, self->name, 1, 0, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (self->colour), 2, 0, 1, 1);
  gtk_grid_attach (grid, make_from_label (), 3, 0, 1, 1);
  gtk_grid_attach (grid, make_from (self), 4, 0, 1, 1);
  gtk_grid_attach (grid, make_remove (self), 5, 0, 1, 1);
  gtk_grid_attach (grid, self->action, 1, 1, 3, 1);
  gtk_grid_attach (grid, make_effect (self), 4, 1, 2, 1);
}

static void
lay_out_grade (BwBandsRow *self,
               GtkGrid    *grid)
{
  gtk_widget_set_hexpand (self->name, FALSE);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->name), 6);
  gtk_grid_attach (grid, self->name, 0, 0, 1, 1);
  gtk_grid_attach (grid, make_from_label (), 1, 0, 1, 1);
  gtk_grid_attach (grid, make_from (self), 2, 0, 1, 1);
  gtk_grid_attach (grid, make_remove (self), 3, 0, 1, 1);
}

/**
 * bw_bands_row_new:
 * @grade: whether it is a grade, which has a letter and no colour
 */
GtkWidget *
bw_bands_row_new (gboolean grade)
{
  BwBandsRow *self = g_object_new (BW_TYPE_BANDS_ROW, NULL);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), grid);
  self->name = make_entry (self, grade ? _("Letter") : _("Name"));
  if (grade)
    lay_out_grade (self, GTK_GRID (grid));
  else
    lay_out_band (self, GTK_GRID (grid));

  return GTK_WIDGET (self);
}

static void
fill_text (GtkWidget  *entry,
           const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

/* The least score, between those beside it; the lowest is always 0. */
static void
fill_from (BwBandsRow *self,
           double      from,
           double      below,
           double      above,
           gboolean    lowest,
           const char *name)
{
  /* TRANSLATORS: the name of a field and of a button; %s is a band or a grade */
  g_autofree char *label = g_strdup_printf (_("Least score of %s"), name);
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), name);

  gtk_spin_button_set_range (self->from, lowest ? 0 : below + LEAST_GAP,
                             lowest ? 0 : MIN (above - LEAST_GAP, 100));
  if (gtk_spin_button_get_value (self->from) != from)
    gtk_spin_button_set_value (self->from, from);
  gtk_widget_set_sensitive (GTK_WIDGET (self->from), !lowest);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->from), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove, -1);
  gtk_widget_set_tooltip_text (self->remove, remove);
}

void
bw_bands_row_show_band (BwBandsRow    *self,
                        const BwModel *model,
                        guint          band)
{
  const BwBand *value = bw_model_get_band (model, band);
  const guint n_bands = bw_model_get_n_bands (model);

  g_return_if_fail (BW_IS_BANDS_ROW (self));

  self->filling = TRUE;
  bw_band_mark_set_band (self->mark, model, band);
  fill_text (self->name, value->name);
  fill_text (self->action, value->action);
  bw_bands_colour_set (self->colour, value->colour, value->name);
  fill_from (self, value->from, band > 0 ? bw_model_get_band (model, band - 1)->from : 0,
             band + 1 < n_bands ? bw_model_get_band (model, band + 1)->from : INFINITY,
             band == 0, value->name);
  gtk_widget_set_sensitive (self->remove, n_bands > BW_MIN_BANDS);
  self->filling = FALSE;
}

void
bw_bands_row_show_grade (BwBandsRow    *self,
                         const BwModel *model,
                         guint          grade)
{
  const BwGrade *value = bw_model_get_grade (model, grade);
  const guint n_grades = bw_model_get_n_grades (model);
  const gboolean lowest = grade + 1 == n_grades;

  g_return_if_fail (BW_IS_BANDS_ROW (self));

  self->filling = TRUE;
  fill_text (self->name, value->letter);
  fill_from (self, value->from, lowest ? 0 : bw_model_get_grade (model, grade + 1)->from,
             grade > 0 ? bw_model_get_grade (model, grade - 1)->from : INFINITY, lowest,
             value->letter);
  gtk_widget_set_sensitive (self->remove, n_grades > 1);
  self->filling = FALSE;
}

void
bw_bands_row_set_effect (BwBandsRow *self,
                         const char *text)
{
  g_return_if_fail (BW_IS_BANDS_ROW (self));

  if (g_strcmp0 (gtk_label_get_label (self->effect), text) == 0)
    return;

  gtk_label_set_label (self->effect, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->effect), text);
}

const char *
bw_bands_row_get_name (BwBandsRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->name));
}

const char *
bw_bands_row_get_colour (BwBandsRow *self)
{
  return bw_bands_colour_get (self->colour);
}

const char *
bw_bands_row_get_action (BwBandsRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->action));
}

/**
 * bw_bands_row_take_from:
 * @from: (inout): the least score as it stands, which becomes that in the field
 *
 * Returns: whether another one is in the field; one that reads alike is the same
 */
gboolean
bw_bands_row_take_from (BwBandsRow *self,
                        double     *from)
{
  const double value = gtk_spin_button_get_value (self->from);
  g_autofree char *text = bw_format_number_plain (round_from (value));
  g_autofree char *standing = bw_format_number_plain (round_from (*from));

  g_return_val_if_fail (BW_IS_BANDS_ROW (self), FALSE);

  if (g_str_equal (text, standing))
    return FALSE;

  *from = round_from (value);

  return TRUE;
}
