/* Proposing a mapping: what is seen of the files, and the steps that turn it into choices. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of one kind make a group; keys join the groups; shapes follow from how often keys repeat
 * and which dates there are; roles come from headers and contents; event columns last. */

#pragma once

#include "panel/mapped-source.h"
#include "panel/vocabulary.h"
#include "panel/wide.h"

G_BEGIN_DECLS

/**
 * BwSeenColumn:
 * @column: (unowned): from the newest file that has values in it
 * @codes: (nullable): @column as codes, made when first asked for
 * @n_rows: of all files of the group; so is @n_missing
 * @n_distinct: of the file that has most
 * @leaks: it is known only after the outcome
 */
typedef struct
{
  BwHeader    *header;
  BwColumn    *column;
  BwColumn    *codes;
  BwColumnType type;
  gsize        n_rows;
  gsize        n_missing;
  gsize        n_distinct;
  gboolean     leaks;
} BwSeenColumn;

/**
 * BwGroup:
 * @files: (element-type BwSource): oldest first where their names have dates
 * @columns: (element-type BwSeenColumn): one for each column of @mapped
 * @mapped: what is proposed
 * @key: the column that it is joined by, or %BW_NONE
 * @date: the column that dates its rows, or %BW_NONE
 * @joined: whether its rows find customers
 * @fixed: whether it is of a mapping that stands: nothing of it is proposed anew
 */
typedef struct
{
  GPtrArray     *files;
  GPtrArray     *columns;
  BwMappedSource mapped;
  guint          key;
  guint          date;
  gboolean       joined;
  gboolean       fixed;
} BwGroup;

#define BW_ALIKE 0.6 /* share of the headers that two exports of one kind have in common */

GPtrArray    *bw_propose_groups (BwSource *const *sources,
                                 guint            n_sources);
BwGroup      *bw_group_new (const char *pattern);
void          bw_group_free (BwGroup *self);
void          bw_group_see (BwGroup *self);
void          bw_propose_group_of (GPtrArray *groups,
                                   BwSource  *source);
void          bw_propose_id (GPtrArray *groups,
                             guint      at);
double        bw_table_likeness (const BwTable *a,
                                 const BwTable *b);
BwSeenColumn *bw_group_get_column (const BwGroup *self,
                                   guint          column);
BwTable      *bw_group_get_newest (const BwGroup *self);
BwColumn     *bw_group_get_codes (BwGroup *self,
                                  guint    column);
gboolean      bw_group_is_unique (BwGroup *self,
                                  guint    column);
guint         bw_group_find_header (const BwGroup *self,
                                    const char    *text);
guint         bw_key_score (BwGroup *group,
                            guint    column);
gboolean      bw_may_point (BwGroup *group,
                            guint    column);
double        bw_point_score (BwGroup *a,
                              guint    x,
                              BwGroup *b,
                              guint    y);
guint         bw_propose_joins (GPtrArray  *groups,
                                const char *wished_key);
guint         bw_propose_more_joins (GPtrArray *groups,
                                     guint      roster);
gboolean      bw_propose_by_domain (GPtrArray *groups,
                                    BwGroup   *group,
                                    BwGroup   *primary);
void          bw_propose_composite (GPtrArray *groups,
                                    guint      primary);
void          bw_propose_key_roles (BwGroup *group);
void          bw_propose_group_events (BwGroup *group);
BwReading    *bw_propose_reading (const BwGroup *group);
void          bw_propose_keep_common (BwReading       *common,
                                      const BwReading *other);
void          bw_propose_shape (BwGroup    *group,
                                gboolean    primary,
                                const char *wished_date);
void          bw_propose_roles (GPtrArray         *groups,
                                guint              primary,
                                const char *const *wished);
gboolean      bw_seen_means (const BwSeenColumn *seen,
                             BwMeaning           meaning);
gboolean      bw_seen_is_date (const BwSeenColumn *seen);
gboolean      bw_propose_tells_outcome (const BwGroup *group);
void          bw_propose_leaks (GPtrArray *groups);
void          bw_propose_copies (BwGroup *group);
void          bw_propose_remarks (BwGroup *group);
BwColumn     *bw_group_get_newest_column (const BwGroup *self,
                                          guint          column);
void          bw_group_set_remark (BwGroup *self,
                                   guint    column,
                                   char    *remark);
const char   *bw_propose_role_of (const BwSeenColumn *seen,
                                  BwRole             *role);
double        bw_propose_rate (BwGroup *group);
void          bw_propose_events (BwMappedSource     *source,
                                 const BwColumnType *types,
                                 double              rate);
void          bw_propose_event_of (BwMappedSource *source,
                                   guint           column);
BwMapping    *bw_propose_mapping (BwSource *const   *sources,
                                  guint              n_sources,
                                  const char *const *wished);

BwMapping    *bw_propose_more (const BwMapping *mapping,
                               BwSource *const *sources,
                               guint            n_sources,
                               const guint     *mapped_of,
                               guint            anew);
BwMapping    *bw_propose_remarks_anew (const BwMapping *mapping,
                                       BwSource *const *sources,
                                       guint            n_sources,
                                       const guint     *mapped_of);

G_END_DECLS
