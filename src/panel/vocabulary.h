/* What headers mean: the words that common products and plain spreadsheets write. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/header.h"

G_BEGIN_DECLS

/**
 * BwMeaning:
 * @BW_MEANING_CUSTOMER_ID: names the customer by a code
 * @BW_MEANING_CUSTOMER: the customer, in a plain spreadsheet: name and key in one
 * @BW_MEANING_ID: names something else, or does not say what
 * @BW_MEANING_NAME: what a person calls the customer
 * @BW_MEANING_SEGMENT: customers are managed apart by this
 * @BW_MEANING_SEGMENT_WEAK: they could be, for want of better
 * @BW_MEANING_PERIOD: dates a row that tells of a state
 * @BW_MEANING_EVENT_DATE: dates something that happened
 * @BW_MEANING_RECENT_DATE: the last time of something; the longer ago, the worse
 * @BW_MEANING_RENEWAL: when the contract renews
 * @BW_MEANING_MONEY: the money at stake
 * @BW_MEANING_OUTCOME: what happened later
 * @BW_MEANING_OUTCOME_KIN: told by what happened later, so never a metric
 * @BW_MEANING_CSM: who looks after the customer
 * @BW_MEANING_CODE: a number that counts nothing
 * @BW_MEANING_TRAIT: a number or yes/no that describes and does not change with health
 * @BW_MEANING_SIGN: a yes/no that says something of health
 * @BW_MEANING_STATE: holds until the next event says otherwise, so its last value counts
 * @BW_MEANING_LEVEL: tells how an event was, so its mean counts and never its sum
 * @BW_MEANING_ACTOR: who or what is counted once however often it comes
 * @BW_MEANING_GRADED: a text that grades how well the customer does
 * @BW_MEANING_STATUS: a text that may say what became of the customer
 * @BW_MEANING_ENDED: no header but a value of a status: the customer has left
 * @BW_MEANING_KEPT: of a yes/no, or a value of a status: the customer stayed
 */
typedef enum
{
  BW_MEANING_CUSTOMER_ID,
  BW_MEANING_CUSTOMER,
  BW_MEANING_ID,
  BW_MEANING_NAME,
  BW_MEANING_SEGMENT,
  BW_MEANING_SEGMENT_WEAK,
  BW_MEANING_PERIOD,
  BW_MEANING_EVENT_DATE,
  BW_MEANING_RECENT_DATE,
  BW_MEANING_RENEWAL,
  BW_MEANING_MONEY,
  BW_MEANING_OUTCOME,
  BW_MEANING_OUTCOME_KIN,
  BW_MEANING_CSM,
  BW_MEANING_CODE,
  BW_MEANING_TRAIT,
  BW_MEANING_SIGN,
  BW_MEANING_STATE,
  BW_MEANING_LEVEL,
  BW_MEANING_ACTOR,
  BW_MEANING_GRADED,
  BW_MEANING_STATUS,
  BW_MEANING_ENDED,
  BW_MEANING_KEPT,
} BwMeaning;

#define BW_N_MEANINGS (BW_MEANING_KEPT + 1)

guint              bw_vocabulary_rank (const BwHeader *header,
                                       BwMeaning       meaning);
gboolean           bw_vocabulary_is_in (const BwHeader *header,
                                        BwMeaning       meaning,
                                        guint           n_lists);

G_END_DECLS
