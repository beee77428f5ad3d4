/* One kind of file in a mapping: copying, clearing and finding its parts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/mapping.h"

G_BEGIN_DECLS

void                  bw_mapped_source_copy (const BwMappedSource *from,
                                             BwMappedSource       *to);
void                  bw_mapped_source_clear (BwMappedSource *self);
guint                 bw_mapped_source_find (const BwMappedSource *self,
                                             const char           *header);
guint                 bw_mapped_source_find_near (const BwMappedSource *self,
                                                  const char           *header,
                                                  guint                 guess);
const BwMappedColumn *bw_mapped_source_find_role (const BwMappedSource *self,
                                                  BwRole                role);
guint                 bw_mapped_source_count_keys (const BwMappedSource *self);
guint                 bw_mapped_column_find (const BwMappedColumn *self,
                                             const BwTable        *table,
                                             guint                 guess);
void                  bw_mapped_source_set_role (BwMappedSource *self,
                                                 guint           column,
                                                 BwRole          role,
                                                 const char     *reason);
void                  bw_mapped_source_add_event (BwMappedSource *self,
                                                  const char     *name,
                                                  BwAggregate     aggregate,
                                                  const char     *column,
                                                  int             window);
void                  bw_mapped_source_clear_events (BwMappedSource *self);
void                  bw_mapped_source_drop_events (BwMappedSource *self,
                                                    const char     *column);
gboolean              bw_role_is_single (BwRole role);
BwRole                bw_role_without (BwRole role);
gboolean              bw_shape_from_id (const char *id,
                                        BwShape    *shape);
gboolean              bw_aggregate_from_id (const char  *id,
                                            BwAggregate *aggregate);
gboolean              bw_aggregate_needs_column (BwAggregate aggregate);
gboolean              bw_duplicates_from_id (const char   *id,
                                             BwDuplicates *duplicates);
gboolean              bw_match_from_id (const char *id,
                                        BwMatch    *match);
gboolean              bw_pattern_matches (const char *pattern,
                                          const char *file_name);
gsize                 bw_pattern_weight (const char *pattern);
gboolean              bw_reading_equal (const BwReading *a,
                                        const BwReading *b);

G_END_DECLS
