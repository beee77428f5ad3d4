/* Notes on customers, in the open file; never in the score. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All notes are in memory, by customer too; the rows of one customer are in the order in which they
 * were written, whatever the clock said. */

#include "workspace/keeper-private.h"

void
bw_note_row_free (BwNoteRow *self)
{
  g_free ((char *) self->note.customer);
  g_free ((char *) self->note.text);
  g_free ((char *) self->note.author);
  g_free (self);
}

static BwNoteRow *
row_at (BwKeeper *self,
        guint     row)
{
  return g_ptr_array_index (self->notes, row);
}

static BwNoteRow *
add_row (BwKeeper   *self,
         const char *customer,
         const char *text,
         const char *author)
{
  BwNoteRow *row = g_new0 (BwNoteRow, 1);

  row->note.id = ++self->last_id;
  row->note.customer = g_strdup (customer != NULL ? customer : "");
  row->note.text = g_strdup (text != NULL ? text : "");
  row->note.author = g_strdup (author != NULL ? author : "");
  row->note.at = g_get_real_time ();
  g_ptr_array_add (self->notes, row);

  return row;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const BwNoteRow *x = *(const BwNoteRow *const *) a, *y = *(const BwNoteRow *const *) b;

  return x->kept < y->kept ? -1 : x->kept > y->kept;
}

/* What @loaded says takes the place of what is there. Tells nobody. */
void
bw_keeper_load_notes (BwKeeper       *self,
                      const BwLoaded *loaded)
{
  g_ptr_array_set_size (self->notes, 0);
  for (guint i = 0; i < loaded->notes->len; i++)
    {
      const BwKeptNote *kept = g_ptr_array_index (loaded->notes, i);
      BwNoteRow *row = add_row (self, kept->customer, kept->text, kept->author);

      row->note.at = kept->at;
      row->kept = kept->id;
    }
  g_ptr_array_sort (self->notes, compare_numbers);
}

/* Puts the notes that the file has not or has otherwise into @batch, or all of them as new. */
void
bw_keeper_order_notes (BwKeeper *self,
                       BwBatch  *batch,
                       gboolean  whole)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      const BwNoteRow *row = row_at (self, i);
      BwNoteOrder *order;

      if (row->gone ? whole || row->kept == 0 || row->changed == 0 : !whole && row->changed == 0)
        continue;
      order = g_new0 (BwNoteOrder, 1);
      order->row = row->note.id;
      order->gone = row->gone;
      order->note.id = whole ? 0 : row->kept;
      order->note.customer = g_strdup (row->note.customer);
      order->note.text = g_strdup (row->note.text);
      order->note.author = g_strdup (row->note.author);
      order->note.at = row->note.at;
      g_ptr_array_add (batch->notes, order);
    }
}

/* The place of a note, or BW_NONE. */
static guint
find (BwKeeper *self,
      gint64    note)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      if (row_at (self, i)->note.id == note)
        return i;
    }

  return BW_NONE;
}

/* Takes down what of the notes is in the file now. */
void
bw_keeper_settle_notes (BwKeeper      *self,
                        const BwBatch *batch)
{
  for (guint i = 0; i < batch->notes->len; i++)
    {
      const BwNoteOrder *order = g_ptr_array_index (batch->notes, i);
      const guint place = find (self, order->row);

      if (place == BW_NONE)
        continue;
      row_at (self, place)->kept = order->gone ? 0 : order->note.id;
    }
  for (guint i = 0; i < self->notes->len; i++)
    {
      if (row_at (self, i)->changed <= batch->serial)
        row_at (self, i)->changed = 0;
    }
}

static gboolean
is_of (const BwNoteRow *row,
       const char      *customer)
{
  return !row->gone && g_str_equal (row->note.customer, customer);
}

/**
 * bw_keeper_get_n_notes:
 * @customer: key of a customer
 *
 * Returns: how many notes there are on @customer
 */
