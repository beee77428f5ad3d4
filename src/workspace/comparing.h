/* Two models over the same customers: which two, their scores, and what lies between them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each side is the baseline, the draft, a version, or a model file that was opened for comparing
 * alone, or that is proposed: the draft and its undo know nothing of it. While it is active everything
 * follows the workspace; with very many customers only when the slider is let go, and in a worker. */

#pragma once

#include "score/comparing.h"
#include "score/firmness.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

#define BW_TYPE_COMPARING (bw_comparing_get_type ())

G_DECLARE_FINAL_TYPE (BwComparing, bw_comparing, BW, COMPARING, GObject)

typedef enum
{
  BW_SIDE_FROM,
  BW_SIDE_TO,
} BwSide;

#define BW_N_SIDES (BW_SIDE_TO + 1)

/* What can be chosen for a side; from 2 on the versions, the newest first, then the model files, in
 * the order in which they were opened. */
#define BW_CHOICE_SAVED 0
#define BW_CHOICE_DRAFT 1
#define BW_CHOICE_FILES 2

/* Signals:
 *   "choices-changed"   other models to choose from, or others chosen
 *   "changed"           scores, comparison or movers are others
 *   "firmness-changed"  how firm the bands are is known now, or no longer
 * Properties: "active" (boolean, FALSE): whether it follows the workspace; one that is not on
 *   screen does no work, and catches up when it is active again. */

BwComparing *bw_comparing_new (BwWorkspace *workspace);
BwWorkspace *bw_comparing_get_workspace (BwComparing *self);
gboolean     bw_comparing_get_active (BwComparing *self);
void         bw_comparing_set_active (BwComparing *self,
                                      gboolean     active);

/* Choosing the sides. */
guint       bw_comparing_get_n_choices (BwComparing *self);
const char *bw_comparing_get_choice_name (BwComparing *self,
                                          guint        choice);
guint       bw_comparing_get_choice (BwComparing *self,
                                     BwSide       side);
void        bw_comparing_set_choice (BwComparing *self,
                                     BwSide       side,
                                     guint        choice);
gboolean    bw_comparing_choose_version (BwComparing *self,
                                         BwSide       side,
                                         gint64       version);
void        bw_comparing_swap (BwComparing *self);
void        bw_comparing_open_async (BwComparing        *self,
                                     BwSide              side,
                                     GFile              *file,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean    bw_comparing_open_finish (BwComparing  *self,
                                      GAsyncResult *result,
                                      GError      **error);
const char *bw_comparing_get_notice (BwComparing *self);
void        bw_comparing_propose (BwComparing *self,
                                  const char  *name,
                                  BwModel     *model);

/* What lies between them; all borrowed until the next "changed", NULL while it is worked out. */
const char         *bw_comparing_get_name (BwComparing *self,
                                           BwSide       side);
BwResults          *bw_comparing_get_results (BwComparing *self,
                                              BwSide       side);
guint               bw_comparing_get_segment (BwComparing *self);
gboolean            bw_comparing_knows_segment (BwComparing *self);
const BwComparison *bw_comparing_get_comparison (BwComparing *self);
GArray             *bw_comparing_get_movers (BwComparing *self);
GArray             *bw_comparing_list_ranks (BwComparing *self);
BwFirmness         *bw_comparing_get_firmness (BwComparing *self);

G_END_DECLS
