/* A widget that shows something of the workspace and follows it while it is on screen. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/live.h"

#include "workspace/shown.h"

#define ALL_CHANGES (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_RESULTS | BW_CHANGE_HISTORY | \
                     BW_CHANGE_SEGMENT | BW_CHANGE_CUSTOMER | BW_CHANGE_LOCKS)

typedef struct
{
  BwWorkspace  *workspace;
  GSignalGroup *signals;
  GSignalGroup *shown;   /* what scores are shown as */
  BwChange      pending;
} BwLivePrivate;

typedef enum
{
  PROP_WORKSPACE = 1,
} BwLiveProperty;

static GParamSpec *properties[PROP_WORKSPACE + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BwLive, bw_live, ADW_TYPE_BIN)

static void
refresh (BwLive *self)
{
  BwLivePrivate *priv = bw_live_get_instance_private (self);
  const BwChange changes = priv->pending;

  if (changes == 0 || priv->workspace == NULL || bw_workspace_get_results (priv->workspace) == NULL)
    return;

  priv->pending = 0;
  BW_LIVE_GET_CLASS (self)->refresh (self, changes);
}

static void
refresh_if_shown (BwLive *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
on_signal (BwLive  *self,
           BwChange changes)
{
  BwLivePrivate *priv = bw_live_get_instance_private (self);

  /* The workspace tells of results after data and model: one refresh does for all three. */
  priv->pending |= changes;
  if ((changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL)) == 0)
    refresh_if_shown (self);
}

static void
on_data_changed (BwLive *self)
{
  on_signal (self, ALL_CHANGES);
}

static void
on_model_changed (BwLive *self)
{
  on_signal (self, BW_CHANGE_MODEL);
}

static void
on_results_changed (BwLive *self)
{
  on_signal (self, BW_CHANGE_RESULTS);
}

static void
on_history_changed (BwLive *self)
{
  on_signal (self, BW_CHANGE_HISTORY);
}

static void
on_segment_changed (BwLive *self)
{
  on_signal (self, BW_CHANGE_SEGMENT);
}

static void
on_customer_changed (BwLive *self)
{
  on_signal (self, BW_CHANGE_CUSTOMER);
}

static void
on_locks_changed (BwLive *self)
{
  on_signal (self, BW_CHANGE_LOCKS);
}

static void
bw_live_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bw_live_parent_class)->map (widget);

  refresh_if_shown (BW_LIVE (widget));
}

static void
bw_live_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  BwLive *self = BW_LIVE (object);

  switch ((BwLiveProperty) property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, bw_live_get_workspace (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_live_set_property (GObject      *object,
                      guint         property_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  BwLive *self = BW_LIVE (object);

  switch ((BwLiveProperty) property_id)
    {
    case PROP_WORKSPACE:
      bw_live_set_workspace (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_live_dispose (GObject *object)
{
  BwLivePrivate *priv = bw_live_get_instance_private (BW_LIVE (object));

  g_clear_object (&priv->signals);
  g_clear_object (&priv->shown);
  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (bw_live_parent_class)->dispose (object);
}

static void
bw_live_class_init (BwLiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bw_live_dispose;
  object_class->get_property = bw_live_get_property;
  object_class->set_property = bw_live_set_property;
  widget_class->map = bw_live_map;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL,
                         BW_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bw_live_init (BwLive *self)
{
  static const struct
  {
    const char *signal;
    void        (*handler) (BwLive *self);
  } rows[] = {
    { "data-changed", on_data_changed },
    { "model-changed", on_model_changed },
    { "results-changed", on_results_changed },
    { "history-changed", on_history_changed },
    { "notify::segment", on_segment_changed },
    { "notify::customer", on_customer_changed },
    { "locks-changed", on_locks_changed },
  };
  BwLivePrivate *priv = bw_live_get_instance_private (self);

  priv->signals = g_signal_group_new (BW_TYPE_WORKSPACE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_group_connect_swapped (priv->signals, rows[i].signal,
                                    G_CALLBACK (rows[i].handler), self);
  priv->shown = g_signal_group_new (BW_TYPE_SHOWN);
  g_signal_group_connect_swapped (priv->shown, "notify::choice", G_CALLBACK (on_results_changed),
                                  self);
}

BwWorkspace *
bw_live_get_workspace (BwLive *self)
{
  BwLivePrivate *priv = bw_live_get_instance_private (self);

  g_return_val_if_fail (BW_IS_LIVE (self), NULL);

  return priv->workspace;
}

void
bw_live_set_workspace (BwLive      *self,
                       BwWorkspace *workspace)
{
  BwLivePrivate *priv = bw_live_get_instance_private (self);

  g_return_if_fail (BW_IS_LIVE (self));
  g_return_if_fail (workspace == NULL || BW_IS_WORKSPACE (workspace));

  if (!g_set_object (&priv->workspace, workspace))
    return;

  g_signal_group_set_target (priv->signals, workspace);
  g_signal_group_set_target (priv->shown, workspace != NULL ? bw_shown_of (workspace) : NULL);
  priv->pending = ALL_CHANGES;
  refresh_if_shown (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * bw_live_warm:
 *
 * Makes the widget ready to be shown: shows the workspace in it as it is now. Changes that come
 * before it is on screen are told then, as ever.
 */
void
bw_live_warm (BwLive *self)
{
  g_return_if_fail (BW_IS_LIVE (self));

  refresh (self);
}
