/* The cells of one column while a file is read: bytes in a block, each distinct text once if that pays. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts lie end to end, each after its length in 7-bit groups. A column begins as codes into such
 * texts, so that each is parsed once, whatever the rows. Where most rows bring a text of their own
 * (keys, amounts), finding it again only costs: then the codes are dropped, and the block holds one
 * text a row, in order. */

#include "import/cells.h"

#include <string.h>

#define CHECK_AT   4096 /* texts; and at every doubling from there */
#define FIRST_SIZE 64

struct _BwCells
{
  gsize n_rows;
  gsize n_texts;

  guint8 *bytes;
  gsize   n_bytes;
  gsize   bytes_size;

  /* While coded; all NULL afterwards. */
  guint32 *codes;
  gsize    codes_size;
  GArray  *offsets; /* of gsize, by code */
  GArray  *hashes;  /* of guint32, by code */
  guint32 *slots;   /* code + 1, or 0 where free */
  gsize    n_slots; /* a power of two */
  gsize    check_at;
};

static guint64
mix (guint64 hash,
     guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  return hash ^ (hash >> 29);
}

static guint32
hash_of (const char *text,
         gsize       length)
{
  guint64 hash = length, word;

  for (; length >= sizeof word; text += sizeof word, length -= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      hash = mix (hash, word);
    }
  word = 0;
  for (gsize i = 0; i < length; i++)
    word = word << 8 | (guchar) text[i];
  hash = mix (hash, word);

  return hash ^ (hash >> 32);
}

static const guint8 *
read_length (const guint8 *p,
             gsize        *length)
{
  guint shift = 0;

  *length = 0;
  do
    {
      *length |= (gsize) (*p & 0x7F) << shift;
      shift += 7;
    }
  while (*p++ & 0x80);

  return p;
}

static void
append (BwCells    *self,
        const char *text,
        gsize       length)
{
  gsize rest = length;

  if (self->bytes_size - self->n_bytes < length + 16)
    {
      self->bytes_size = MAX (self->bytes_size + self->bytes_size / 2,
                              self->n_bytes + length + 4096);
      self->bytes = g_realloc (self->bytes, self->bytes_size);
    }
  for (; rest >= 0x80; rest >>= 7)
    self->bytes[self->n_bytes++] = 0x80 | (rest & 0x7F);
  self->bytes[self->n_bytes++] = rest;
  memcpy (self->bytes + self->n_bytes, text, length);
  self->n_bytes += length;
}

static void
grow_slots (BwCells *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);

  for (gsize code = 0; code < self->n_texts; code++)
    {
      gsize slot = g_array_index (self->hashes, guint32, code) & (self->n_slots - 1);

      while (self->slots[slot] != 0)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = code + 1;
    }
}

static gboolean
is_text (const BwCells *self,
         guint32        code,
         const char    *text,
         gsize          length)
{
  const guint8 *there = self->bytes + g_array_index (self->offsets, gsize, code);
  gsize there_length;

  there = read_length (there, &there_length);

  return there_length == length && memcmp (there, text, length) == 0;
}

static guint32
code_for (BwCells    *self,
          const char *text,
          gsize       length)
{
  const guint32 hash = hash_of (text, length);
  gsize slot = hash & (self->n_slots - 1);

  for (; self->slots[slot] != 0; slot = (slot + 1) & (self->n_slots - 1))
    {
      const guint32 code = self->slots[slot] - 1;

      if (g_array_index (self->hashes, guint32, code) == hash
          && is_text (self, code, text, length))
        return code;
    }

  g_array_append_val (self->offsets, self->n_bytes);
  g_array_append_val (self->hashes, hash);
  append (self, text, length);
  self->slots[slot] = ++self->n_texts;
  if (self->n_texts * 4 > self->n_slots * 3)
    grow_slots (self);

  return self->n_texts - 1;
}

static void
drop_index (BwCells *self)
{
  g_clear_pointer (&self->offsets, g_array_unref);
  g_clear_pointer (&self->hashes, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
}

/* From codes to one text a row. */
static void
spread (BwCells *self)
{
  g_autofree guint8 *texts = g_steal_pointer (&self->bytes);
  g_autofree guint32 *codes = g_steal_pointer (&self->codes);

  self->n_bytes = 0;
  self->bytes_size = 0;
  for (gsize row = 0; row < self->n_rows; row++)
    {
      const guint8 *text = texts + g_array_index (self->offsets, gsize, codes[row]);
      gsize length;

      text = read_length (text, &length);
      append (self, (const char *) text, length);
    }
  self->n_texts = self->n_rows;
  drop_index (self);
}

BwCells *
bw_cells_new (void)
{
  BwCells *self = g_new0 (BwCells, 1);

  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->codes_size = FIRST_SIZE;
  self->codes = g_new (guint32, self->codes_size);
  self->n_slots = FIRST_SIZE;
  self->slots = g_new0 (guint32, self->n_slots);
  self->check_at = CHECK_AT;

  return self;
}

void
bw_cells_free (BwCells *self)
{
  drop_index (self);
  g_free (self->codes);
  g_free (self->bytes);
  g_free (self);
}

/**
 * bw_cells_add:
 * @text: the cell of the next row, as it stands
 */
void
bw_cells_add (BwCells    *self,
              const char *text,
              gsize       length)
{
  if (self->codes == NULL)
    {
      append (self, text, length);
      self->n_texts++;
      self->n_rows++;
      return;
    }

  if (self->n_rows == self->codes_size)
    {
      self->codes_size *= 2;
      self->codes = g_renew (guint32, self->codes, self->codes_size);
    }
  self->codes[self->n_rows++] = code_for (self, text, length);

  if (self->n_texts >= self->check_at)
    {
      self->check_at *= 2;
      if (self->n_texts * 2 > self->n_rows || self->n_texts >= G_MAXUINT32 / 4)
        spread (self);
    }
}

gsize
bw_cells_get_n_rows (const BwCells *self)
{
  return self->n_rows;
}

/**
 * bw_cells_get_n_texts:
 *
 * Returns: the number of texts that bw_cells_foreach_text() visits
 */
gsize
bw_cells_get_n_texts (const BwCells *self)
{
  return self->n_texts;
}

/**
 * bw_cells_get_codes:
 *
 * Returns: (array) (nullable): the number of each row's text; %NULL where text i is that of row i
 */
const guint32 *
bw_cells_get_codes (const BwCells *self)
{
  return self->codes;
}

/**
 * bw_cells_steal_codes:
 *
 * Returns: (transfer full) (nullable): the codes; @self may only be freed afterwards
 */
guint32 *
bw_cells_steal_codes (BwCells *self)
{
  return g_steal_pointer (&self->codes);
}

/**
 * bw_cells_foreach_text:
 * @func: called for each text in the order of first appearance
 */
void
bw_cells_foreach_text (const BwCells *self,
                       BwTextFunc     func,
                       gpointer       user_data)
{
  g_autofree guint32 *counts = NULL;
  const guint8 *p = self->bytes;

  if (self->codes != NULL)
    {
      counts = g_new0 (guint32, self->n_texts);
      for (gsize row = 0; row < self->n_rows; row++)
        counts[self->codes[row]]++;
    }

  for (gsize code = 0; code < self->n_texts; code++)
    {
      gsize length;

      p = read_length (p, &length);
      func ((const char *) p, length, code, counts != NULL ? counts[code] : 1, user_data);
      p += length;
    }
}
