/* Texts that lie end to end in blocks, each after its length. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/pile.h"

#include "import/pages.h"

#define FIRST_BLOCK 256
#define PAGES_FROM  (256 * 1024)
#define LAST_BLOCK  (2 * 1024 * 1024)

static void
free_block (gpointer data)
{
  BwPileBlock *block = data;
  const gsize size = sizeof *block + block->size;

  if (size < PAGES_FROM)
    g_free (block);
  else
    bw_pages_free (block, size);
}

void
bw_pile_init (BwPile *self)
{
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->open = NULL;
}

void
bw_pile_clear (BwPile *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  self->open = NULL;
}

/**
 * bw_pile_add_block:
 * @size: bytes that it has to hold at least
 *
 * Begins a new block. Each is twice as large as the one before, up to a limit, so that thousands of
 * columns of few cells stay small.
 */
void
bw_pile_add_block (BwPile *self,
                   gsize   size)
{
  const gsize last = self->open != NULL ? sizeof *self->open + self->open->size : 0;
  const gsize wanted = CLAMP (last * 2, FIRST_BLOCK, LAST_BLOCK);
  const gsize whole = MAX (sizeof (BwPileBlock) + size, wanted);
  BwPileBlock *block = whole < PAGES_FROM ? g_malloc (whole) : bw_pages_new (whole);

  block->n = 0;
  block->size = whole - sizeof *block;
  g_ptr_array_add (self->blocks, block);
  self->open = block;
}
