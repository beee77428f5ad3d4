/* A picture before it is a picture: marks with their places, no pixels yet. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart is laid out once into a scene. The painter turns the scene into pixels, the pointer finds
 * a mark in it, a screen reader reads it out and a test measures it: none of them can disagree with
 * the others. Texts and points belong to the scene and live as long as it does. */

#include "chart/scene.h"

#include <math.h>

#define REACH 6.0 /* how far from a line or a dot a pointer still means it */

struct _BwScene
{
  double        width, height;
  double        across_x[2];
  double        across_value[2];
  double        upright_y[2];
  double        upright_value[2];
  char         *description;
  GArray       *marks; /* of BwMark, back to front */
  GStringChunk *texts;
  GPtrArray    *points; /* of arrays of doubles */
};

BwScene *
bw_scene_new (double width,
              double height)
{
  BwScene *self = g_new0 (BwScene, 1);

  self->width = width;
  self->height = height;
  self->across_value[0] = NAN;
  self->across_value[1] = NAN;
  self->upright_value[0] = NAN;
  self->upright_value[1] = NAN;
  self->marks = g_array_new (FALSE, FALSE, sizeof (BwMark));
  self->texts = g_string_chunk_new (2048);
  self->points = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
bw_scene_free (BwScene *self)
{
  g_free (self->description);
  g_array_unref (self->marks);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->points);
  g_free (self);
}

double
bw_scene_get_width (const BwScene *self)
{
  return self->width;
}

double
bw_scene_get_height (const BwScene *self)
{
  return self->height;
}

/**
 * bw_scene_set_description:
 * @description: what the picture shows, in a sentence or two, for who cannot see it
 */
void
bw_scene_set_description (BwScene    *self,
                          const char *description)
{
  char *copy = g_strdup (description);

  g_free (self->description);
  self->description = copy;
}

const char *
bw_scene_get_description (const BwScene *self)
{
  return self->description != NULL ? self->description : "";
}

static const char *
keep_text (BwScene    *self,
           const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

/**
 * bw_scene_add:
 * @mark: copied, its texts and points too
 *
 * Lays @mark over those that are there.
 */
void
bw_scene_add (BwScene      *self,
              const BwMark *mark)
{
  BwMark copy = *mark;

  copy.text = keep_text (self, mark->text);
  copy.tip = keep_text (self, mark->tip);
  copy.handle = keep_text (self, mark->handle);
  if (mark->n_points > 0)
    {
      copy.points = g_memdup2 (mark->points, 2 * mark->n_points * sizeof (double));
      g_ptr_array_add (self->points, (gpointer) copy.points);
    }

  g_array_append_val (self->marks, copy);
}

/* A chart has one scale across at most, so that the last one laid in is the picture's. */
static void
take_across (BwScene       *self,
             const BwScene *other,
             double         x)
{
  if (isnan (other->across_value[0]))
    return;

  bw_scene_set_across (self,
                       other->across_x[0] + x, other->across_value[0],
                       other->across_x[1] + x, other->across_value[1]);
}

/**
 * bw_scene_add_scene:
 * @other: copied, with its top left at (@x, @y); its description is left behind
 */
void
bw_scene_add_scene (BwScene       *self,
                    const BwScene *other,
                    double         x,
                    double         y)
{
  take_across (self, other, x);

  for (guint i = 0; i < other->marks->len; i++)
    {
      BwMark mark = g_array_index (other->marks, BwMark, i);
      g_autofree double *moved = NULL;

      mark.x += x;
      mark.y += y;
      if (mark.n_points > 0)
        {
          moved = g_memdup2 (mark.points, 2 * mark.n_points * sizeof (double));
          for (guint p = 0; p < mark.n_points; p++)
            {
              moved[2 * p] += x;
              moved[2 * p + 1] += y;
            }
          mark.points = moved;
        }
      bw_scene_add (self, &mark);
    }
}

const BwMark *
bw_scene_get_marks (const BwScene *self,
                    gsize         *n_marks)
{
  *n_marks = self->marks->len;

  return (const BwMark *) (gpointer) self->marks->data;
}

/* The box round @points. */
static void
bounds_of_points (const BwMark *mark,
                  double       *x,
                  double       *y,
                  double       *width,
                  double       *height)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < mark->n_points; i++)
    {
      left = MIN (left, mark->points[2 * i]);
      right = MAX (right, mark->points[2 * i]);
      top = MIN (top, mark->points[2 * i + 1]);
      bottom = MAX (bottom, mark->points[2 * i + 1]);
    }

  *x = left;
  *y = top;
  *width = MAX (0, right - left);
  *height = MAX (0, bottom - top);
}

