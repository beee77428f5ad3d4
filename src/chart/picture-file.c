/* A picture as bytes: PNG, SVG or PDF, the same bytes for the same picture. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing of the moment goes in: a PDF is dated by its data, and ids that the drawing library counts
 * up from one picture to the next are counted anew in an SVG. A PNG says how large it is on paper,
 * so that a slide takes it in at the size of the slide, and what it shows, for who cannot see it. */

#include "chart/paint.h"
#include "chart/picture-private.h"
#include "chart/words.h"

#include "files/replace.h"
#include "format/format.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define LONGEST_SIDE 16000
#define MOST_PIXELS  100e6

typedef GBytes *(*RenderFunc) (const BwPicture *picture,
                               const BwView    *view,
                               const BwScene   *scene);

static cairo_status_t
collect (void                *closure,
         const unsigned char *data,
         unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
paint_on (cairo_surface_t *surface,
          const BwPicture *picture,
          const BwScene   *scene,
          double           scale)
{
  g_autoptr(cairo_t) cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  bw_paint_scene (scene, picture->palette, NULL, cr);
  cairo_show_page (cr);
}

/* Returns: (nullable): the bytes, none where the drawing library has failed */
static GBytes *
finish (cairo_surface_t *surface,
        GByteArray      *bytes)
{
  const cairo_status_t status = cairo_surface_status (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      return NULL;
    }

  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
render_png (const BwPicture *picture,
            const BwView    *view,
            const BwScene   *scene)
{
  g_autoptr(cairo_surface_t) surface =
    cairo_image_surface_create (picture->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                picture->width, picture->height);
  GByteArray *bytes = g_byte_array_new ();

  paint_on (surface, picture, scene, 1);
  if (cairo_surface_write_to_png_stream (surface, collect, bytes) == CAIRO_STATUS_SUCCESS)
    bw_png_describe (bytes, bw_picture_get_scale (picture), bw_scene_get_description (scene));

  return finish (surface, bytes);
}

static GBytes *
render_svg (const BwPicture *picture,
            const BwView    *view,
            const BwScene   *scene)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr(cairo_surface_t) surface =
    cairo_svg_surface_create_for_stream (collect, bytes, picture->width, picture->height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  paint_on (surface, picture, scene, 1);
  cairo_surface_finish (surface);
  bw_svg_describe (bytes, bw_scene_get_description (scene));

  return finish (surface, bytes);
}

/* The day of the data as PDF wants it; a fixed day for data without one. */
static char *
day_of (const BwView *view)
{
  BwPrepared *prepared = bw_results_get_prepared (view->results);
  BwSnapshot *snapshot = bw_panel_get_snapshot (bw_prepared_get_panel (prepared),
                                                bw_prepared_get_snapshot (prepared));
  const double date = bw_snapshot_get_date (snapshot);
  g_autoptr(GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr(GDateTime) day = NULL;

  if (isfinite (date) && fabs (date) < 100000)
    day = g_date_time_add_days (epoch, (int) date);

  return g_date_time_format (day != NULL ? day : epoch, "%Y-%m-%dT00:00:00Z");
}

static GBytes *
render_pdf (const BwPicture *picture,
            const BwView    *view,
            const BwScene   *scene)
{
  const double scale = bw_picture_get_scale (picture);
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr(cairo_surface_t) surface =
    cairo_pdf_surface_create_for_stream (collect, bytes, picture->width / scale,
                                         picture->height / scale);
  g_autofree char *day = day_of (view);
  g_autofree char *title = picture->title != NULL ? g_strdup (picture->title) :
                           picture->chart->finding (view);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, day);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  bw_scene_get_description (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Bellwether");
  paint_on (surface, picture, scene, 1 / scale);
  cairo_surface_finish (surface);

  return finish (surface, bytes);
}

/* In one order: the table that is seen, and what makes each. */
static const BwPictureFormat formats[] = {
  { "png", N_("PNG picture"), "image/png" },
  { "svg", N_("SVG drawing"), "image/svg+xml" },
  { "pdf", N_("PDF page"), "application/pdf" },
};

static const RenderFunc renderers[] = { render_png, render_svg, render_pdf };

const BwPictureFormat *
bw_picture_formats (gsize *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

static RenderFunc
find_renderer (const char *format,
               GError    **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (formats[i].id, format) == 0)
        return renderers[i];
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _("There is no picture format “%s”. Choose png, svg or pdf."),
               format != NULL ? format : "");

  return NULL;
}

static gboolean
check_size (const BwPicture *picture,
            GError         **error)
{
  if (picture->width >= 1 && picture->height >= 1 && picture->width <= LONGEST_SIDE &&
      picture->height <= LONGEST_SIDE && (double) picture->width * picture->height <= MOST_PIXELS)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("A picture of %u × %u is not possible. Choose sides of 1 to %u pixels and not more "
                 "than 100 million pixels."),
               picture->width, picture->height, LONGEST_SIDE);

  return FALSE;
}

/**
 * bw_picture_render:
 * @format: "png", "svg" or "pdf"
 *
 * Returns: (transfer full): the file's bytes, or %NULL with @error
 */
GBytes *
bw_picture_render (const BwPicture *picture,
                   const BwView    *view,
                   const char      *format,
                   GError         **error)
{
  const RenderFunc render = find_renderer (format, error);
  g_autoptr(BwScene) scene = NULL;
  GBytes *bytes;

  if (render == NULL || !check_size (picture, error))
    return NULL;

  scene = bw_picture_layout (picture, view);
  bytes = render (picture, view, scene);
  if (bytes == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _("The picture could not be drawn: there is not enough memory."));

  return bytes;
}

/**
 * bw_picture_save:
 *
 * Writes beside @file and then takes its place, so that a failure leaves what was there.
 *
 * Returns: whether it is saved; else @error is set
 */
gboolean
bw_picture_save (const BwPicture *picture,
                 const BwView    *view,
                 GFile           *file,
                 const char      *format,
                 GError         **error)
{
  g_autoptr(GBytes) bytes = bw_picture_render (picture, view, format, error);

  return bytes != NULL && bw_replace_bytes (file, bytes, NULL, error);
}
