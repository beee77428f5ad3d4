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

BwTeam *bw_team_new (guint n_threads);
void    bw_team_free (BwTeam *self);
guint   bw_team_get_n_threads (const BwTeam *self);
void    bw_team_run (BwTeam    *self,
                     BwTeamFunc func,
                     gpointer   data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwTeam, bw_team_free)

G_END_DECLS
