/* A few threads that take numbered pieces of work off the hands of the one that asks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BwCrew BwCrew;

/**
 * BwPieceFunc:
 * @piece: its number, from 0
 *
 * Does one piece of work, in any thread, at the same time as others.
 */
typedef void (*BwPieceFunc) (guint    piece,
                             gpointer user_data);

BwCrew *bw_crew_new (guint n_hands);
void    bw_crew_free (BwCrew *self);
void    bw_crew_begin (BwCrew     *self,
                       guint       n_pieces,
                       BwPieceFunc func,
                       gpointer    user_data);
void    bw_crew_finish (BwCrew *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwCrew, bw_crew_free)

G_END_DECLS
