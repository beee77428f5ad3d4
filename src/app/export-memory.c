/* What was chosen for the last picture, for the next one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/export-memory.h"

#include "app/settings.h"
#include "chart/picture.h"

#define FORMAT_KEY "export-format"
#define SIZE_KEY "export-size"
#define THEME_KEY "export-theme"
#define TRANSPARENT_KEY "export-transparent"
#define MOST_PIXELS 100000 /* of a side; the form knows a lower limit of its own */

static guint
find_format (const char *id)
{
  gsize n_formats;
  const BwPictureFormat *formats = bw_picture_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      if (g_str_equal (formats[i].id, id))
        return i;
    }

  return 0;
}

/* Reads "1920x1080". */
static gboolean
read_size (const char *text,
           guint      *width,
           guint      *height)
{
  g_auto(GStrv) sides = g_strsplit (text, "x", -1);
  guint64 numbers[2];

  if (g_strv_length (sides) != 2)
    return FALSE;

  for (guint i = 0; i < 2; i++)
    {
      if (!g_ascii_string_to_unsigned (sides[i], 10, 1, MOST_PIXELS, &numbers[i], NULL))
        return FALSE;
    }
  *width = numbers[0];
  *height = numbers[1];

  return TRUE;
}

/**
 * bw_export_memory_read:
 * @settings: (nullable):
 * @memory: (out caller-allocates): its theme is to be freed
 *
 * Returns: whether anything is remembered
 */
gboolean
bw_export_memory_read (GSettings      *settings,
                       BwExportMemory *memory)
{
  g_autofree char *format = NULL;
  g_autofree char *size = NULL;

  if (!bw_settings_has (settings, FORMAT_KEY) || !bw_settings_has (settings, SIZE_KEY) ||
      !bw_settings_has (settings, THEME_KEY) || !bw_settings_has (settings, TRANSPARENT_KEY))
    return FALSE;

  format = g_settings_get_string (settings, FORMAT_KEY);
  size = g_settings_get_string (settings, SIZE_KEY);
  if (!read_size (size, &memory->width, &memory->height))
    return FALSE;

  memory->format = find_format (format);
  memory->theme = g_settings_get_string (settings, THEME_KEY);
  memory->transparent = g_settings_get_boolean (settings, TRANSPARENT_KEY);

  return TRUE;
}

/**
 * bw_export_memory_write:
 * @settings: (nullable):
 */
void
bw_export_memory_write (GSettings            *settings,
                        const BwExportMemory *memory)
{
  gsize n_formats;
  const BwPictureFormat *formats = bw_picture_formats (&n_formats);
  g_autofree char *size = g_strdup_printf ("%ux%u", memory->width, memory->height);

  if (!bw_settings_has (settings, FORMAT_KEY) || !bw_settings_has (settings, SIZE_KEY) ||
      !bw_settings_has (settings, THEME_KEY) || !bw_settings_has (settings, TRANSPARENT_KEY))
    return;

  g_settings_set_string (settings, FORMAT_KEY, formats[MIN (memory->format, n_formats - 1)].id);
  g_settings_set_string (settings, SIZE_KEY, size);
  g_settings_set_string (settings, THEME_KEY, memory->theme);
  g_settings_set_boolean (settings, TRANSPARENT_KEY, memory->transparent);
}
