/* Notes on customers, in the open file; never in the score. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/keeper.h"

G_BEGIN_DECLS

/**
 * BwNote:
 * @id: never used again while the file is open
 * @customer: key of the customer
 * @at: when it was written, in microseconds since 1970
 *
 * Borrowed from the keeper, until "notes-changed".
 */
typedef struct
{
  gint64      id;
  const char *customer;
  const char *text;
  const char *author;
  gint64      at;
} BwNote;

/* Newest first. */
guint         bw_keeper_get_n_notes (BwKeeper   *self,
                                     const char *customer);
const BwNote *bw_keeper_get_note (BwKeeper   *self,
                                  const char *customer,
                                  guint       note);
void          bw_keeper_add_note (BwKeeper   *self,
                                  const char *customer,
                                  const char *text);
/* @text "" takes the note away. */
void          bw_keeper_change_note (BwKeeper   *self,
                                     gint64      note,
                                     const char *text);
void          bw_keeper_put_back_note (BwKeeper *self,
                                       gint64    note);
GHashTable   *bw_keeper_count_notes (BwKeeper *self);

G_END_DECLS
