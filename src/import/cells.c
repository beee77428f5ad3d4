/* The cells of one column while a file is read: bytes in blocks, each distinct text once if that pays. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts lie in a pile. A column begins as codes into such texts, so that each is parsed once,
 * whatever the rows. Where most rows bring a text of their own (keys, amounts), finding it again only
 * costs: then the codes are dropped, and the pile holds one text a row, in order.
 * Short texts, which most are, are found with one glance at the table. */

#include "import/cells.h"

#include "import/codes.h"
#include "import/pages.h"
#include "cells/text-word.h"

#include <string.h>

#define CHECK_AT   4096 /* texts; and at every doubling from there */
#define FIRST_SIZE 64
#define PAGES_FROM 1024 /* slots */

typedef struct
{
  guint64 word;
  guint32 length;
  guint32 code; /* + 1, or 0 where free */
} Slot;

struct _BwCells
{
  gsize n_rows;
  gsize n_texts;

  BwPile pile;

  gboolean is_coded;
  BwCodes  codes;     /* while coded */
  guint32 *all_codes; /* of all rows, once they have been asked for */

  /* While coded, and until all rows are there; all NULL afterwards. */
  GPtrArray *texts; /* by code, in the pile */
  Slot      *slots;
  gsize      n_slots; /* a power of two */
  gsize      check_at;
};

static inline gsize
first_slot (const BwCells *self,
            guint64        word,
            gsize          length)
{
  const guint64 hash = (word ^ word >> 32 ^ length) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return (hash ^ hash >> 32) & (self->n_slots - 1);
}

static Slot *
new_slots (gsize n)
{
  return n < PAGES_FROM ? g_new0 (Slot, n) : bw_pages_new (n * sizeof (Slot));
}

static void
free_slots (Slot *slots,
            gsize n)
{
  if (n < PAGES_FROM)
    g_free (slots);
  else
    bw_pages_free (slots, n * sizeof (Slot));
}

static void
grow_slots (BwCells *self)
{
  Slot *old = g_steal_pointer (&self->slots);
  const gsize n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = new_slots (self->n_slots);
  for (gsize i = 0; i < n_old; i++)
    {
      gsize slot;

      if (old[i].code == 0)
        continue;
      slot = first_slot (self, old[i].word, old[i].length);
      while (self->slots[slot].code != 0)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = old[i];
    }
  free_slots (old, n_old);
}

static inline gboolean
holds (const BwCells    *self,
       const Slot       *slot,
       const BwTextWord *cell)
{
  if (slot->word != cell->word || slot->length != (guint32) cell->length)
    return FALSE;

  return cell->length <= sizeof cell->word
         || memcmp (g_ptr_array_index (self->texts, slot->code - 1), cell->text, cell->length) == 0;
}

static guint32
code_for_new (BwCells          *self,
              const BwTextWord *cell,
              Slot             *slot)
{
  slot->word = cell->word;
  slot->length = cell->length;
  slot->code = ++self->n_texts;
  g_ptr_array_add (self->texts, (gpointer) bw_pile_add (&self->pile, cell->text, cell->length));
  if (self->n_texts * 4 > self->n_slots * 3)
    grow_slots (self);

  return self->n_texts - 1;
}

static inline guint32
code_for (BwCells          *self,
          const BwTextWord *cell)
{
  gsize slot = first_slot (self, cell->word, cell->length);

  for (; self->slots[slot].code != 0; slot = (slot + 1) & (self->n_slots - 1))
    {
      if (holds (self, &self->slots[slot], cell))
        return self->slots[slot].code - 1;
    }

  return code_for_new (self, cell, &self->slots[slot]);
}

static void
drop_index (BwCells *self)
{
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  if (self->slots != NULL)
    free_slots (g_steal_pointer (&self->slots), self->n_slots);
}

/* From codes to one text a row. */
static void
spread (BwCells *self)
{
  g_autofree guint32 *codes = bw_codes_steal (&self->codes);
  g_autofree gsize *lengths = g_new (gsize, self->n_texts);
  BwPile texts = self->pile;
  BwPileIter iter;

  bw_pile_iter_init (&iter, &texts);
  for (gsize code = 0; bw_pile_iter_next (&iter); code++)
    lengths[code] = iter.length;

  bw_pile_init (&self->pile);
  for (gsize row = 0; row < self->n_rows; row++)
    bw_pile_add (&self->pile, g_ptr_array_index (self->texts, codes[row]), lengths[codes[row]]);
  self->n_texts = self->n_rows;
  self->is_coded = FALSE;
  drop_index (self);
  bw_pile_clear (&texts);
}

