/* Who is gone, and since when: what a panel says happened in the end. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value: made once, counted atomically, may cross threads. Customers are those of the panel. */

#pragma once

#include "outcome/remark.h"
#include "panel/panel.h"

G_BEGIN_DECLS

#define BW_OUTCOME_ERROR (bw_outcome_error_quark ())

/**
 * BwOutcomeError:
 * @BW_OUTCOME_ERROR_COLUMN: no such column, or one that cannot be an outcome
 * @BW_OUTCOME_ERROR_VALUES: which values mean gone is not clear, or is said of values that are not there
 * @BW_OUTCOME_ERROR_ONE_VALUE: nobody is gone, or everybody
 * @BW_OUTCOME_ERROR_TIME: there are no snapshots to vanish from, or to be judged at
 */
typedef enum
{
  BW_OUTCOME_ERROR_COLUMN,
  BW_OUTCOME_ERROR_VALUES,
  BW_OUTCOME_ERROR_ONE_VALUE,
  BW_OUTCOME_ERROR_TIME,
} BwOutcomeError;

GQuark bw_outcome_error_quark (void);

/**
 * BwFate:
 * @BW_FATE_UNKNOWN: the outcome is missing
 */
typedef enum
{
  BW_FATE_UNKNOWN,
  BW_FATE_STAYED,
  BW_FATE_GONE,
} BwFate;

/**
 * BwOutcomeChoice:
 * @column: (nullable): the panel's column that tells: yes/no, a status, a number (more than 0 is
 *   gone) or a date (there is one: gone); %NULL for customers that are missing from later snapshots
 * @gone: (nullable) (array zero-terminated=1): which of its values mean gone, as
 *   bw_outcome_list_candidates() writes them, upper and lower case alike; %NULL where the words say
 *   so themselves ("renewed" is turned round)
 * @date: (nullable): the column with the day a customer left; "" for none; %NULL to have it found
 * @today: days since 1970-01-01; later days are remarked upon, unless snapshots are later too; NaN for
 *   no remark
 */
typedef struct
{
  const char        *column;
  const char *const *gone;
  const char        *date;
  double             today;
} BwOutcomeChoice;

typedef struct _BwOutcome BwOutcome;

BwOutcome *bw_outcome_new (BwPanel               *panel,
                           const BwOutcomeChoice *choice,
                           GError               **error);
BwOutcome *bw_outcome_ref (BwOutcome *self);
void       bw_outcome_unref (BwOutcome *self);

BwPanel           *bw_outcome_get_panel (const BwOutcome *self);
guint              bw_outcome_get_column (const BwOutcome *self);
guint              bw_outcome_get_date_column (const BwOutcome *self);
const char *const *bw_outcome_get_gone_values (const BwOutcome *self);
gboolean           bw_outcome_is_dated (const BwOutcome *self);
BwFate             bw_outcome_get_fate (const BwOutcome *self,
                                        guint            customer);
double             bw_outcome_get_day (const BwOutcome *self,
                                       guint            customer);
double             bw_outcome_get_start (const BwOutcome *self,
                                         guint            customer);
double             bw_outcome_get_end (const BwOutcome *self);
gsize              bw_outcome_count (const BwOutcome *self,
                                     BwFate           fate);
const GPtrArray   *bw_outcome_get_remarks (const BwOutcome *self);
char              *bw_outcome_describe (const BwOutcome *self);

/**
 * BwOutcomeValue:
 * @n: customers with it
 * @gone: whether it is proposed to mean gone
 */
typedef struct
{
  char    *text;
  gsize    n;
  gboolean gone;
} BwOutcomeValue;

/**
 * BwOutcomeCandidate:
 * @column: of the panel; %BW_NONE for customers that vanish
 * @name: for people
 * @values: (element-type BwOutcomeValue): of a yes/no or status column, most frequent first; else empty
 * @date: the column of the panel that seems to date it, or %BW_NONE
 * @clear: whether it may be chosen without saying which values mean gone
 */
typedef struct
{
  guint    column;
  char    *name;
  GArray  *values;
  guint    date;
  gboolean clear;
} BwOutcomeCandidate;

GPtrArray *bw_outcome_list_candidates (BwPanel *panel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwOutcome, bw_outcome_unref)

G_END_DECLS
