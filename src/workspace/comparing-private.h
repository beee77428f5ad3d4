/* What the files of comparing share and nobody else sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/comparing.h"
#include "workspace/insights.h"
#include "workspace/keeper.h"

G_BEGIN_DECLS

/* A version, a model file that was opened for comparing, or a model that is proposed. */
typedef struct
{
  gint64     version; /* its id; 0 for the others */
  GFile     *file;    /* NULL for the others */
  char      *name;
  BwModel   *model;
  BwResults *results; /* NULL until it is scored over the panel that is open now */
} BwOpened;

struct _BwComparing
{
  GObject parent_instance;

  BwWorkspace  *workspace;
  GSignalGroup *signals;
  BwInsights   *insights; /* of the workspace: what makes the draws over the draft */
  gboolean      active;
  gboolean      stale;

  BwKeeper  *keeper; /* or NULL */
  GPtrArray *opened; /* of BwOpened: versions, the newest first, then files */
  guint      choices[BW_N_SIDES];
  char      *notice;
  char      *saved_name; /* of the baseline, or NULL */

  BwComparison comparison;
  GArray      *movers;     /* of BwMover, or NULL: with it the comparison stands or does not */
  BwFirmness  *firmness;   /* of the side "to", or NULL */
  BwResults   *firmed;     /* the results that it is of; kept for comparing, never read */

  GCancellable *rescoring; /* each NULL where nothing is under way */
  GCancellable *comparing;
  GCancellable *firming;
  guint         firm_id;
};

BwOpened *bw_opened_new (GFile     *file,
                         BwModel   *model,
                         BwResults *results);
BwOpened *bw_opened_new_version (gint64      version,
                                 const char *name,
                                 BwModel    *model);
void      bw_opened_free (BwOpened *self);
gboolean  bw_opened_is_proposed (const BwOpened *self);

void bw_comparing_changed (BwComparing *self);
void bw_comparing_choices_changed (BwComparing *self);
void bw_comparing_firmness_changed (BwComparing *self);
void bw_comparing_update (BwComparing *self);
void bw_comparing_set_notice (BwComparing *self,
                              char        *notice);

void bw_comparing_compare (BwComparing *self);
void bw_comparing_stop_comparing (BwComparing *self);
void bw_comparing_firm_later (BwComparing *self);
void bw_comparing_stop_firming (BwComparing *self);
void bw_comparing_take_draws (BwComparing *self);
void bw_comparing_rescore (BwComparing *self);
void bw_comparing_update_versions (BwComparing *self);
void bw_comparing_follow_versions (BwComparing *self);

G_END_DECLS
