/* Segments that a panel invites to: by its values, by who looks after them, by how long they stay. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/matching.h"

#include "model/label.h"
#include "model/parts.h"
#include "model/segment-values.h"
#include "model/signal.h"

#include <glib/gi18n-lib.h>

static void
segment_clear (gpointer data)
{
  BwSegment *segment = data;

  g_free ((char *) segment->name);
  bw_conditions_free ((BwConditions *) segment->where);
}

static void
preset_free (gpointer data)
{
  BwSegmentPreset *preset = data;

  g_free (preset->name);
  g_array_unref (preset->segments);
  g_free (preset);
}

/* Returns: (transfer none): a preset without segments, the last of @presets */
static BwSegmentPreset *
add_preset (GPtrArray  *presets,
            const char *name)
{
  BwSegmentPreset *preset = g_new0 (BwSegmentPreset, 1);

  preset->name = g_strdup (name);
  preset->segments = g_array_new (FALSE, TRUE, sizeof (BwSegment));
  g_array_set_clear_func (preset->segments, segment_clear);
  g_ptr_array_add (presets, preset);

  return preset;
}

static void
add_segment (BwSegmentPreset   *preset,
             const char        *name,
             const BwCondition *condition)
{
  const BwConditions where = { FALSE, condition, 1 };
  const BwSegment segment = { NULL, g_strdup (name), bw_conditions_copy (&where), NULL };

  g_array_append_val (preset->segments, segment);
}

static void
add_values (GPtrArray *presets,
            BwPanel   *panel,
            guint      column)
{
  const BwPanelColumn *source = bw_panel_get_column (panel, column);
  g_autoptr(GPtrArray) texts = bw_segment_values_list (panel, column);
  g_autofree char *detail = NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  BwSegmentPreset *preset;

  if (texts == NULL)
    return;

  label = bw_label_of_header (source->name, &detail);
  /* TRANSLATORS: a way to part customers, by the values of a column: “By Plan” */
  name = g_strdup_printf (_("By %s"), label);
  preset = add_preset (presets, name);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      const BwOperand operand = { text, 0 };
      const BwCondition is = { BW_SUBJECT_COLUMN, source->name, BW_TEST_IS, &operand, 1 };
      g_autofree char *called = bw_segment_value_name (source, text);

      add_segment (preset, called, &is);
    }
}

/* Whether a column parts customers by its values, beside the segment column itself. */
static gboolean
describes (const BwPanelColumn *column)
{
  return (column->role == BW_ROLE_ATTRIBUTE || column->role == BW_ROLE_METRIC) &&
         (column->type == BW_COLUMN_CATEGORY || column->type == BW_COLUMN_FLAG);
}

/* Whether a condition parts the newest snapshot: holds for some, and not for all. */
static gboolean
parts (BwPanel           *panel,
       const BwCondition *condition)
{
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, newest));
  g_autofree guint64 *bits = g_new (guint64, BW_N_WORDS (n_rows) + 1);
  gsize n;

  bw_condition_find_bits (condition, NULL, panel, newest, bits);
  n = bw_bits_count (bits, BW_N_WORDS (n_rows));

  return n > 0 && n < n_rows;
}

static void
add_csm (GPtrArray *presets,
         BwPanel   *panel)
{
  const guint column = bw_panel_find_role (panel, BW_ROLE_CSM);
  BwCondition none = { BW_SUBJECT_COLUMN, NULL, BW_TEST_EMPTY, NULL, 0, TRUE };

  if (column == BW_NONE)
    return;

  none.name = bw_panel_get_column (panel, column)->name;
  if (parts (panel, &none))
    /* TRANSLATORS: a customer success manager */
    add_segment (add_preset (presets, _("CSM assigned or not")), _("Without a CSM"), &none);
}

/* How long they are customers. */
static const struct
{
  const char *name;
  BwTest      test;
  const char *days;
} ages[] = {
  { N_("First 90 days"), BW_TEST_LESS, "90" },
  { N_("Older than two years"), BW_TEST_MORE, "730" },
};

static void
add_ages (GPtrArray  *presets,
          BwPanel    *panel,
          const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      const BwOperand days = { ages[i].days, g_ascii_strtod (ages[i].days, NULL) };
      const BwCondition age = { BW_SUBJECT_DAYS_SINCE, column, ages[i].test, &days, 1 };

      if (parts (panel, &age))
        add_segment (add_preset (presets, _(ages[i].name)), _(ages[i].name), &age);
    }
}

/* Returns: the column of dates that says since when they are customers, or %BW_NONE */
static guint
find_start (BwPanel *panel)
{
  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      const BwPanelColumn *column = bw_panel_get_column (panel, i);

      if ((column->type == BW_COLUMN_DATE || column->type == BW_COLUMN_DATE_TIME) &&
          column->role != BW_ROLE_RENEWAL && bw_signal_of (column->name, TRUE).start)
        return i;
    }

  return BW_NONE;
}

/**
 * bw_segment_presets_list:
 *
 * Returns: (transfer full) (element-type BwSegmentPreset): what the panel's columns allow: by each
 *   value of the segment column and of other columns of 2 to 8 values, without a CSM, in their first
 *   90 days, older than two years; the segments have no id and no shares
 */
GPtrArray *
bw_segment_presets_list (BwPanel *panel)
{
  GPtrArray *presets = g_ptr_array_new_with_free_func (preset_free);
  const guint segment = bw_panel_find_role (panel, BW_ROLE_SEGMENT);
  const guint start = find_start (panel);

  if (bw_panel_get_n_snapshots (panel) == 0)
    return presets;

  if (segment != BW_NONE)
    add_values (presets, panel, segment);
  add_csm (presets, panel);
  if (start != BW_NONE && bw_panel_is_dated (panel, NULL))
    add_ages (presets, panel, bw_panel_get_column (panel, start)->name);
  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      if (i != segment && describes (bw_panel_get_column (panel, i)))
        add_values (presets, panel, i);
    }

  return presets;
}
