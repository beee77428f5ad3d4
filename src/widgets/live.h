/* A widget that shows something of the workspace and follows it while it is on screen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes while the widget is not on screen is remembered and told in one piece when it is
 * shown again, so that nothing is worked out for pages that nobody sees. */

#pragma once

#include "workspace/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_LIVE (bw_live_get_type ())

G_DECLARE_DERIVABLE_TYPE (BwLive, bw_live, BW, LIVE, AdwBin)

/**
 * BwChange:
 * @BW_CHANGE_DATA: another panel; comes with model, results and segment
 * @BW_CHANGE_MODEL: another draft; comes with results
 * @BW_CHANGE_RESULTS: other scores of the same rows
 * @BW_CHANGE_HISTORY: scores through time have caught up
 * @BW_CHANGE_SEGMENT: another segment is chosen
 * @BW_CHANGE_CUSTOMER: another customer is chosen
 * @BW_CHANGE_LOCKS: a weight was locked or set free
 */
typedef enum
{
  BW_CHANGE_DATA = 1 << 0,
  BW_CHANGE_MODEL = 1 << 1,
  BW_CHANGE_RESULTS = 1 << 2,
  BW_CHANGE_HISTORY = 1 << 3,
  BW_CHANGE_SEGMENT = 1 << 4,
  BW_CHANGE_CUSTOMER = 1 << 5,
  BW_CHANGE_LOCKS = 1 << 6,
} BwChange;

/**
 * BwLiveClass:
 * @refresh: shows the workspace as it is now; called only while it has a panel and a model, and
 *   only while the widget is on screen, or is being made ready for that
 */
struct _BwLiveClass
{
  AdwBinClass parent_class;

  void (*refresh) (BwLive  *self,
                   BwChange changes);
};

/* Properties: "workspace" (BwWorkspace). */

BwWorkspace *bw_live_get_workspace (BwLive *self);
void         bw_live_set_workspace (BwLive      *self,
                                    BwWorkspace *workspace);
void         bw_live_warm (BwLive *self);

G_END_DECLS
