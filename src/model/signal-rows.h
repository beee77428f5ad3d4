/* The rows of the vocabulary of signals. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signal.h"

G_BEGIN_DECLS

/**
 * BwSignalKind:
 * @BW_SIGNAL_GOOD: more of it helps
 * @BW_SIGNAL_BAD: more of it hurts
 * @BW_SIGNAL_MAYBE_GOOD: helps, but a person should look
 * @BW_SIGNAL_MAYBE_BAD: hurts, but a person should look
 * @BW_SIGNAL_SCORE: helps, and is an answer on a scale of points
 * @BW_SIGNAL_START: a date from which the customer counts: the longer, the better
 */
typedef enum
{
  BW_SIGNAL_GOOD,
  BW_SIGNAL_BAD,
  BW_SIGNAL_MAYBE_GOOD,
  BW_SIGNAL_MAYBE_BAD,
  BW_SIGNAL_SCORE,
  BW_SIGNAL_START,
} BwSignalKind;

/**
 * BwSignalRow:
 * @phrases: words as bw_header_new() makes them, phrases separated by commas; a word may end with *
 */
typedef struct
{
  BwTheme      theme;
  BwSignalKind kind;
  const char  *phrases;
} BwSignalRow;

extern const BwSignalRow bw_signal_rows[];
extern const guint       bw_n_signal_rows;
extern const char *const bw_since_phrases;

G_END_DECLS
