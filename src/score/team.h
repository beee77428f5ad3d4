/* A few threads that stand by for work which comes often and is over soon. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BwTeam BwTeam;

/**
 * BwTeamFunc:
 * @worker: a number of its own for each thread that is at work, below the size of the team
 *
 * Takes parts of the work until none is left: whoever comes late finds nothing, and one alone does
 * it all.
 */
typedef void (*BwTeamFunc) (gpointer data,
                            guint    worker);

/* Rows that a thread takes at once: small enough that none waits long for another. */
#define BW_TEAM_PART 8192
#define BW_TEAM_N_PARTS(n_rows) (((n_rows) + BW_TEAM_PART - 1) / BW_TEAM_PART)

/**
 * BwPartFunc:
 * @first: the first row of the part, of which there are @n
 * @part: its number, from 0
 */
typedef void (*BwPartFunc) (gpointer data,
                            gsize    first,
                            gsize    n,
                            gsize    part);

BwTeam *bw_team_new (guint n_threads);
void    bw_team_free (BwTeam *self);
guint   bw_team_get_n_threads (const BwTeam *self);
void    bw_team_run (BwTeam    *self,
                     BwTeamFunc func,
                     gpointer   data);
void    bw_team_share (gsize      n_rows,
                       BwPartFunc func,
                       gpointer   data);
void    bw_team_set_shared (guint n_threads);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwTeam, bw_team_free)

G_END_DECLS
