/* A picture before it is a picture: marks with their places, no pixels yet. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwInk:
 *
 * Colours by role; a palette (light, dark, print) says which colour a role has. The band inks come
 * in three: fill for areas, text for words on paper, tint for the ground behind a line.
 */
typedef enum
{
  BW_INK_PAPER,
  BW_INK_TEXT,
  BW_INK_DIM,     /* secondary text */
  BW_INK_GRID,    /* hairlines */
  BW_INK_LINE,    /* data lines and band edges */
  BW_INK_OUTLINE, /* the baseline's outline */
  BW_INK_ACCENT,
  BW_INK_BADGE,      /* ground of the number on a band edge */
  BW_INK_BADGE_TEXT,
  BW_INK_NEUTRAL, /* not enough data; rest */
  BW_INK_RED,
  BW_INK_RED_TEXT,
  BW_INK_RED_TINT,
  BW_INK_ORANGE,
  BW_INK_ORANGE_TEXT,
  BW_INK_ORANGE_TINT,
  BW_INK_AMBER,
  BW_INK_AMBER_TEXT,
  BW_INK_AMBER_TINT,
  BW_INK_GREEN,
  BW_INK_GREEN_TEXT,
  BW_INK_GREEN_TINT,
  BW_INK_BLUE,
  BW_INK_BLUE_TEXT,
  BW_INK_BLUE_TINT,
  BW_INK_GREY,
  BW_INK_GREY_TEXT,
  BW_INK_GREY_TINT,
} BwInk;

#define BW_N_INKS (BW_INK_GREY_TINT + 1)

typedef enum
{
  BW_MARK_BOX,
  BW_MARK_LINE, /* through points */
  BW_MARK_AREA, /* the closed outline of points */
  BW_MARK_DOT,
  BW_MARK_TEXT,
  BW_MARK_TOUCH, /* a box that is not seen: a place that can be pointed at */
} BwMarkKind;

typedef enum
{
  BW_ALIGN_START,
  BW_ALIGN_MIDDLE,
  BW_ALIGN_END,
} BwAlign;

/**
 * BwMark:
 * @x: left edge of a box, the anchor of a text (see @align), the middle of a dot
 * @y: top edge of a box or a text's line, the middle of a dot; all in points from the top left
 * @width: of a box; of a line's stroke; the widest a text may be (0: any), cut with an ellipsis
 * @radius: of a box's corners; of a dot
 * @dash: whether a line is dashed
 * @size: of a text in points of the picture
 * @bold: of a text
 * @points: (array length=n_points): x, y pairs of a line or an area
 * @row: what the mark stands for (a bin, a snapshot, a customer…), or %BW_NO_ROW
 * @text: what a text mark says
 * @tip: (nullable): what the mark says when it is pointed at, and to a screen reader
 * @handle: (nullable): what a drag of the mark moves: "band-1"… for a band's edge
 * @outline: width of the stroke in the ink of the fill's words, drawn round a box, an area or a dot
 *   where the fill alone would not stand out from the paper; 0: never
 * @fade: how much of the paper is mixed into the ink, 0 (none) to 1; what carries meaning by itself
 *   is not faded
 */
typedef struct
{
  BwMarkKind    kind;
  BwInk         ink;
  double        x, y, width, height;
  double        radius;
  gboolean      dash;
  double        size;
  gboolean      bold;
  BwAlign       align;
  const double *points;
  guint         n_points;
  guint         row;
  const char   *text;
  const char   *tip;
  const char   *handle;
  double        outline;
  double        fade;
} BwMark;

#define BW_NO_ROW G_MAXUINT

typedef struct _BwScene BwScene;

BwScene      *bw_scene_new (double width,
                            double height);
void          bw_scene_free (BwScene *self);
double        bw_scene_get_width (const BwScene *self);
double        bw_scene_get_height (const BwScene *self);
void          bw_scene_set_description (BwScene    *self,
                                        const char *description);
const char   *bw_scene_get_description (const BwScene *self);
void          bw_scene_add (BwScene      *self,
                            const BwMark *mark);
void          bw_scene_add_scene (BwScene       *self,
                                  const BwScene *other,
                                  double         x,
                                  double         y);
const BwMark *bw_scene_get_marks (const BwScene *self,
                                  gsize         *n_marks);
const BwMark *bw_scene_pick (const BwScene *self,
                             double         x,
                             double         y);
void          bw_scene_set_across (BwScene *self,
                                   double   x0,
                                   double   value0,
                                   double   x1,
                                   double   value1);
double        bw_scene_get_across (const BwScene *self,
                                   double         x);
gboolean      bw_scene_get_across_ends (const BwScene *self,
                                        double        *value0,
                                        double        *value1);
void          bw_scene_set_upright (BwScene *self,
                                    double   y0,
                                    double   value0,
                                    double   y1,
                                    double   value1);
double        bw_scene_get_upright (const BwScene *self,
                                    double         y);
void          bw_mark_get_bounds (const BwMark *mark,
                                  double       *x,
                                  double       *y,
                                  double       *width,
                                  double       *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwScene, bw_scene_free)

G_END_DECLS
