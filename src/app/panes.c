/* The panes at the sides: shown as wished, one at a time where the window is narrow. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a wide window both panes stand as the user wants them. In a narrow one there is room for one
 * beside the page: the weights, until the segments are asked for. */

#include "app/panes.h"

#define LEAST_WIDTH_FOR_BOTH 1020

typedef enum
{
  ONE_WEIGHTS,
  ONE_SEGMENTS,
  ONE_NONE,
} One;

struct _BwPanes
{
  GObject parent_instance;

  GtkWidget *segments_widget;
  GtkWidget *weights_widget;
  gboolean   segments; /* wanted where there is room for both */
  gboolean   weights;
  One        one;      /* wanted where there is room for one */
  gboolean   narrow;
  gboolean   weights_apply;
};

typedef enum
{
  PROP_SEGMENTS = 1,
  PROP_WEIGHTS,
  PROP_NARROW,
  PROP_SEGMENTS_WANTED,
  PROP_WEIGHTS_WANTED,
} BwPanesProperty;

static GParamSpec *properties[PROP_WEIGHTS_WANTED + 1];

G_DEFINE_FINAL_TYPE (BwPanes, bw_panes, G_TYPE_OBJECT)

static gboolean
shows_segments (BwPanes *self)
{
  return self->narrow ? self->one == ONE_SEGMENTS : self->segments;
}

static gboolean
shows_weights (BwPanes *self)
{
  return self->narrow ? self->one == ONE_WEIGHTS : self->weights;
}

static void
apply (BwPanes *self)
{
  gtk_widget_set_visible (self->segments_widget, shows_segments (self));
  gtk_widget_set_visible (self->weights_widget, shows_weights (self) && self->weights_apply);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEGMENTS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEIGHTS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEGMENTS_WANTED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEIGHTS_WANTED]);
}

static void
set_segments (BwPanes *self,
              gboolean shown)
{
  if (shown == shows_segments (self))
    return;

  if (self->narrow)
    self->one = shown ? ONE_SEGMENTS : ONE_NONE;
  else
    self->segments = shown;
  apply (self);
}

static void
set_weights (BwPanes *self,
             gboolean shown)
{
  if (shown == shows_weights (self))
    return;

  if (self->narrow)
    self->one = shown ? ONE_WEIGHTS : ONE_NONE;
  else
    self->weights = shown;
  apply (self);
}

/* Changes what is wanted where there is room for both. */
static void
want (BwPanes  *self,
      gboolean *wanted,
      gboolean  shown)
{
  if (*wanted == shown)
    return;

  *wanted = shown;
  apply (self);
}

static void
bw_panes_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  BwPanes *self = BW_PANES (object);

  switch ((BwPanesProperty) property_id)
    {
    case PROP_SEGMENTS:
      g_value_set_boolean (value, shows_segments (self));
      break;
    case PROP_WEIGHTS:
      g_value_set_boolean (value, shows_weights (self));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SEGMENTS_WANTED:
      g_value_set_boolean (value, self->segments);
      break;
    case PROP_WEIGHTS_WANTED:
      g_value_set_boolean (value, self->weights);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_panes_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  BwPanes *self = BW_PANES (object);

  switch ((BwPanesProperty) property_id)
    {
    case PROP_SEGMENTS:
      set_segments (self, g_value_get_boolean (value));
      break;
    case PROP_WEIGHTS:
      set_weights (self, g_value_get_boolean (value));
      break;
    case PROP_SEGMENTS_WANTED:
      want (self, &self->segments, g_value_get_boolean (value));
      break;
    case PROP_WEIGHTS_WANTED:
      want (self, &self->weights, g_value_get_boolean (value));
      break;
    case PROP_NARROW:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_panes_dispose (GObject *object)
{
  BwPanes *self = BW_PANES (object);

  g_clear_object (&self->segments_widget);
  g_clear_object (&self->weights_widget);

  G_OBJECT_CLASS (bw_panes_parent_class)->dispose (object);
}

static void
bw_panes_class_init (BwPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bw_panes_dispose;
  object_class->get_property = bw_panes_get_property;
  object_class->set_property = bw_panes_set_property;

  properties[PROP_SEGMENTS] =
    g_param_spec_boolean ("segments", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_WEIGHTS] =
    g_param_spec_boolean ("weights", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  properties[PROP_SEGMENTS_WANTED] =
    g_param_spec_boolean ("segments-wanted", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_WEIGHTS_WANTED] =
    g_param_spec_boolean ("weights-wanted", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bw_panes_init (BwPanes *self)
{
  self->segments = TRUE;
  self->weights = TRUE;
  self->weights_apply = TRUE;
}

BwPanes *
bw_panes_new (GtkWidget *segments,
              GtkWidget *weights)
{
  BwPanes *self = g_object_new (BW_TYPE_PANES, NULL);

  self->segments_widget = g_object_ref (segments);
  self->weights_widget = g_object_ref (weights);

  return self;
}

/**
 * bw_panes_set_width:
 * @width: of the window
 */
void
bw_panes_set_width (BwPanes *self,
                    int      width)
{
  const gboolean narrow = width < LEAST_WIDTH_FOR_BOTH;

  g_return_if_fail (BW_IS_PANES (self));

  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  self->one = self->weights ? ONE_WEIGHTS : ONE_NONE;
  apply (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/**
 * bw_panes_set_weights_apply:
 * @weights_apply: whether the page on screen has to do with weights
 */
void
bw_panes_set_weights_apply (BwPanes *self,
                            gboolean weights_apply)
{
  g_return_if_fail (BW_IS_PANES (self));

  if (weights_apply == self->weights_apply)
    return;

  self->weights_apply = weights_apply;
  apply (self);
}

gboolean
bw_panes_get_narrow (BwPanes *self)
{
  g_return_val_if_fail (BW_IS_PANES (self), FALSE);

  return self->narrow;
}
