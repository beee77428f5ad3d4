/* Which lists of words make up each meaning. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/vocabulary-rows.h"

const BwMeaningRow bw_meaning_rows[BW_N_MEANINGS] = {
  [BW_MEANING_CUSTOMER_ID] = { { bw_rows_customer_id, bw_rows_person_id }, FALSE },
  [BW_MEANING_CUSTOMER] = { { bw_rows_customer, bw_rows_customer_name, bw_rows_address }, FALSE },
  [BW_MEANING_ID] = { { bw_rows_id, bw_rows_person_id, bw_rows_numbered }, FALSE },
  [BW_MEANING_NAME] = { { bw_rows_customer_name, bw_rows_name, bw_rows_customer }, FALSE },
  [BW_MEANING_SEGMENT] = { { bw_rows_segment }, FALSE },
  [BW_MEANING_SEGMENT_WEAK] = { { bw_rows_segment_weak }, FALSE },
  [BW_MEANING_PERIOD] = { { bw_rows_period, bw_rows_calendar, bw_rows_day }, FALSE },
  [BW_MEANING_EVENT_DATE] = { { bw_rows_event_date, bw_rows_day }, FALSE },
  [BW_MEANING_RECENT_DATE] = { { bw_rows_recent_date }, TRUE },
  [BW_MEANING_RENEWAL] = { { bw_rows_renewal }, FALSE },
  [BW_MEANING_MONEY] = { { bw_rows_money, bw_rows_recurring, bw_rows_revenue }, FALSE },
  [BW_MEANING_OUTCOME] = { { bw_rows_outcome, bw_rows_outcome_date }, FALSE },
  [BW_MEANING_OUTCOME_KIN] = { { bw_rows_outcome_kin }, TRUE },
  [BW_MEANING_CSM] = { { bw_rows_csm }, FALSE },
  [BW_MEANING_CODE] = { { bw_rows_code, bw_rows_calendar, bw_rows_day, bw_rows_numbered }, FALSE },
  [BW_MEANING_TRAIT] = { { bw_rows_trait }, FALSE },
  [BW_MEANING_SIGN] = { { bw_rows_sign, bw_rows_goes_on }, TRUE },
  [BW_MEANING_STATE] = { { bw_rows_opinion, bw_rows_state, bw_rows_recurring, bw_rows_goes_on }, TRUE },
  [BW_MEANING_LEVEL] = { { bw_rows_level, bw_rows_satisfaction }, TRUE },
  [BW_MEANING_ACTOR] = { { bw_rows_actor }, TRUE },
  [BW_MEANING_GRADED] = { { bw_rows_graded, bw_rows_opinion, bw_rows_satisfaction }, FALSE },
  [BW_MEANING_STATUS] = { { bw_rows_status }, FALSE },
  [BW_MEANING_ENDED] = { { bw_rows_ended }, FALSE },
  [BW_MEANING_KEPT] = { { bw_rows_kept }, FALSE },
};
