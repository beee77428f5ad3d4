/* What the name of a metric says: whether more of it helps, and what it belongs with. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/header.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BW_THEME_USAGE,
  BW_THEME_ENGAGEMENT,
  BW_THEME_FEEDBACK,
  BW_THEME_SUPPORT,
  BW_THEME_BILLING,
  BW_THEME_RELATIONSHIP,
  BW_THEME_OTHER,
} BwTheme;

#define BW_N_THEMES (BW_THEME_OTHER + 1)

/**
 * BwSignal:
 * @hurts: whether more of it is worse
 * @sure: whether the vocabulary knows it; else theme and direction are a guess
 * @since: whether it counts the time since something
 * @start: whether it is when something began (a customer's start, not the last time)
 * @score: whether it is an answer on a scale of points, such as 0 to 10
 */
typedef struct
{
  BwTheme  theme;
  gboolean hurts;
  gboolean sure;
  gboolean since;
  gboolean start;
  gboolean score;
} BwSignal;

BwSignal    bw_signal_of (const char *name,
                          gboolean    since);
guint       bw_phrases_match (const BwHeader *header,
                              const char     *phrases);
const char *bw_theme_get_id (BwTheme theme);
const char *bw_theme_get_name (BwTheme theme);

G_END_DECLS