BwCells *
bw_cells_new (void)
{
  BwCells *self = g_new0 (BwCells, 1);

  bw_pile_init (&self->pile);
  self->texts = g_ptr_array_new ();
  self->is_coded = TRUE;
  bw_codes_init (&self->codes);
  self->n_slots = FIRST_SIZE;
  self->slots = new_slots (self->n_slots);
  self->check_at = CHECK_AT;

  return self;
}

void
bw_cells_free (BwCells *self)
{
  drop_index (self);
  bw_codes_clear (&self->codes);
  g_free (self->all_codes);
  bw_pile_clear (&self->pile);
  g_free (self);
}

/* While coded. */
static inline void
add_coded (BwCells          *self,
           const BwTextWord *cell)
{
  bw_codes_add (&self->codes, code_for (self, cell));
  self->n_rows++;
  if (self->n_texts < self->check_at)
    return;

  self->check_at *= 2;
  if (self->n_texts * 2 > self->n_rows || self->n_texts >= G_MAXUINT32 / 4)
    spread (self);
}

static inline void
add_spread (BwCells    *self,
            const char *text,
            gsize       length)
{
  bw_pile_add (&self->pile, text, length);
  self->n_texts++;
  self->n_rows++;
}

/**
 * bw_cells_add_batch:
 * @text: where all the cells lie; %BW_CELLS_SLACK bytes behind each may be read
 * @starts: (array length=n_cells): where each begins in @text
 * @lengths: (array length=n_cells): their bytes
 *
 * Adds the cells of the next rows.
 */
void
bw_cells_add_batch (BwCells       *self,
                    const char    *text,
                    const guint32 *starts,
                    const guint32 *lengths,
                    gsize          n_cells)
{
  gsize i = 0;

  for (; i < n_cells && self->is_coded; i++)
    {
      const BwTextWord cell = bw_text_word_with_slack (text + starts[i], lengths[i]);

      add_coded (self, &cell);
    }
  for (; i < n_cells; i++)
    add_spread (self, text + starts[i], lengths[i]);
}

/**
 * bw_cells_end:
 *
 * Says that all rows are there. What finds texts again is freed.
 */
void
bw_cells_end (BwCells *self)
{
  drop_index (self);
}

gsize
bw_cells_get_n_rows (const BwCells *self)
{
  return self->n_rows;
}

/**
 * bw_cells_get_n_texts:
 *
 * Returns: the number of texts that #BwTextIter visits
 */
gsize
bw_cells_get_n_texts (const BwCells *self)
{
  return self->n_texts;
}

/**
 * bw_cells_get_codes:
 *
 * To be asked for when all rows are there, by one thread.
 *
 * Returns: (array) (nullable): the number of each row's text; %NULL where text i is that of row i
 */
const guint32 *
bw_cells_get_codes (const BwCells *self)
{
  BwCells *asked = (BwCells *) self; /* they are put end to end when first asked for */

  if (asked->is_coded && asked->all_codes == NULL)
    asked->all_codes = bw_codes_steal (&asked->codes);

  return asked->all_codes;
}

/**
 * bw_cells_steal_codes:
 *
 * Returns: (transfer full) (nullable): the codes; @self may only be freed afterwards
 */
guint32 *
bw_cells_steal_codes (BwCells *self)
{
  bw_cells_get_codes (self);

  return g_steal_pointer (&self->all_codes);
}

/* How many rows hold each text. */
static guint32 *
count_rows (const BwCells *self)
{
  guint32 *counts = g_new0 (guint32, MAX (self->n_texts, 1));

  bw_codes_count (&self->codes, counts);
  for (gsize row = 0; self->all_codes != NULL && row < self->n_rows; row++)
    counts[self->all_codes[row]]++;

  return counts;
}

/**
 * bw_text_iter_init:
 * @cells: all rows; not to be changed while they are gone over
 *
 * Begins before the first text.
 */
void
bw_text_iter_init (BwTextIter    *iter,
                   const BwCells *cells)
{
  memset (iter, 0, sizeof *iter);
  bw_pile_iter_init (&iter->pile, &cells->pile);
  iter->counts = cells->is_coded ? count_rows (cells) : NULL;
}

void
bw_text_iter_clear (BwTextIter *iter)
{
  g_clear_pointer (&iter->counts, g_free);
}
