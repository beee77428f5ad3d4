/* Whether a record is a row without a doubt, told by a few compares. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/layout.h"

G_BEGIN_DECLS

#define BW_PLAIN_MAX_WATCHED 2

/**
 * BwPlain:
 * @watched: columns of texts that are filled in nearly all rows
 * @typed: a column of numbers or dates, or -1
 * @head: the header's first name, as it stands, in column @head_column
 *
 * What a row must be to need no closer look.
 */
typedef struct
{
  const BwLayout *layout;
  guint           watched[BW_PLAIN_MAX_WATCHED];
  guint           n_watched;
  int             typed;
  const char     *head;
  gsize           head_length;
  guint           head_column;
} BwPlain;

void     bw_plain_init (BwPlain        *self,
                        const BwLayout *layout);
gboolean bw_plain_holds (const BwPlain  *self,
                         const BwRecord *record);

G_END_DECLS
