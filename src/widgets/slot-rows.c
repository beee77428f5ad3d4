/* The rows of a table as far as it is shown yet: the first at once, the others soon after. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK makes some two hundred rows of a long list before it shows the first of them, which takes
 * longer than a person waits gladly. So it is shown a list of a few rows first, which grows while the
 * window has nothing else to do. A list that nobody was in begins so again. */

#include "widgets/slot-rows.h"

#define MORE_ROWS    20  /* made at a time after that */
#define KEPT_ROWS    240 /* more than GTK makes of any number */

struct _BwSlotRows
{
  GtkSliceListModel *slice;
  guint              at_once; /* how many come first */
  gboolean           grows;   /* they are shown: the others may come */
  guint              grow_id;
};

/**
 * bw_slot_rows_new:
 * @at_once: how many rows come first: as many as there is place for
 *
 * Returns: (transfer full): no rows
 */
BwSlotRows *
bw_slot_rows_new (guint at_once)
{
  BwSlotRows *self = g_new0 (BwSlotRows, 1);

  self->slice = gtk_slice_list_model_new (NULL, 0, at_once);
  self->at_once = at_once;

  return self;
}

static guint
count_all (BwSlotRows *self)
{
  GListModel *list = gtk_slice_list_model_get_model (self->slice);

  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

static gboolean
grow (gpointer user_data)
{
  BwSlotRows *self = user_data;
  const guint size = gtk_slice_list_model_get_size (self->slice);

  if (size < KEPT_ROWS && size < count_all (self))
    {
      gtk_slice_list_model_set_size (self->slice, size + MORE_ROWS);
      return G_SOURCE_CONTINUE;
    }
  self->grow_id = 0;
  if (size >= KEPT_ROWS)
    gtk_slice_list_model_set_size (self->slice, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

static void
grow_later (BwSlotRows *self)
{
  if (self->grows && self->grow_id == 0 && gtk_slice_list_model_get_size (self->slice) < count_all (self))
    self->grow_id = g_idle_add_full (G_PRIORITY_LOW, grow, self, NULL);
}

static void
on_items_changed (BwSlotRows *self)
{
  if (count_all (self) == 0)
    gtk_slice_list_model_set_size (self->slice, self->at_once);
  grow_later (self);
}

static void
forget_list (BwSlotRows *self)
{
  GListModel *list = gtk_slice_list_model_get_model (self->slice);

  if (list != NULL)
    g_signal_handlers_disconnect_by_func (list, on_items_changed, self);
}

void
bw_slot_rows_free (BwSlotRows *self)
{
  forget_list (self);
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
  forget_list (self);
  gtk_slice_list_model_set_model (self->slice, list);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (on_items_changed), self);

  return G_LIST_MODEL (self->slice);
}

/**
 * bw_slot_rows_grow:
 *
 * Lets the rows come from now on: the first are about to be shown.
 */
void
bw_slot_rows_grow (BwSlotRows *self)
{
  self->grows = TRUE;
  grow_later (self);
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
