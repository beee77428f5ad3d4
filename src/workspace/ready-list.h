/* Lists of customers that are asked for again and again: ready to be worked on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

#define BW_RENEWS_SOON 90 /* days after the newest snapshot */

/**
 * BwReadyList:
 * @BW_READY_ALL: everybody
 * @BW_READY_RENEWING: in the lowest band, and renewing within %BW_RENEWS_SOON days
 * @BW_READY_FALLING: whose score fell since the snapshot that trends compare with
 * @BW_READY_GROWING: in the highest band and not falling: ready to grow
 * @BW_READY_CAPPED: whom a cap holds down
 */
typedef enum
{
  BW_READY_ALL,
  BW_READY_RENEWING,
  BW_READY_FALLING,
  BW_READY_GROWING,
  BW_READY_CAPPED,
} BwReadyList;

#define BW_N_READY_LISTS (BW_READY_CAPPED + 1)

gboolean    bw_ready_list_applies (BwReadyList  self,
                                   BwWorkspace *workspace);
char       *bw_ready_list_name (BwReadyList  self,
                                BwWorkspace *workspace);
const char *bw_ready_list_say_nobody (BwReadyList self);
const char *bw_ready_list_get_order (BwReadyList self);
gboolean    bw_ready_list_holds (BwReadyList  self,
                                 BwWorkspace *workspace,
                                 guint32      row,
                                 double       change);
gboolean    bw_ready_list_needs_history (BwReadyList self);

G_END_DECLS
