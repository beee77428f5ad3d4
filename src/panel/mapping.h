/* How exports become a panel: roles, shapes, joins, event columns and dates, as one value with its JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/source.h"
#include "panel/role.h"

G_BEGIN_DECLS

#define BW_PANEL_ERROR (bw_panel_error_quark ())

/**
 * BwPanelError:
 * @BW_PANEL_ERROR_MAPPING: a mapping file that cannot be used
 * @BW_PANEL_ERROR_COLUMN: a column that is not there
 * @BW_PANEL_ERROR_EMPTY: no customer is left
 * @BW_PANEL_ERROR_JOIN: files that cannot be joined
 */
typedef enum
{
  BW_PANEL_ERROR_MAPPING,
  BW_PANEL_ERROR_COLUMN,
  BW_PANEL_ERROR_EMPTY,
  BW_PANEL_ERROR_JOIN,
} BwPanelError;

GQuark bw_panel_error_quark (void);

/**
 * BwShape:
 * @BW_SHAPE_SNAPSHOT: one row a customer
 * @BW_SHAPE_HISTORY: one row a customer and period
 * @BW_SHAPE_WIDE: one row a customer, months side by side in columns
 * @BW_SHAPE_EVENTS: many rows a customer, each with a date
 * @BW_SHAPE_LOOKUP: rows of something that customers or events point to
 */
typedef enum
{
  BW_SHAPE_SNAPSHOT,
  BW_SHAPE_HISTORY,
  BW_SHAPE_WIDE,
  BW_SHAPE_EVENTS,
  BW_SHAPE_LOOKUP,
} BwShape;

#define BW_N_SHAPES (BW_SHAPE_LOOKUP + 1)

/**
 * BwAggregate:
 *
 * What becomes of the events of one customer inside the window.
 */
typedef enum
{
  BW_AGGREGATE_COUNT,
  BW_AGGREGATE_DISTINCT,
  BW_AGGREGATE_SUM,
  BW_AGGREGATE_MEAN,
  BW_AGGREGATE_MIN,
  BW_AGGREGATE_MAX,
  BW_AGGREGATE_LAST,
  BW_AGGREGATE_DAYS_SINCE_LAST,
} BwAggregate;

#define BW_N_AGGREGATES (BW_AGGREGATE_DAYS_SINCE_LAST + 1)

#define BW_WINDOW_ALL      0    /* all events up to the snapshot */
#define BW_WINDOW_SNAPSHOT (-1) /* those since the snapshot before */

/**
 * BwMappedColumn:
 * @header: the column's header in the file, trimmed
 * @role: what it is for
 * @reason: (nullable): why that role was proposed, a sentence for a person; not in the JSON
 * @remark: (nullable): what to beware of (almost constant, a copy of another, tells the outcome), a
 *   sentence for a person; not in the JSON
 * @aliases: (nullable): other headers that the column may have in files of this kind
 */
typedef struct
{
  char  *header;
  BwRole role;
  char  *reason;
  char  *remark;
  GStrv  aliases;
} BwMappedColumn;

/**
 * BwEventColumn:
 * @name: of the panel column it makes
 * @column: (nullable): the column that is summed up; none for a plain count
 * @window: days that end at the snapshot, %BW_WINDOW_ALL or %BW_WINDOW_SNAPSHOT
 */
typedef struct
{
  char       *name;
  BwAggregate aggregate;
  char       *column;
  int         window;
} BwEventColumn;

/**
 * BwDuplicates:
 * @BW_DUPLICATES_LAST: the last row is used
 * @BW_DUPLICATES_FIRST: the first row is used
 * @BW_DUPLICATES_SUM: numbers and money are added up, all else is of the last row that has a value
 *
 * What becomes of rows of one key and snapshot that are not the same.
 */
typedef enum
{
  BW_DUPLICATES_LAST,
  BW_DUPLICATES_FIRST,
  BW_DUPLICATES_SUM,
} BwDuplicates;

#define BW_N_DUPLICATES (BW_DUPLICATES_SUM + 1)

/**
 * BwMatch:
 * @BW_MATCH_NEAR: keys that differ in case or blanks alone are one, unless both are there as keys of
 *   their own in the file that says who the customers are; each such match is reported
 * @BW_MATCH_EXACT: keys match byte for byte
 * @BW_MATCH_DOMAIN: by the domain of an e-mail or web address: ann@mail.acme.com, www.acme.com
 *
 * How the keys of a source find customers.
 */
