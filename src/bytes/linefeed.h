/* Text in blocks comes in, physical lines come out, with as much kept before them as is wanted. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwRefillFunc:
 * @buffer: where the next text goes
 * @size: how much there may be of it; never under 64
 *
 * Returns: bytes given, 0 at the end, -1 with @error set
 */
typedef gssize (*BwRefillFunc) (gpointer user_data,
                                char    *buffer,
                                gsize    size,
                                GError **error);

/**
 * BwLine:
 * @start: %NULL at the end of the text
 * @end: behind the text of the line; the byte there may be written to, and a block be read
 * @next: behind the line end
 */
typedef struct
{
  char *start;
  char *end;
  char *next;
} BwLine;

typedef struct _BwLinefeed BwLinefeed;

BwLinefeed *bw_linefeed_new (BwRefillFunc refill,
                             gpointer     user_data);
void        bw_linefeed_free (BwLinefeed *self);
char       *bw_linefeed_get_pos (const BwLinefeed *self);
void        bw_linefeed_set_pos (BwLinefeed *self,
                                 char       *pos);
gboolean    bw_linefeed_next (BwLinefeed *self,
                              char      **keep,
                              BwLine     *line,
                              GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwLinefeed, bw_linefeed_free)

G_END_DECLS
