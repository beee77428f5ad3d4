/* Whom a rule takes, before and after the rules above it: what a person sees while building one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

/**
 * BwMatching:
 * @n_matches: by segment: customers for which its rule holds, whoever takes them; for the last
 *   segment all
 * @n_taken: by segment: customers that it takes, being the first whose rule holds
 * @n_several: customers for which the rules of two segments or more hold
 * @n_none: customers for which no rule holds
 * @n_both: by two segments that have rules, row by row (a · (@n_segments − 1) + b): customers for
 *   which both hold
 */
typedef struct
{
  guint  n_segments;
  gsize  n_rows;
  gsize *n_matches;
  gsize *n_taken;
  gsize  n_several;
  gsize  n_none;
  gsize *n_both;
} BwMatching;

BwMatching *bw_matching_new (const BwModel *model,
                             BwPanel       *panel,
                             guint          snapshot);
void        bw_matching_free (BwMatching *self);

/* For each row how many segments' rules hold for it: (transfer full) (array length=n_rows). */
guint8 *bw_matching_count_rules (const BwModel *model,
                                 BwPanel       *panel,
                                 guint          snapshot);

/* Customers for which conditions hold. An unknown column or metric is an error; %G_MAXSIZE then. */
gsize bw_conditions_count (const BwConditions *where,
                           const BwModel      *model,
                           BwPanel            *panel,
                           guint               snapshot,
                           GError            **error);

/* A bit a customer of the snapshot for whom conditions hold, 64 to a word from the lowest on:
 * (transfer full) (nullable). %NULL as bw_conditions_count() would fail. */
guint64 *bw_conditions_match (const BwConditions *where,
                              const BwModel      *model,
                              BwPanel            *panel,
                              guint               snapshot,
                              GError            **error);

/* Whether conditions can never hold, whatever the data: less than 5 and more than 9 of one column.
 * Returns: (nullable) (transfer full) (element-type guint): the places of the conditions that say so:
 * one alone, two, or all on their subject */
GArray *bw_conditions_find_contradiction (const BwConditions *where);

/* Conditions that a person builds: owned, copied, in any state a builder may be in. */
BwConditions *bw_conditions_copy (const BwConditions *self);
void          bw_conditions_free (BwConditions *self);
gboolean      bw_conditions_equal (const BwConditions *a,
                                   const BwConditions *b);

/* A value of a column in the newest snapshot, and how many customers have it. */
typedef struct
{
  char *text;
  gsize n;
} BwValueCount;

/* Returns: (transfer full) (element-type BwValueCount): the values of a column, most frequent
 * first, at most @most; of numbers and dates the least, median and greatest */
GArray *bw_panel_list_values (BwPanel    *panel,
                              guint       snapshot,
                              const char *column,
                              guint       most);

/**
 * BwSegmentPreset:
 * @name: for people: "First 90 days"
 * @segments: (element-type BwSegment): the segments it makes, in order, with rules
 *
 * Segments that this panel invites to: by each value of the segment column, CSM assigned or not,
 * first 90 days, older than two years. Only what the panel's columns allow.
 */
typedef struct
{
  char   *name;
  GArray *segments;
} BwSegmentPreset;

/* Returns: (transfer full) (element-type BwSegmentPreset): frees all it holds */
GPtrArray *bw_segment_presets_list (BwPanel *panel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwMatching, bw_matching_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwConditions, bw_conditions_free)

G_END_DECLS
