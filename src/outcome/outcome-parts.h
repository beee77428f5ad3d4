/* What an outcome is made of, for the other files of this floor. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "outcome/outcome.h"
#include "outcome/told.h"

G_BEGIN_DECLS

/* Numbers of customers that a remark names. */
#define BW_NAMED 3

struct _BwOutcome
{
  gatomicrefcount ref_count;

  BwPanel   *panel;
  guint      column;       /* or BW_NONE: vanished */
  guint      date_column;  /* or BW_NONE */
  char     **gone_values;  /* or NULL: by the words, or not of values */
  gboolean   dated;
  gsize      n_customers;
  guint8    *fates;
  double    *days;
  double    *starts;       /* or NULL: when customers began is not known */
  double     end;
  gsize      counts[BW_FATE_GONE + 1];
  GPtrArray *remarks;
};

guint    bw_outcome_find_date (BwPanel      *panel,
                               guint         column,
                               const guint8 *fates);
void     bw_outcome_check_number (BwOutcome *self);
gboolean bw_outcome_looks_dated (const char *text);
void     bw_outcome_check_dates (BwOutcome *self,
                                 gboolean   sought);
void     bw_outcome_check_several (BwOutcome    *self,
                                   const BwTold *dates,
                                   guint         column);
void     bw_outcome_check_days (BwOutcome *self,
                                double     today);
void     bw_outcome_check_rivals (BwOutcome *self);
char    *bw_outcome_name_some (const BwOutcome *self,
                               const guint32   *customers,
                               gsize            n);
gboolean bw_outcome_values_are_clear (const BwPanelColumn *column,
                                      const GArray        *values);
char    *bw_outcome_list_texts (const GArray *values);

G_END_DECLS
