/* Files in, panel out: what was read, how it was mapped, and what came of it, as one value. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/mapping.h"
#include "panel/panel.h"

G_BEGIN_DECLS

/**
 * BwJoined:
 * @n_rows: of all files of one mapped source
 * @n_matched: rows whose key a customer has
 * @n_near: of those, rows whose key is written differently
 * @n_orphans: rows whose key no customer has
 * @n_keyless: rows without a key
 * @n_duplicates: rows that were set aside or added up since their key and snapshot came before
 * @n_customers: customers that have at least one of the rows
 * @date_first: of the oldest of its rows, or NaN where it has no dates
 * @date_last: of the newest
 *
 * How the rows of one mapped source found their customers.
 */
typedef struct
{
  gsize  n_rows;
  gsize  n_matched;
  gsize  n_near;
  gsize  n_orphans;
  gsize  n_keyless;
  gsize  n_duplicates;
  gsize  n_customers;
  double date_first;
  double date_last;
} BwJoined;

/**
 * BwWish:
 * @mapping: (nullable): use this mapping; files that none of its patterns match are an error
 * @roles: (array): a header for each role that is to be given to it, %NULL where none is wished
 * @as_of: days since 1970-01-01, or NaN
 * @reading: (nullable): how files are read of which no mapping speaks
 *
 * What the user said beforehand; all else is proposed.
 */
typedef struct
{
  BwMapping  *mapping;
  const char *roles[BW_N_ROLES];
  double      as_of;

  const BwReading *reading;
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
BwIntake *bw_intake_with_reading (BwIntake        *self,
                                  guint            source,
                                  const BwReading *reading,
                                  BwProgressFunc   progress,
                                  gpointer         user_data,
                                  GCancellable    *cancellable,
                                  GError         **error);
BwIntake *bw_intake_with_files (BwIntake      *self,
                                GFile *const  *files,
                                guint          n_files,
                                BwProgressFunc progress,
                                gpointer       user_data,
                                GCancellable  *cancellable,
                                GError       **error);
BwIntake *bw_intake_with_file_as (BwIntake        *self,
                                  GFile           *file,
                                  const BwReading *reading,
                                  BwProgressFunc   progress,
                                  gpointer         user_data,
                                  GCancellable    *cancellable,
                                  GError         **error);
BwIntake *bw_intake_without_file (BwIntake     *self,
                                  guint         source,
                                  GCancellable *cancellable,
                                  GError      **error);
BwIntake *bw_intake_ref (BwIntake *self);
void      bw_intake_unref (BwIntake *self);

guint      bw_intake_get_n_sources (const BwIntake *self);
BwSource  *bw_intake_get_source (const BwIntake *self,
                                 guint           source);
GFile     *bw_intake_get_file (const BwIntake *self,
                               guint           source);
guint      bw_intake_get_mapped (const BwIntake *self,
                                 guint           source);
void       bw_intake_get_joined (const BwIntake *self,
                                 guint           mapped_source,
                                 BwJoined       *joined);
BwMapping *bw_intake_get_mapping (const BwIntake *self);
BwPanel   *bw_intake_get_panel (const BwIntake *self);
BwReport  *bw_intake_get_report (const BwIntake *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwIntake, bw_intake_unref)

G_END_DECLS