guint
bw_keeper_get_n_notes (BwKeeper   *self,
                       const char *customer)
{
  guint n = 0;

  g_return_val_if_fail (BW_IS_KEEPER (self), 0);
  g_return_val_if_fail (customer != NULL, 0);

  for (guint i = 0; i < self->notes->len; i++)
    n += is_of (row_at (self, i), customer);

  return n;
}

/**
 * bw_keeper_get_note:
 * @customer: key of a customer
 * @note: counted from 0, the newest
 *
 * Returns: (transfer none): the note, until "notes-changed"
 */
const BwNote *
bw_keeper_get_note (BwKeeper   *self,
                    const char *customer,
                    guint       note)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), NULL);
  g_return_val_if_fail (customer != NULL, NULL);

  for (guint i = self->notes->len; i > 0; i--)
    {
      const BwNoteRow *row = row_at (self, i - 1);

      if (is_of (row, customer) && note-- == 0)
        return &row->note;
    }
  g_return_val_if_reached (NULL);
}

/**
 * bw_keeper_add_note:
 * @customer: key of a customer
 * @text: of the note; nothing happens where it is ""
 */
void
bw_keeper_add_note (BwKeeper   *self,
                    const char *customer,
                    const char *text)
{
  g_autofree char *author = NULL;

  g_return_if_fail (BW_IS_KEEPER (self));
  g_return_if_fail (customer != NULL);
  g_return_if_fail (text != NULL);

  if (*text == '\0')
    return;

  author = bw_keeper_dup_author ();
  add_row (self, customer, text, author)->changed = bw_keeper_count_change (self);
  bw_keeper_emit (self, BW_KEEPER_NOTES_CHANGED);
  bw_keeper_schedule (self);
}

/**
 * bw_keeper_change_note:
 * @note: its id
 * @text: what it says from now on; "" takes it away, until it is put back
 */
void
bw_keeper_change_note (BwKeeper   *self,
                       gint64      note,
                       const char *text)
{
  BwNoteRow *row;
  guint place;

  g_return_if_fail (BW_IS_KEEPER (self));
  g_return_if_fail (text != NULL);

  place = find (self, note);
  if (place == BW_NONE || row_at (self, place)->gone || g_str_equal (row_at (self, place)->note.text, text))
    return;

  row = row_at (self, place);
  row->changed = bw_keeper_count_change (self);
  row->gone = *text == '\0';
  if (!row->gone)
    {
      g_free ((char *) row->note.text);
      row->note.text = g_strdup (text);
    }
  bw_keeper_emit (self, BW_KEEPER_NOTES_CHANGED);
  bw_keeper_schedule (self);
}

/**
 * bw_keeper_put_back_note:
 * @note: its id
 *
 * Makes a note that was taken away stand again as it was, in its place; nothing happens where it was
 * not, or another file was opened meanwhile.
 */
void
bw_keeper_put_back_note (BwKeeper *self,
                         gint64    note)
{
  guint place;

  g_return_if_fail (BW_IS_KEEPER (self));

  place = find (self, note);
  if (place == BW_NONE || !row_at (self, place)->gone)
    return;

  row_at (self, place)->gone = FALSE;
  row_at (self, place)->changed = bw_keeper_count_change (self);
  bw_keeper_emit (self, BW_KEEPER_NOTES_CHANGED);
  bw_keeper_schedule (self);
}

/**
 * bw_keeper_count_notes:
 *
 * Returns: (transfer full): the number of notes by key of customer, of those who have some
 */
GHashTable *
bw_keeper_count_notes (BwKeeper *self)
{
  GHashTable *counts;

  g_return_val_if_fail (BW_IS_KEEPER (self), NULL);

  counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const BwNoteRow *row = row_at (self, i);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, row->note.customer));

      if (!row->gone)
        g_hash_table_insert (counts, g_strdup (row->note.customer), GUINT_TO_POINTER (n + 1));
    }

  return counts;
}
