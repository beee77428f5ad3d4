/* A copy of what is open, with what is not in the file yet: whole, and only then in its place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/keeper-batch.h"

G_BEGIN_DECLS

/**
 * BwCopying:
 * @from: the open file
 * @path: where the copy goes
 * @behind: what @from does not have
 * @whole: all there is, for a file that cannot be copied
 * @damaged: whether @from is known to be such a file
 * @go_on: whether the copy is opened afterwards
 * @to: (nullable): the copy, open for writing, where @go_on says so
 * @used: which of the two was written
 */
typedef struct
{
  BwDesk  *from;
  char    *path;
  BwBatch *behind;
  BwBatch *whole;
  gboolean damaged;
  gboolean go_on;

  BwDesk  *to;
  BwBatch *used;
} BwCopying;

gboolean bw_copying_run (BwCopying *self,
                         GError   **error);
void     bw_copying_free (BwCopying *self);

G_END_DECLS
