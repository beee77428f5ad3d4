/* The editor of bands and grades, and of when a customer is scored at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The best is on top in both lists; bands of the model are the worst first. */

#include "app/bands-editor.h"

#include "app/bands-capacity.h"
#include "app/bands-outcome.h"
#include "app/bands-row.h"
#include "app/bands-words.h"
#include "chart/words.h"
#include "model/editing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwBandsEditor
{
  BwEditor parent_instance;

  gboolean filling;

  GtkLabel      *note;
  GtkListBox    *bands;
  GtkLabel      *trouble;
  GtkListBox    *grades;
  GtkSpinButton *coverage;
  GtkSpinButton *days;
  GtkSpinButton *steady;
};

G_DEFINE_FINAL_TYPE (BwBandsEditor, bw_bands_editor, BW_TYPE_EDITOR)

static BwWorkspace *
get_workspace (BwBandsEditor *self)
{
  return bw_live_get_workspace (BW_LIVE (self));
}

static BwModel *
get_model (BwBandsEditor *self)
{
  return bw_workspace_get_model (get_workspace (self));
}

/* Makes @model the draft; where it could not be made, says why and leaves what was typed. Edits of one
 * @field that follow each other are one step; NULL for a step of its own. */
static void
keep (BwBandsEditor *self,
      BwModel       *model,
      const char    *step,
      const char    *field,
      const GError  *error)
{
  gtk_label_set_label (self->trouble, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), error != NULL);
  if (model == NULL || bw_model_equal (model, get_model (self)))
    return;

  if (field != NULL)
    bw_workspace_edit_field (get_workspace (self), model, step, field);
  else
    bw_workspace_edit (get_workspace (self), model, step);
}

static BwBandsRow *
get_row (GtkListBox *list,
         guint       index)
{
  return BW_BANDS_ROW (gtk_list_box_get_row_at_index (list, index));
}

/* The row of a band: the best is the first. */
static BwBandsRow *
get_band_row (BwBandsEditor *self,
              guint          band)
{
  return get_row (self->bands, bw_model_get_n_bands (get_model (self)) - 1 - band);
}

/* Copies the bands of the draft; returns how many. */
static guint
list_bands (BwBandsEditor *self,
            BwBand        *bands)
{
  const guint n = bw_model_get_n_bands (get_model (self));

  for (guint i = 0; i < n; i++)
    bands[i] = *bw_model_get_band (get_model (self), i);

  return n;
}

/* Takes what stands in @row alone: what another row holds may be half typed, or was refused. */
static void
on_band_edited (BwBandsEditor *self,
                BwBandsRow    *row)
{
  BwBand bands[BW_MAX_BANDS];
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = NULL;
  g_autofree char *field = NULL;
  guint n, band;

  if (self->filling || get_workspace (self) == NULL)
    return;

  n = list_bands (self, bands);
  band = n - 1 - gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  bands[band].name = bw_bands_row_get_name (row);
  bands[band].colour = bw_bands_row_get_colour (row);
  bands[band].action = *bw_bands_row_get_action (row) == '\0' ? NULL : bw_bands_row_get_action (row);
  if (bw_bands_row_take_from (row, &bands[band].from))
    field = g_strdup_printf ("band %u", band);
  if (bw_bands_check_name (bands[band].name, &error))
    model = bw_model_with_bands (get_model (self), bands, n, &error);
  keep (self, model, _("Edit Bands"), field, error);
}

