/* What a customer's score is shown as, everywhere: a number, a percentage, a letter, a band, a rank. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/shown.h"

#define KEY "bw-shown" /* under which a workspace keeps it */

struct _BwShown
{
  GObject parent_instance;

  BwShownAs as;
};

typedef enum
{
  PROP_CHOICE = 1,
} BwShownProperty;

static GParamSpec *properties[PROP_CHOICE + 1];

G_DEFINE_FINAL_TYPE (BwShown, bw_shown, G_TYPE_OBJECT)

static void
bw_shown_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch ((BwShownProperty) property_id)
    {
    case PROP_CHOICE:
      g_value_set_string (value, bw_shown_as_get_id (BW_SHOWN (object)->as));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_choice (BwShown    *self,
            const char *choice)
{
  BwShownAs as;

  bw_shown_as_find (choice, &as);
  if (as == self->as)
    return;

  self->as = as;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

static void
bw_shown_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  switch ((BwShownProperty) property_id)
    {
    case PROP_CHOICE:
      set_choice (BW_SHOWN (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_shown_class_init (BwShownClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bw_shown_get_property;
  object_class->set_property = bw_shown_set_property;

  properties[PROP_CHOICE] =
    g_param_spec_string ("choice", NULL, NULL,
                         "number",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bw_shown_init (BwShown *self)
{
}

/**
 * bw_shown_of:
 *
 * Returns: (transfer none): the one of @workspace, a number at first
 */
BwShown *
bw_shown_of (BwWorkspace *workspace)
{
  BwShown *self;

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);

  self = g_object_get_data (G_OBJECT (workspace), KEY);
  if (self == NULL)
    {
      self = g_object_new (BW_TYPE_SHOWN, NULL);
      g_object_set_data_full (G_OBJECT (workspace), KEY, self, g_object_unref);
    }

  return self;
}

BwShownAs
bw_shown_get_as (BwShown *self)
{
  g_return_val_if_fail (BW_IS_SHOWN (self), BW_SHOWN_NUMBER);

  return self->as;
}
