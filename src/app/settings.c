/* What the program remembers between two starts; nothing, where the schema is not installed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/settings.h"

#define SCHEMA_ID "org.bellwether.bellwether"
#define STYLE_KEY "theme"
#define LEAST_WIDTH 120 /* as the schema says */
#define MOST_WIDTH  1000

/**
 * bw_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL where the schema is not installed;
 *   the other functions here take %NULL as nothing remembered
 */
GSettings *
bw_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);

  return schema == NULL ? NULL : g_settings_new_full (schema, NULL, NULL);
}

/**
 * bw_settings_has:
 * @settings: (nullable):
 *
 * Returns: whether there is a place for @key
 */
gboolean
bw_settings_has (GSettings  *settings,
                 const char *key)
{
  g_autoptr(GSettingsSchema) schema = NULL;

  if (settings == NULL)
    return FALSE;

  g_object_get (settings, "settings-schema", &schema, NULL);

  return g_settings_schema_has_key (schema, key);
}

/**
 * bw_settings_bind:
 * @settings: (nullable):
 *
 * Takes the property from the settings, and remembers it when @object goes.
 */
void
bw_settings_bind (GSettings  *settings,
                  const char *key,
                  gpointer    object,
                  const char *property)
{
  if (bw_settings_has (settings, key))
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}

/* A pane that was squeezed out of sight is no width that anybody chose: it is not remembered. */
static GVariant *
keep_width (const GValue       *value,
            const GVariantType *type,
            gpointer            user_data)
{
  const int width = g_value_get_int (value);

  return width >= LEAST_WIDTH && width <= MOST_WIDTH ? g_variant_new_int32 (width) : NULL;
}

static gboolean
take_width (GValue   *value,
            GVariant *variant,
            gpointer  user_data)
{
  g_value_set_int (value, g_variant_get_int32 (variant));

  return TRUE;
}

/**
 * bw_settings_bind_width:
 * @settings: (nullable):
 * @property: an int, the width of a pane
 *
 * As bw_settings_bind(), for a width that the window itself may squeeze.
 */
void
bw_settings_bind_width (GSettings  *settings,
                        const char *key,
                        gpointer    object,
                        const char *property)
{
  if (bw_settings_has (settings, key))
    g_settings_bind_with_mapping (settings, key, object, property, G_SETTINGS_BIND_DEFAULT,
                                  take_width, keep_width, NULL, NULL);
}

/**
 * bw_settings_dup_style:
 * @settings: (nullable):
 *
 * Returns: (transfer full): "system", "light" or "dark"
 */
char *
bw_settings_dup_style (GSettings *settings)
{
  return bw_settings_has (settings, STYLE_KEY) ?
         g_settings_get_string (settings, STYLE_KEY) : g_strdup ("system");
}

void
bw_settings_set_style (GSettings  *settings,
                       const char *style)
{
  if (bw_settings_has (settings, STYLE_KEY))
    g_settings_set_string (settings, STYLE_KEY, style);
}