static void
on_band_removed (BwBandsEditor *self,
                 BwBandsRow    *row)
{
  BwBand bands[BW_MAX_BANDS];
  guint n = list_bands (self, bands);
  const guint band = n - 1 - gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autofree char *name = g_strdup (bands[band].name);
  /* TRANSLATORS: a step of undo, and what is said in passing; %s is a band or a grade */
  g_autofree char *step = g_strdup_printf (_("Remove “%s”"), name);
  g_autofree char *text = g_strdup_printf (_("“%s” removed"), name);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = NULL;

  for (guint i = band; i + 1 < n; i++)
    bands[i] = bands[i + 1];
  bands[0].from = 0;
  model = bw_model_with_bands (get_model (self), bands, n - 1, &error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-done", "s", text);
  keep (self, model, step, NULL, error);
}

/* Adds a band in the upper half of the widest. */
static void
add_band (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  BwBandsEditor *self = BW_BANDS_EDITOR (widget);
  BwBand bands[BW_MAX_BANDS + 1];
  const guint n = list_bands (self, bands);
  const char *colour = bw_bands_find_colour (bands, n);
  guint widest = 0;
  double most = 0, from;
  g_autofree char *name = bw_bands_make_name (bands, n);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = NULL;

  if (n == BW_MAX_BANDS)
    return;

  for (guint i = 0; i < n; i++)
    {
      const double width = bw_words_band_end (get_model (self), i) - bands[i].from;

      widest = width > most ? i : widest;
      most = MAX (most, width);
    }
  from = most > 2 ? round (bands[widest].from + most / 2) : bands[widest].from + most / 2;
  for (guint i = n; i > widest + 1; i--)
    bands[i] = bands[i - 1];
  bands[widest + 1] = (BwBand) { NULL, name, colour, from, NULL };
  model = bw_model_with_bands (get_model (self), bands, n + 1, &error);
  keep (self, model, _("Add Band"), NULL, error);
}

static guint
list_grades (BwBandsEditor *self,
             BwGrade       *grades)
{
  const guint n = bw_model_get_n_grades (get_model (self));

  for (guint i = 0; i < n; i++)
    grades[i] = *bw_model_get_grade (get_model (self), i);

  return n;
}

static void
on_grade_edited (BwBandsEditor *self,
                 BwBandsRow    *row)
{
  BwGrade grades[BW_MAX_GRADES];
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = NULL;
  g_autofree char *field = NULL;
  guint n, grade;

  if (self->filling || get_workspace (self) == NULL)
    return;

  n = list_grades (self, grades);
  grade = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  grades[grade].letter = bw_bands_row_get_name (row);
  if (bw_bands_row_take_from (row, &grades[grade].from))
    field = g_strdup_printf ("grade %u", grade);
  if (bw_bands_check_name (grades[grade].letter, &error))
    model = bw_model_with_grades (get_model (self), grades, n, &error);
  keep (self, model, _("Edit Grades"), field, error);
}

static void
on_grade_removed (BwBandsEditor *self,
                  BwBandsRow    *row)
{
  BwGrade grades[BW_MAX_GRADES];
  const guint n = list_grades (self, grades);
  const guint grade = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autofree char *step = g_strdup_printf (_("Remove “%s”"), grades[grade].letter);
  g_autofree char *text = g_strdup_printf (_("“%s” removed"), grades[grade].letter);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = NULL;

  for (guint i = grade; i + 1 < n; i++)
    grades[i] = grades[i + 1];
  grades[n - 2].from = 0;
  model = bw_model_with_grades (get_model (self), grades, n - 1, &error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-done", "s", text);
  keep (self, model, step, NULL, error);
}

/* Adds a grade between the last two. */
static void
add_grade (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  BwBandsEditor *self = BW_BANDS_EDITOR (widget);
  BwGrade grades[BW_MAX_GRADES + 1];
  const guint n = list_grades (self, grades);
  char letter[] = "A";
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = NULL;

  if (n == 0 || n == BW_MAX_GRADES)
    return;

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (grades[i].letter, letter))
        {
          letter[0]++;
          i = G_MAXUINT;
        }
    }
  grades[n] = (BwGrade) { letter, 0 };
  grades[n - 1].from = n > 1 ? round (grades[n - 2].from * 5) / 10 : 50;
  model = bw_model_with_grades (get_model (self), grades, n + 1, &error);
  keep (self, model, _("Add Grade"), NULL, error);
}

static void
on_left (BwBandsEditor *self)
{
  if (get_workspace (self) != NULL)
    bw_workspace_leave_field (get_workspace (self));
}

static void
on_settings_edited (BwBandsEditor *self,
                    GtkWidget     *field)
{
  BwModelSettings settings;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = NULL;

  if (self->filling || get_workspace (self) == NULL)
    return;

  settings = (BwModelSettings) {
    bw_model_get_name (get_model (self)), bw_model_get_purpose (get_model (self)),
    bw_model_get_coverage_floor (get_model (self)), bw_model_get_trend_days (get_model (self)),
    bw_model_get_trend_steady (get_model (self)),
  };
  if (field == GTK_WIDGET (self->coverage))
    settings.coverage = gtk_spin_button_get_value (self->coverage) / 100;
  else if (field == GTK_WIDGET (self->days))
    settings.trend_days = gtk_spin_button_get_value_as_int (self->days);
  else
    settings.trend_steady = gtk_spin_button_get_value (self->steady);
  model = bw_model_with_settings (get_model (self), &settings, &error);
  keep (self, model, _("Edit Coverage and Trend"), gtk_buildable_get_buildable_id (GTK_BUILDABLE (field)),
        error);
}

