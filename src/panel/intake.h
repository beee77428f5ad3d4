/* Files in, panel out: what was read, how it was mapped, and what came of it, as one value. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/mapping.h"
#include "panel/panel.h"

G_BEGIN_DECLS

/**
 * BwWish:
 * @mapping: (nullable): use this mapping; files that none of its patterns match are an error
 * @roles: (array): a header for each role that is to be given to it, %NULL where none is wished
 * @as_of: days since 1970-01-01, or NaN
 *
 * What the user said beforehand; all else is proposed.
 */
typedef struct
{
  BwMapping  *mapping;
  const char *roles[BW_N_ROLES];
  double      as_of;
} BwWish;

typedef struct _BwIntake BwIntake;

BwIntake *bw_intake_read (GFile *const  *files,
                          guint          n_files,
                          const BwWish  *wish,
                          BwProgressFunc progress,
                          gpointer       user_data,
                          GCancellable  *cancellable,
                          GError       **error);
BwIntake *bw_intake_with_mapping (BwIntake     *self,
                                  BwMapping    *mapping,
                                  GCancellable *cancellable,
                                  GError      **error);
BwIntake *bw_intake_ref (BwIntake *self);
void      bw_intake_unref (BwIntake *self);

guint      bw_intake_get_n_sources (const BwIntake *self);
BwSource  *bw_intake_get_source (const BwIntake *self,
                                 guint           source);
BwMapping *bw_intake_get_mapping (const BwIntake *self);
BwPanel   *bw_intake_get_panel (const BwIntake *self);
BwReport  *bw_intake_get_report (const BwIntake *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwIntake, bw_intake_unref)

G_END_DECLS
