/* The hand that draws a chart into a scene: type sizes, words, rules and axes that charts share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"
#include "chart/ruler.h"

G_BEGIN_DECLS

/**
 * BwSketch:
 * @scale: of strokes and distances
 * @size: of plain words, the smallest there are
 * @label: of words that name a part of the chart
 * @line: a line's height at @size
 * @label_line: a line's height at @label
 * @bare: whether the sheet is too small for words
 */
typedef struct
{
  BwScene       *scene;
  BwRuler       *ruler;
  const BwSheet *sheet;
  double         scale;
  double         size;
  double         label;
  double         line;
  double         label_line;
  gboolean       bare;
} BwSketch;

/**
 * BwWords:
 *
 * A text on its way into the scene: see #BwMark for the fields of the same name.
 */
typedef struct
{
  const char *text;
  double      x;
  double      y;
  BwAlign     align;
  BwInk       ink;
  double      size;
  gboolean    bold;
  double      width;
} BwWords;

void   bw_sketch_begin (BwSketch      *self,
                        BwScene       *scene,
                        const BwSheet *sheet);
void   bw_sketch_end (BwSketch *self);
void   bw_sketch_words (BwSketch      *self,
                        const BwWords *words);
void   bw_sketch_rule (BwSketch *self,
                       BwInk     ink,
                       double    width,
                       double    x0,
                       double    y0,
                       double    x1,
                       double    y1);
void   bw_sketch_say (BwSketch   *self,
                      const char *sentence);
char **bw_sketch_wrap (BwSketch   *self,
                       const char *text,
                       double      size,
                       gboolean    bold,
                       double      width,
                       guint       most);
char  *bw_sketch_fit (BwSketch   *self,
                      const char *text,
                      double      size,
                      gboolean    bold,
                      double      width);
double bw_sketch_scores_width (const BwSketch *self,
                               const BwModel  *model);
void   bw_sketch_scores (BwSketch     *self,
                         double        left,
                         double        right,
                         double        y,
                         const double *edges,
                         guint         n_edges);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwSketch, bw_sketch_end)

G_END_DECLS
