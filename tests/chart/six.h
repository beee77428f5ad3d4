/* Six customers whose charts are worked out by hand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/* A scale from 0 to 20. */
#define SIX_LINE "{\"type\": \"linear\", \"from\": 0, \"to\": 20}"

/**
 * Six:
 *
 * Days 0, 5, 10, 15, 20 and none; plans A, A, B, B, B and none; the first four are of the segment
 * Big. The metric Plan scores A 20, B 80 and C 100, Days weighs three times as much.
 */
typedef struct
{
  BwPanel   *panel;
  BwResults *results;
  BwView     view;
} Six;

void          six_begin (Six        *self,
                         const char *scale,
                         gboolean    hurts);
void          six_end (Six *self);
BwModel      *six_model (const char *scale,
                         gboolean    hurts);
BwScene      *six_lay_out (Six           *self,
                           const char    *chart,
                           const BwSheet *sheet);
const BwMark *six_find (const BwScene *scene,
                        const char    *tip);
const BwMark *six_mark (const BwScene *scene,
                        const char    *tip);
const BwMark *six_bar (const BwScene *scene,
                       const BwMark  *touch);
gboolean      six_says (const BwScene *scene,
                        const char    *text);
void          six_near (double a,
                        double b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Six, six_end)

G_END_DECLS
