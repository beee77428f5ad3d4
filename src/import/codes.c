/* A number for each row of a column that grows, in blocks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/codes.h"

#include "import/pages.h"

#include <string.h>

#define FIRST_SIZE  64
#define BLOCK_BYTES (BW_CODES_BLOCK * sizeof (guint32))

void
bw_codes_init (BwCodes *self)
{
  memset (self, 0, sizeof *self);
}

static void
free_block (gpointer block)
{
  bw_pages_free (block, BLOCK_BYTES);
}

void
bw_codes_clear (BwCodes *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  bw_codes_init (self);
}

/**
 * bw_codes_make_room:
 *
 * Makes room for one number at least.
 */
void
bw_codes_make_room (BwCodes *self)
{
  if (self->room < BW_CODES_BLOCK)
    {
      self->room = self->room == 0 ? FIRST_SIZE : self->room * 2;
      self->first = g_renew (guint32, self->first, self->room);
      self->open = self->first;
      return;
    }

  if (self->others == NULL)
    self->others = g_ptr_array_new_with_free_func (free_block);
  self->open = bw_pages_new (BLOCK_BYTES);
  self->room += BW_CODES_BLOCK;
  g_ptr_array_add (self->others, self->open);
}

/* The numbers from @start on, which is where a block begins, or NULL behind the last.
 * Returns: @n of them */
static guint32 *
block_at (const BwCodes *self,
          gsize          start,
          gsize         *n)
{
  if (start >= self->n)
    return NULL;

  *n = MIN (self->n - start, BW_CODES_BLOCK);

  return start == 0 ? self->first : g_ptr_array_index (self->others, start / BW_CODES_BLOCK - 1);
}

/**
 * bw_codes_count:
 * @counts: (inout): by number; each is raised by how often it is there
 */
void
bw_codes_count (const BwCodes *self,
                guint32       *counts)
{
  const guint32 *block;
  gsize n;

  for (gsize start = 0; (block = block_at (self, start, &n)) != NULL; start += n)
    {
      for (gsize i = 0; i < n; i++)
        counts[block[i]]++;
    }
}

/**
 * bw_codes_steal:
 *
 * Returns: (transfer full) (array): all numbers end to end, at least one long; there are none left
 */
guint32 *
bw_codes_steal (BwCodes *self)
{
  guint32 *codes = g_renew (guint32, g_steal_pointer (&self->first), MAX (self->n, 1));
  const guint32 *block;
  gsize n;

  for (gsize start = BW_CODES_BLOCK; (block = block_at (self, start, &n)) != NULL; start += n)
    memcpy (codes + start, block, n * sizeof *codes);
  bw_codes_clear (self);

  return codes;
}