static void
show_effects (BwBandsEditor *self)
{
  BwWorkspace *workspace = get_workspace (self);
  const guint segment = bw_workspace_get_segment (workspace);
  g_autofree char *note = NULL;

  for (guint i = 0; i < bw_model_get_n_bands (get_model (self)); i++)
    {
      g_autofree char *effect = bw_bands_say_effect (workspace, i);

      bw_bands_row_set_effect (get_band_row (self, i), effect);
    }
  /* TRANSLATORS: %s is a segment */
  note = g_strdup_printf (_("Bands are for all segments; the numbers are of %s, baseline → now."),
                          segment == BW_ALL_SEGMENTS ? _("all customers")
                          : bw_model_get_segment (get_model (self), segment)->name);
  gtk_label_set_label (self->note, note);
}

static void
set_n_rows (BwBandsEditor *self,
            GtkListBox    *list,
            guint          n,
            gboolean       grade)
{
  GtkListBoxRow *extra;

  while ((extra = gtk_list_box_get_row_at_index (list, n)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (extra));
  while (n > 0 && gtk_list_box_get_row_at_index (list, n - 1) == NULL)
    {
      GtkWidget *row = bw_bands_row_new (grade);

      g_signal_connect_object (row, "edited", grade ? G_CALLBACK (on_grade_edited)
                               : G_CALLBACK (on_band_edited), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "removed", grade ? G_CALLBACK (on_grade_removed)
                               : G_CALLBACK (on_band_removed), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (list, row);
    }
}

static void
show (BwBandsEditor *self)
{
  BwModel *model = get_model (self);
  const guint n_bands = bw_model_get_n_bands (model), n_grades = bw_model_get_n_grades (model);
  const double steady = bw_model_get_trend_steady (model);

  self->filling = TRUE;
  set_n_rows (self, self->bands, n_bands, FALSE);
  for (guint i = 0; i < n_bands; i++)
    bw_bands_row_show_band (get_band_row (self, i), model, i);
  set_n_rows (self, self->grades, n_grades, TRUE);
  for (guint i = 0; i < n_grades; i++)
    bw_bands_row_show_grade (get_row (self->grades, i), model, i);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bands.add", n_bands < BW_MAX_BANDS);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bands.add-grade", n_grades < BW_MAX_GRADES);
  gtk_spin_button_set_value (self->coverage, round (bw_model_get_coverage_floor (model) * 100));
  gtk_spin_button_set_value (self->days, bw_model_get_trend_days (model));
  gtk_spin_button_set_digits (self->steady, steady == round (steady) ? 0 : 1);
  gtk_spin_button_set_value (self->steady, steady);
  self->filling = FALSE;
}

static void
bw_bands_editor_refresh (BwLive  *live,
                         BwChange changes)
{
  BwBandsEditor *self = BW_BANDS_EDITOR (live);

  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL))
    show (self);
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_RESULTS | BW_CHANGE_SEGMENT))
    show_effects (self);
}

static void
bw_bands_editor_class_init (BwBandsEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_LIVE_CLASS (klass)->refresh = bw_bands_editor_refresh;

  g_type_ensure (BW_TYPE_BANDS_CAPACITY);
  g_type_ensure (BW_TYPE_BANDS_OUTCOME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/bands-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BwBandsEditor, note);
  gtk_widget_class_bind_template_child (widget_class, BwBandsEditor, bands);
  gtk_widget_class_bind_template_child (widget_class, BwBandsEditor, trouble);
  gtk_widget_class_bind_template_child (widget_class, BwBandsEditor, grades);
  gtk_widget_class_bind_template_child (widget_class, BwBandsEditor, coverage);
  gtk_widget_class_bind_template_child (widget_class, BwBandsEditor, days);
  gtk_widget_class_bind_template_child (widget_class, BwBandsEditor, steady);
  gtk_widget_class_bind_template_callback (widget_class, on_settings_edited);
  gtk_widget_class_install_action (widget_class, "bands.add", NULL, add_band);
  gtk_widget_class_install_action (widget_class, "bands.add-grade", NULL, add_grade);
}

static void
bw_bands_editor_init (BwBandsEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
