/* The kinds of problem: their names in files, and for a person. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/report.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *title;
} kinds[BW_N_PROBLEM_KINDS] = {
  [BW_PROBLEM_OTHER] = { "other", N_("Other") },
  [BW_PROBLEM_ENCODING] = { "encoding", N_("Encoding") },
  [BW_PROBLEM_NUL] = { "nul", N_("Zero bytes") },
  [BW_PROBLEM_QUOTE] = { "quote", N_("Quotes") },
  [BW_PROBLEM_LONG_ROW] = { "long-row", N_("Rows with too many fields") },
  [BW_PROBLEM_SHORT_ROW] = { "short-row", N_("Rows with too few fields") },
  [BW_PROBLEM_EMPTY_ROW] = { "empty-row", N_("Empty rows") },
  [BW_PROBLEM_NOTE_ROW] = { "note-row", N_("Notes among the rows") },
  [BW_PROBLEM_TOTAL_ROW] = { "total-row", N_("Totals") },
  [BW_PROBLEM_HEADER_AGAIN] = { "header-again", N_("Repeated headers") },
  [BW_PROBLEM_OTHER_TABLE] = { "other-table", N_("A second table") },
  [BW_PROBLEM_COLUMN_NAME] = { "column-name", N_("Names of columns") },
  [BW_PROBLEM_VALUE] = { "value", N_("Values that do not fit") },
  [BW_PROBLEM_CURRENCY] = { "currency", N_("Other currencies") },
  [BW_PROBLEM_PRECISION] = { "precision", N_("Too many digits") },
  [BW_PROBLEM_TWO_READINGS] = { "two-readings", N_("Numbers and dates that fit two readings") },
  [BW_PROBLEM_COLUMN_REMARK] = { "column-remark", N_("Columns to look at") },
  [BW_PROBLEM_DUPLICATE_KEY] = { "duplicate-key", N_("Customers that come twice") },
  [BW_PROBLEM_NO_KEY] = { "no-key", N_("Rows without a key") },
  [BW_PROBLEM_NEAR_KEY] = { "near-key", N_("Keys written differently") },
  [BW_PROBLEM_ORPHAN] = { "orphan", N_("Rows without a customer") },
  [BW_PROBLEM_NO_DATE] = { "no-date", N_("Rows without a date") },
  [BW_PROBLEM_VANISHED] = { "vanished", N_("Customers that are gone") },
  [BW_PROBLEM_CHANGED_FILE] = { "changed-file", N_("Columns that came or went") },
  [BW_PROBLEM_SAME_FILE] = { "same-file", N_("Files read before") },
};

const char *
bw_problem_kind_get_id (BwProblemKind kind)
{
  g_return_val_if_fail ((guint) kind < BW_N_PROBLEM_KINDS, NULL);

  return kinds[kind].id;
}

/**
 * bw_problem_kind_get_title:
 *
 * Returns: (transfer none): the heading of such problems, in the user's language
 */
const char *
bw_problem_kind_get_title (BwProblemKind kind)
{
  g_return_val_if_fail ((guint) kind < BW_N_PROBLEM_KINDS, NULL);

  return _(kinds[kind].title);
}