typedef enum
{
  BW_MATCH_NEAR,
  BW_MATCH_EXACT,
  BW_MATCH_DOMAIN,
} BwMatch;

#define BW_N_MATCHES (BW_MATCH_DOMAIN + 1)

/**
 * BwMappedSource:
 * @id: short and unique; the `source` of `source.column`
 * @pattern: matches the file's name: * for any text (crm-accounts-*.csv)
 * @reading: (nullable): reading choices; %NULL leaves all to inspection
 * @join: (nullable): the column of this file that names the customer or, with @via, the row of
 *   another source; %NULL: the row number is the key
 * @via: (nullable): the id of the source whose @via_column holds what @join holds (usage →
 *   subscription → account)
 * @as_of: days since 1970-01-01 that date an undated snapshot, or NaN
 * @join_more: (nullable): further columns that make up the key together with @join, in this order;
 *   as many in each source that names customers
 */
typedef struct
{
  char           *id;
  char           *pattern;
  BwReading      *reading;
  BwShape         shape;
  BwMappedColumn *columns;
  guint           n_columns;
  char           *join;
  char           *via;
  char           *via_column;
  double          as_of;
  BwEventColumn  *events;
  guint           n_events;
  GStrv           join_more;
  BwMatch         match;
  BwDuplicates    duplicates;
} BwMappedSource;

typedef struct _BwMapping BwMapping;

BwMapping            *bw_mapping_propose (BwSource *const *sources,
                                          guint            n_sources);
BwMapping            *bw_mapping_new (const BwMappedSource *sources,
                                      guint                 n_sources);
BwMapping            *bw_mapping_ref (BwMapping *self);
void                  bw_mapping_unref (BwMapping *self);
guint                 bw_mapping_get_n_sources (const BwMapping *self);
const BwMappedSource *bw_mapping_get_source (const BwMapping *self,
                                             guint            source);
guint                 bw_mapping_match (const BwMapping *self,
                                        const char      *file_name);
guint                 bw_mapping_find (const BwMapping *self,
                                       const BwSource  *source);
BwMapping            *bw_mapping_with_role (BwMapping  *self,
                                            guint       source,
                                            const char *header,
                                            BwRole      role);
BwMapping            *bw_mapping_with_shape (BwMapping *self,
                                             guint      source,
                                             BwShape    shape);
BwMapping            *bw_mapping_with_as_of (BwMapping *self,
                                             double     date);
BwMapping            *bw_mapping_with_source_as_of (BwMapping *self,
                                                    guint      source,
                                                    double     date);
BwMapping            *bw_mapping_with_reading (BwMapping       *self,
                                               guint            source,
                                               const BwReading *reading);

BwMapping            *bw_mapping_with_join (BwMapping         *self,
                                            guint              source,
                                            const char *const *columns,
                                            const char        *via,
                                            const char        *via_column,
                                            BwMatch            match);
BwMapping            *bw_mapping_with_duplicates (BwMapping   *self,
                                                  guint        source,
                                                  BwDuplicates duplicates);
BwMapping            *bw_mapping_with_events (BwMapping           *self,
                                              guint                source,
                                              const BwEventColumn *events,
                                              guint                n_events);
BwMapping            *bw_mapping_with_vanished (BwMapping *self,
                                                gboolean   churned);
gboolean              bw_mapping_get_vanished (const BwMapping *self);

char      *bw_mapping_to_json (const BwMapping *self);
BwMapping *bw_mapping_from_json (const char *text,
                                 const char *file_name,
                                 GError    **error);

const char *bw_shape_get_id (BwShape shape);
const char *bw_shape_get_title (BwShape shape);
const char *bw_aggregate_get_id (BwAggregate aggregate);
const char *bw_aggregate_get_title (BwAggregate aggregate);
const char *bw_duplicates_get_id (BwDuplicates duplicates);
const char *bw_duplicates_get_title (BwDuplicates duplicates);
const char *bw_match_get_id (BwMatch match);
const char *bw_match_get_title (BwMatch match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwMapping, bw_mapping_unref)

G_END_DECLS
