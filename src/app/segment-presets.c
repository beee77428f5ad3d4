/* Segments that the data invites to, each added with one click. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* They come first in the order, so that each takes as many customers as it says. */

#include "app/segment-presets.h"

#include "chart/words.h"
#include "format/format.h"
#include "model/editing.h"
#include "model/matching.h"
#include "widgets/rule-words.h"

#include <glib/gi18n-lib.h>

struct _BwSegmentPresets
{
  AdwBin parent_instance;

  BwWorkspace *workspace;
  GPtrArray   *presets; /* BwSegmentPreset */

  GtkListBox *list;
};

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwSegmentPresets, bw_segment_presets, ADW_TYPE_BIN)

/* Whether the model has a segment with the same rule. */
static gboolean
has_segment (BwModel         *model,
             BwPanel         *panel,
             const BwSegment *segment)
{
  g_autofree char *words = bw_conditions_to_words (model, panel, segment->where);

  for (guint i = 0; i + 1 < bw_model_get_n_segments (model); i++)
    {
      g_autofree char *own = bw_conditions_to_words (model, panel,
                                                     bw_model_get_segment (model, i)->where);

      if (g_str_equal (own, words))
        return TRUE;
    }

  return FALSE;
}

/* @model with the segments of @preset that it does not have, first of all; NULL where it has all,
 * or cannot take them. @n_added says how many came. */
static BwModel *
add_segments (BwModel               *model,
              BwPanel               *panel,
              const BwSegmentPreset *preset,
              guint                 *n_added)
{
  g_autoptr(BwModel) result = bw_model_ref (model);

  *n_added = 0;
  for (guint i = 0; i < preset->segments->len; i++)
    {
      const BwSegment *segment = &g_array_index (preset->segments, BwSegment, i);
      BwModel *next;

      if (has_segment (model, panel, segment))
        continue;
      next = bw_model_adding_segment (result, *n_added, segment, NULL);
      if (next == NULL)
        return NULL;
      bw_model_unref (result);
      result = next;
      (*n_added)++;
    }

  return *n_added > 0 ? g_steal_pointer (&result) : NULL;
}

/* "Basic (120) · Pro (80)": what the segments would take; of one alone "120 customers" */
static char *
say_counts (BwModel *model,
            BwPanel *panel,
            guint    n_added)
{
  g_autoptr(BwMatching) matching = bw_matching_new (model, panel,
                                                    bw_panel_get_n_snapshots (panel) - 1);
  GString *text;

  if (n_added == 1)
    return bw_words_customers (matching->n_taken[0]);

  text = g_string_new (NULL);
  for (guint i = 0; i < n_added; i++)
    {
      g_autofree char *number = bw_format_number (matching->n_taken[i], 0);

      /* TRANSLATORS: a segment and how many customers it would have */
      g_string_append_printf (text, _("%s (%s)"), bw_model_get_segment (model, i)->name, number);
      if (i + 1 < n_added)
        g_string_append (text, " · ");
    }

  return g_string_free (text, FALSE);
}

static void
on_add (BwSegmentPresets *self,
        GtkButton        *button)
{
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "preset"));
  const BwSegmentPreset *preset = g_ptr_array_index (self->presets, index);
  guint n_added;
  g_autoptr(BwModel) model = add_segments (bw_workspace_get_model (self->workspace),
                                           bw_workspace_get_panel (self->workspace), preset,
                                           &n_added);
  /* TRANSLATORS: a step of undo; %s is a proposal such as “By plan” */
  g_autofree char *step = g_strdup_printf (_("Add Segments “%s”"), preset->name);

  if (model == NULL)
    return;

  bw_workspace_edit (self->workspace, model, step);
  g_signal_emit (self, signals[ADDED], 0);
}

static GtkWidget *
make_row (BwSegmentPresets      *self,
          guint                  index,
          const BwSegmentPreset *preset,
          const char            *counts)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Add"));
  /* TRANSLATORS: %s is a proposal such as “By plan” */
  g_autofree char *name = g_strdup_printf (_("Add %s"), preset->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), preset->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), counts);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_object_set_data (G_OBJECT (button), "preset", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
bw_segment_presets_dispose (GObject *object)
{
  BwSegmentPresets *self = BW_SEGMENT_PRESETS (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->presets, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_segment_presets_parent_class)->dispose (object);
}

static void
bw_segment_presets_class_init (BwSegmentPresetsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_segment_presets_dispose;

  signals[ADDED] = g_signal_new ("added", BW_TYPE_SEGMENT_PRESETS, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_segment_presets_init (BwSegmentPresets *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Proposed segments"), -1);
  adw_bin_set_child (ADW_BIN (self), list);
}

/**
 * bw_segment_presets_show:
 *
 * Lists what the model does not have yet.
 */
void
bw_segment_presets_show (BwSegmentPresets *self,
                         BwWorkspace      *workspace)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  GtkListBoxRow *row;
  guint n_shown = 0;

  g_return_if_fail (BW_IS_SEGMENT_PRESETS (self));

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->presets, g_ptr_array_unref);
  self->presets = bw_segment_presets_list (panel);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; i < self->presets->len; i++)
    {
      const BwSegmentPreset *preset = g_ptr_array_index (self->presets, i);
      guint n_added;
      g_autoptr(BwModel) model = add_segments (bw_workspace_get_model (workspace), panel,
                                               preset, &n_added);
      g_autofree char *counts = NULL;

      if (model == NULL)
        continue;
      counts = say_counts (model, panel, n_added);
      gtk_list_box_append (self->list, make_row (self, i, preset, counts));
      n_shown++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_shown > 0);
}
