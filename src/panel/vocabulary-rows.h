/* The rows of the vocabulary: lists of words, and which of them make up each meaning. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English first, then German, French, Spanish, Portuguese, Italian and Dutch, without accents. To
 * teach the program another header, add a row to its list; its place says how good it is. A row
 * stands in one list; a meaning may have several lists, the best first. */

#pragma once

#include "panel/vocabulary.h"

#define BW_MOST_LISTS 5

/**
 * BwMeaningRow:
 * @lists: (array zero-terminated=1): rows, each list ended by %NULL; those after a ! come first
 * @plural: whether a word of a header may be the plural of a word of a row
 */
typedef struct
{
  const char *const *lists[BW_MOST_LISTS];
  gboolean           plural;
} BwMeaningRow;

extern const char *const bw_rows_customer_id[];
extern const char *const bw_rows_person_id[];
extern const char *const bw_rows_id[];
extern const char *const bw_rows_numbered[];
extern const char *const bw_rows_customer[];
extern const char *const bw_rows_customer_name[];
extern const char *const bw_rows_address[];
extern const char *const bw_rows_name[];
extern const char *const bw_rows_csm[];
extern const char *const bw_rows_segment[];
extern const char *const bw_rows_segment_weak[];
extern const char *const bw_rows_money[];
extern const char *const bw_rows_recurring[];
extern const char *const bw_rows_revenue[];
extern const char *const bw_rows_period[];
extern const char *const bw_rows_calendar[];
extern const char *const bw_rows_day[];
extern const char *const bw_rows_event_date[];
extern const char *const bw_rows_recent_date[];
extern const char *const bw_rows_renewal[];
extern const char *const bw_rows_outcome[];
extern const char *const bw_rows_outcome_date[];
extern const char *const bw_rows_outcome_kin[];
extern const char *const bw_rows_kept[];
extern const char *const bw_rows_status[];
extern const char *const bw_rows_ended[];
extern const char *const bw_rows_code[];
extern const char *const bw_rows_trait[];
extern const char *const bw_rows_sign[];
extern const char *const bw_rows_goes_on[];
extern const char *const bw_rows_opinion[];
extern const char *const bw_rows_satisfaction[];
extern const char *const bw_rows_state[];
extern const char *const bw_rows_level[];
extern const char *const bw_rows_actor[];
extern const char *const bw_rows_graded[];

extern const BwMeaningRow bw_meaning_rows[BW_N_MEANINGS];
