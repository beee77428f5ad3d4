/* A card with one number: what it is, how much, and how it stands against the model as opened. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BwTone:
 *
 * Whether a change is for the better; said by a triangle's direction and a word too.
 */
typedef enum
{
  BW_TONE_PLAIN,
  BW_TONE_GOOD,
  BW_TONE_BAD,
} BwTone;

#define BW_TYPE_STAT_CARD (bw_stat_card_get_type ())

G_DECLARE_FINAL_TYPE (BwStatCard, bw_stat_card, BW, STAT_CARD, GtkWidget)

GtkWidget *bw_stat_card_new (void);
void       bw_stat_card_set_band (BwStatCard    *self,
                                  const BwModel *model,
                                  guint          band);
void       bw_stat_card_show (BwStatCard *self,
                              const char *title,
                              const char *value,
                              const char *note,
                              const char *change,
                              BwTone      tone);

G_END_DECLS
