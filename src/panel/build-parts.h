/* Building a panel: what the steps hand to each other. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stacks are filled, customers found, dates laid out, rows placed, and columns made, in this
 * order; each step reads what those before it left here. */

#pragma once

#include "panel/panel.h"
#include "panel/stack.h"

G_BEGIN_DECLS

/**
 * BwBuild:
 * @stacks: (element-type BwStack): one for each mapped source that has a file
 * @roster: the stack that says who the customers are, or %BW_NONE where all events do
 * @keys: one row a customer
 * @customer_of: by code of the dictionary of @keys, the customer, also of other spellings
 * @n_customers: of them
 * @dates: of the snapshots, oldest first; one NaN where nothing has a date
 * @monthly: whether a snapshot is a calendar month
 */
typedef struct
{
  const BwMapping *mapping;
  BwReport        *report;
  GPtrArray       *stacks;
  guint            roster;
  BwColumn        *keys;
  guint32         *customer_of;
  gsize            n_customers;
  GArray          *dates;
  gboolean         monthly;
} BwBuild;

/**
 * BwMade:
 * @info: the panel column; its name is owned
 * @stack: where it comes from
 * @column: (nullable): the column whose values it has
 * @event: (nullable): how it is summed up
 * @months: (nullable) (element-type BwColumn): of months side by side: by snapshot, or %NULL
 * @vanished: whether it says when the customer was gone
 */
typedef struct
{
  BwPanelColumn        info;
  guint                stack;
  BwColumn            *column;
  const BwEventColumn *event;
  GPtrArray           *months;
  gboolean             vanished;
} BwMade;

static inline BwStack *
bw_build_get_stack (const BwBuild *self,
                    guint          stack)
{
  return g_ptr_array_index (self->stacks, stack);
}

void        bw_build_note (BwBuild      *self,
                           const char   *file,
                           BwProblemKind kind,
                           const char   *what);
void        bw_build_note_columns (BwBuild *self);
gboolean    bw_build_customers (BwBuild *self,
                                GError **error);
void        bw_build_report_keyless (BwBuild *self,
                                     BwStack *stack,
                                     gsize    row);
gboolean    bw_build_is_blank (const BwDictionary *dictionary,
                               guint32             code);
gboolean    bw_build_follow (BwBuild *self,
                             BwStack *stack,
                             guint    depth,
                             GError **error);
gboolean    bw_build_fail_column (const BwStack *stack,
                                  const char    *header,
                                  GError       **error);
guint32    *bw_build_settle_spellings (BwBuild *self,
                                       BwStack *stack);
void        bw_build_note_near (BwBuild       *self,
                                BwStack       *stack,
                                const guint8  *how,
                                const guint32 *found);
void        bw_build_merge (BwBuild *self,
                            BwStack *stack);
void        bw_build_drop_overlap (BwBuild *self,
                                   BwStack *stack);
gboolean    bw_build_dates (BwBuild *self,
                            GError **error);
int         bw_month_of (double date);
GArray     *bw_distinct_days (const double *dates,
                              gsize         n);
gboolean    bw_build_date_stack (BwBuild *self,
                                 BwStack *stack,
                                 GError **error);
guint       bw_build_find_slot (const BwBuild *self,
                                double         date);
GPtrArray  *bw_build_columns (BwBuild *self);
GPtrArray  *bw_build_snapshots (BwBuild      *self,
                                GPtrArray    *columns,
                                GCancellable *cancellable,
                                GError      **error);
void        bw_build_order_events (const BwBuild *self,
                                   BwStack       *stack);
GPtrArray  *bw_build_event_column (const BwBuild  *self,
                                   const BwMade   *made,
                                   guint32 *const *members,
                                   const gsize    *n_members);
void        bw_build_tell_joined (const BwBuild *self,
                                  BwJoined      *joined);

G_END_DECLS