/**
 * bw_mark_get_bounds:
 * @x: (out): left; @y: (out): top; @width: (out); @height: (out)
 *
 * The box round a mark of any kind but a text, whose extent depends on the font: of a text it is
 * the anchor alone. Strokes are not counted.
 */
void
bw_mark_get_bounds (const BwMark *mark,
                    double       *x,
                    double       *y,
                    double       *width,
                    double       *height)
{
  *x = mark->x;
  *y = mark->y;
  *width = 0;
  *height = 0;

  switch (mark->kind)
    {
    case BW_MARK_BOX:
    case BW_MARK_TOUCH:
      *width = mark->width;
      *height = mark->height;
      break;

    case BW_MARK_LINE:
    case BW_MARK_AREA:
      bounds_of_points (mark, x, y, width, height);
      break;

    case BW_MARK_DOT:
      *x = mark->x - mark->radius;
      *y = mark->y - mark->radius;
      *width = 2 * mark->radius;
      *height = 2 * mark->radius;
      break;

    case BW_MARK_TEXT:
      break;

    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_at (const BwMark *mark,
       double        x,
       double        y)
{
  const double reach = mark->kind == BW_MARK_LINE || mark->kind == BW_MARK_DOT ? REACH : 0;
  double left, top, width, height;

  bw_mark_get_bounds (mark, &left, &top, &width, &height);

  return x >= left - reach && x < left + width + reach &&
         y >= top - reach && y < top + height + reach;
}

/**
 * bw_scene_pick:
 *
 * Returns: (nullable) (transfer none): the frontmost mark at the place that has a tip or a handle,
 *   or %NULL
 */
const BwMark *
bw_scene_pick (const BwScene *self,
               double         x,
               double         y)
{
  for (guint i = self->marks->len; i > 0; i--)
    {
      const BwMark *mark = &g_array_index (self->marks, BwMark, i - 1);

      if ((mark->tip != NULL || mark->handle != NULL) && is_at (mark, x, y))
        return mark;
    }

  return NULL;
}

/**
 * bw_scene_set_across:
 *
 * Says which value stands at which place from left to right: a straight line through
 * (@x0, @value0) and (@x1, @value1).
 */
void
bw_scene_set_across (BwScene *self,
                     double   x0,
                     double   value0,
                     double   x1,
                     double   value1)
{
  self->across_x[0] = x0;
  self->across_x[1] = x1;
  self->across_value[0] = value0;
  self->across_value[1] = value1;
}

/**
 * bw_scene_get_across:
 *
 * Returns: the value that stands at @x (of a distribution: the score, also beyond 0 and 100), or
 *   NaN in a scene without a scale from left to right
 */
double
bw_scene_get_across (const BwScene *self,
                     double         x)
{
  const double width = self->across_x[1] - self->across_x[0];

  if (isnan (self->across_value[0]) || width <= 0)
    return NAN;

  return self->across_value[0] +
         (self->across_value[1] - self->across_value[0]) * (x - self->across_x[0]) / width;
}

/**
 * bw_scene_get_across_ends:
 * @value0: (out): the value at one end of the scale from left to right, as it was set
 * @value1: (out): that at the other
 *
 * Returns: whether there is such a scale
 */
gboolean
bw_scene_get_across_ends (const BwScene *self,
                          double        *value0,
                          double        *value1)
{
  *value0 = self->across_value[0];
  *value1 = self->across_value[1];

  return !isnan (*value0);
}

/**
 * bw_scene_set_upright:
 *
 * Says which value stands at which height: a straight line through (@y0, @value0) and
 * (@y1, @value1).
 */
void
bw_scene_set_upright (BwScene *self,
                      double   y0,
                      double   value0,
                      double   y1,
                      double   value1)
{
  self->upright_y[0] = y0;
  self->upright_y[1] = y1;
  self->upright_value[0] = value0;
  self->upright_value[1] = value1;
}

/**
 * bw_scene_get_upright:
 *
 * Returns: the value that stands at @y, or NaN in a scene without a scale from top to bottom
 */
double
bw_scene_get_upright (const BwScene *self,
                      double         y)
{
  const double height = self->upright_y[1] - self->upright_y[0];

  if (isnan (self->upright_value[0]) || height == 0)
    return NAN;

  return self->upright_value[0] +
         (self->upright_value[1] - self->upright_value[0]) * (y - self->upright_y[0]) / height;
}
