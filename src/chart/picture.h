/* Charts as pictures that leave: a page with title, subtitle and footer, as PNG, SVG or PDF. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"
#include "chart/palette.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BwPicture:
 * @width: in pixels of a PNG; the aspect of SVG and PDF
 * @title: (nullable): %NULL for the chart's own finding; "" for none; likewise the others
 * @transparent: no ground
 */
typedef struct
{
  const BwChart   *chart;
  const BwPalette *palette;
  guint            width;
  guint            height;
  gboolean         transparent;
  const char      *title;
  const char      *subtitle;
  const char      *footer;
} BwPicture;

typedef struct
{
  const char *id; /* "png" */
  const char *title;
  const char *mime_type;
} BwPictureFormat;

typedef struct
{
  const char *id;
  const char *title;
  guint       width;
  guint       height;
} BwPictureSize;

const BwPictureFormat *bw_picture_formats (gsize *n_formats);
const BwPictureSize   *bw_picture_sizes (gsize *n_sizes);

char     *bw_picture_default_footer (const BwView *view);
char     *bw_picture_footer_of (const BwChart *chart,
                                const BwView  *view);
BwScene  *bw_picture_layout (const BwPicture *picture,
                             const BwView    *view);
GBytes   *bw_picture_render (const BwPicture *picture,
                             const BwView    *view,
                             const char      *format,
                             GError         **error);
gboolean  bw_picture_save (const BwPicture *picture,
                           const BwView    *view,
                           GFile           *file,
                           const char      *format,
                           GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)

G_END_DECLS
