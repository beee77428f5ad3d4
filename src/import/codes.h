/* A number for each row of a column that grows, in blocks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BW_CODES_BLOCK ((gsize) 64 * 1024)

/**
 * BwCodes:
 * @n: numbers there are
 * @open: the block that gets the next one
 * @room: how many fit before there has to be more room
 */
typedef struct
{
  gsize      n;
  gsize      room;
  guint32   *open;
  guint32   *first;  /* alone until it is full; grows */
  GPtrArray *others; /* of BW_CODES_BLOCK each, or NULL */
} BwCodes;

void     bw_codes_init (BwCodes *self);
void     bw_codes_clear (BwCodes *self);
void     bw_codes_make_room (BwCodes *self);
guint32 *bw_codes_steal (BwCodes *self);
void     bw_codes_count (const BwCodes *self,
                         guint32       *counts);

/* The number of the next row. */
static inline void
bw_codes_add (BwCodes *self,
              guint32  code)
{
  if (self->n == self->room)
    bw_codes_make_room (self);
  self->open[self->n++ & (BW_CODES_BLOCK - 1)] = code;
}

G_END_DECLS
