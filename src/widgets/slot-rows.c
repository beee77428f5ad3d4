/* The rows of a table as far as it is shown yet: the first at once, the others soon after. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK makes some two hundred rows of a long list before it shows the first of them, which takes
 * longer than a person waits gladly. So it is shown a list of a few rows first, which grows while the
 * window has nothing else to do. */

#include "widgets/slot-rows.h"

#define ROWS_AT_ONCE 40  /* more than a window has place for */
#define MORE_ROWS    20  /* made at a time after that */
#define KEPT_ROWS    240 /* more than GTK makes of any number */

struct _BwSlotRows
{
  GtkSliceListModel *slice;
  guint              grow_id;
};

/**
 * bw_slot_rows_new:
 *
 * Returns: (transfer full): no rows
 */
BwSlotRows *
bw_slot_rows_new (void)
{
  BwSlotRows *self = g_new0 (BwSlotRows, 1);

  self->slice = gtk_slice_list_model_new (NULL, 0, ROWS_AT_ONCE);

  return self;
}

void
bw_slot_rows_free (BwSlotRows *self)
{
  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_object_unref (self->slice);
  g_free (self);
}

/**
 * bw_slot_rows_bring:
 *
 * Returns: (transfer none): @list as far as it is shown yet
 */
GListModel *
bw_slot_rows_bring (BwSlotRows *self,
                    GListModel *list)
{
  gtk_slice_list_model_set_model (self->slice, list);

  return G_LIST_MODEL (self->slice);
}

static gboolean
grow (gpointer user_data)
{
  BwSlotRows *self = user_data;
  const guint size = gtk_slice_list_model_get_size (self->slice);

  if (size < KEPT_ROWS)
    {
      gtk_slice_list_model_set_size (self->slice, size + MORE_ROWS);
      return G_SOURCE_CONTINUE;
    }
  self->grow_id = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

/**
 * bw_slot_rows_grow:
 *
 * Lets the rows come from now on: the first are about to be shown.
 */
void
bw_slot_rows_grow (BwSlotRows *self)
{
  if (self->grow_id == 0 && gtk_slice_list_model_get_size (self->slice) != G_MAXUINT)
    self->grow_id = g_idle_add_full (G_PRIORITY_LOW, grow, self, NULL);
}

/**
 * bw_slot_rows_reach:
 * @position: of a row that is about to be chosen, or %GTK_INVALID_LIST_POSITION
 *
 * Brings all rows at once where @position is not among those that are there yet.
 */
void
bw_slot_rows_reach (BwSlotRows *self,
                    guint       position)
{
  if (position != GTK_INVALID_LIST_POSITION && position >= gtk_slice_list_model_get_size (self->slice))
    gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}
