/* A chart's picture on the clipboard, at the size of a slide. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/chart-copy.h"

#define WIDTH  1920
#define HEIGHT 1080

/**
 * bw_picture_copy:
 * @widget: whose display's clipboard it is
 *
 * Returns: whether the picture is on the clipboard; else a bell was rung
 */
gboolean
bw_picture_copy (const BwPicture *picture,
                 const BwView    *view,
                 GtkWidget       *widget)
{
  g_autoptr(GBytes) png = bw_picture_render (picture, view, "png", NULL);
  g_autoptr(GdkTexture) texture = png == NULL ? NULL : gdk_texture_new_from_bytes (png, NULL);

  if (texture == NULL)
    {
      gtk_widget_error_bell (widget);
      return FALSE;
    }

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);

  return TRUE;
}

/**
 * bw_chart_copy:
 *
 * Puts @chart on the clipboard as it would be exported.
 */
void
bw_chart_copy (const BwChart *chart,
               const BwView  *view,
               GtkWidget     *widget)
{
  const BwPicture picture = {
    .chart = chart, .palette = bw_palette_find ("light"), .width = WIDTH, .height = HEIGHT,
  };

  bw_picture_copy (&picture, view, widget);
}
