/* Pictures that leave: the same input gives the same bytes, in every format. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */

#include "fixture.h"

#include "chart/picture.h"

#include <glib/gstdio.h>
#include <string.h>

static const Book book = { "picture", 412, 12, 0.05, .nudge = TRUE };

static BwPicture
usual_picture (void)
{
  return (BwPicture) {
           .chart = bw_chart_find ("distribution"),
           .palette = bw_palette_find ("light"),
           .width = 1920,
           .height = 1080,
  };
}

static GBytes *
render (const BwPicture *picture,
        const BwView    *view,
        const char      *format)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = bw_picture_render (picture, view, format, &error);

  g_assert_no_error (error);

  return bytes;
}

/* Where @needle stands in @bytes; asserts that it does. */
static const char *
find (GBytes     *bytes,
      const char *needle)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *found = memmem (data, length, needle, strlen (needle));

  g_assert_nonnull (found);

  return found;
}

static void
test_same_bytes (gconstpointer data)
{
  const char *format = data;
  g_auto(Fixture) one = { 0, };
  g_auto(Fixture) other = { 0, };
  gsize n_charts;
  const BwChart *const *charts = bw_charts (&n_charts);

  fixture_begin (&one, &book);
  fixture_begin (&other, &book);
  for (gsize i = 0; i < n_charts; i++)
    {
      BwPicture picture = usual_picture ();
      g_autoptr(GBytes) first = NULL;
      g_autoptr(GBytes) second = NULL;

      picture.chart = charts[i];
      first = render (&picture, &one.view, format);
      second = render (&picture, &other.view, format);
      g_assert_cmpuint (g_bytes_get_size (first), >, 1000);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static guint32
number_at (const char *data)
{
  guint32 number;

  memcpy (&number, data, sizeof number);

  return GUINT32_FROM_BE (number);
}

/* A PNG of 1920 × 1080 is 13⅓ inches wide and says what it shows. */
static void
test_png (void)
{
  g_auto(Fixture) fixture = { 0, };
  const BwPicture picture = usual_picture ();
  g_autoptr(GBytes) bytes = NULL;
  cairo_surface_t *surface;

  fixture_begin (&fixture, &book);
  bytes = render (&picture, &fixture.view, "png");
  g_assert_cmpuint (number_at (find (bytes, "IHDR") + 4), ==, 1920);
  g_assert_cmpuint (number_at (find (bytes, "IHDR") + 8), ==, 1080);
  g_assert_cmpuint (number_at (find (bytes, "pHYs") + 4), ==, 5669);
  find (bytes, "sRGB");
  find (bytes, "of ARR, are at risk. Health score of");

  {
    g_autoptr(GError) error = NULL;
    g_autofree char *path = NULL;
    const int fd = g_file_open_tmp ("bw-XXXXXX.png", &path, &error);

    g_assert_no_error (error);
    g_close (fd, NULL);
    g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                         &error);
    g_assert_no_error (error);
    surface = cairo_image_surface_create_from_png (path);
    g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
    g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1920);
    g_assert_cmpuint (cairo_image_surface_get_data (surface)[0], ==, 0xff);
    cairo_surface_destroy (surface);
    g_unlink (path);
  }
}

static void
test_svg (void)
{
  g_auto(Fixture) fixture = { 0, };
  const BwPicture picture = usual_picture ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GMarkupParseContext) context = NULL;
  static const GMarkupParser parser = { 0, };

  fixture_begin (&fixture, &book);
  bytes = render (&picture, &fixture.view, "svg");
  find (bytes, "<title>");
  find (bytes, "viewBox=\"0 0 1920 1080\"");

  context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
test_pdf (void)
{
  g_auto(Fixture) fixture = { 0, };
  const BwPicture picture = usual_picture ();
  g_autoptr(GBytes) bytes = NULL;

  fixture_begin (&fixture, &book);
  bytes = render (&picture, &fixture.view, "pdf");
  find (bytes, "%PDF-1.");
  find (bytes, "20261130000000Z");
}

/* Without a ground the corner stays clear; with one it is the palette's paper. */
static void
test_ground (void)
{
  g_auto(Fixture) fixture = { 0, };
  BwPicture picture = usual_picture ();
  const BwMark *marks;
  gsize n_marks;
  g_autoptr(BwScene) ground = NULL;
  g_autoptr(BwScene) clear = NULL;

  fixture_begin (&fixture, &book);
  ground = bw_picture_layout (&picture, &fixture.view);
  picture.transparent = TRUE;
  clear = bw_picture_layout (&picture, &fixture.view);

  marks = bw_scene_get_marks (ground, &n_marks);
  g_assert_cmpint (marks[0].ink, ==, BW_INK_PAPER);
  g_assert_cmpfloat (marks[0].width, ==, 1920);
  marks = bw_scene_get_marks (clear, &n_marks);
  g_assert_cmpint (marks[0].kind, ==, BW_MARK_TEXT);
}

/* Own words take the place of proposed ones, empty ones make room. */
static void
test_own_words (void)
{
  g_auto(Fixture) fixture = { 0, };
  BwPicture picture = usual_picture ();
  g_autoptr(BwScene) scene = NULL;
  const BwMark *marks;
  gsize n_marks;

  fixture_begin (&fixture, &book);
  picture.title = "Ours";
  picture.subtitle = "";
  picture.footer = "";
  scene = bw_picture_layout (&picture, &fixture.view);
  marks = bw_scene_get_marks (scene, &n_marks);
  g_assert_cmpstr (marks[1].text, ==, "Ours");
  for (gsize i = 0; i < n_marks; i++)
    g_assert_false (marks[i].text != NULL && g_str_has_prefix (marks[i].text, "Model"));
}

/* No type is under 14 points of a slide. */
static void
test_type_size (void)
{
  g_auto(Fixture) fixture = { 0, };
  gsize n_charts, n_sizes;
  const BwChart *const *charts = bw_charts (&n_charts);
  const BwPictureSize *sizes = bw_picture_sizes (&n_sizes);

  fixture_begin (&fixture, &book);
  for (gsize i = 0; i < n_charts; i++)
    for (gsize s = 0; s < n_sizes; s++)
      {
        BwPicture picture = usual_picture ();
        g_autoptr(BwScene) scene = NULL;
        const BwMark *marks;
        gsize n_marks;

        picture.chart = charts[i];
        picture.width = sizes[s].width;
        picture.height = sizes[s].height;
        scene = bw_picture_layout (&picture, &fixture.view);
        marks = bw_scene_get_marks (scene, &n_marks);
        for (gsize k = 0; k < n_marks; k++)
          {
            if (marks[k].kind == BW_MARK_TEXT)
              g_assert_cmpfloat (marks[k].size * 540 / sizes[s].height, >=, 14 - 1e-9);
          }
      }
}

static void
test_footer (void)
{
  g_auto(Fixture) fixture = { 0, };
  g_autofree char *footer = NULL;

  fixture_begin (&fixture, &book);
  footer = bw_picture_default_footer (&fixture.view);
  g_assert_cmpstr (footer, ==,
                   "Model “Renewals 2026” · 5 metrics · data 30 Nov 2026 · 412 customers · "
                   "source:\302\240accounts.csv and 4 more");
}

typedef struct
{
  const char *name;
  guint       width, height;
  const char *format;
  GIOErrorEnum code;
} BadCase;

static const BadCase bad_cases[] = {
  { "format", 100, 100, "bmp", G_IO_ERROR_NOT_SUPPORTED },
  { "no-format", 100, 100, NULL, G_IO_ERROR_NOT_SUPPORTED },
  { "no-width", 0, 100, "png", G_IO_ERROR_INVALID_ARGUMENT },
  { "too-wide", 40000, 100, "png", G_IO_ERROR_INVALID_ARGUMENT },
  { "too-large", 15000, 15000, "png", G_IO_ERROR_INVALID_ARGUMENT },
};

static void
test_bad (gconstpointer data)
{
  const BadCase *c = data;
  g_auto(Fixture) fixture = { 0, };
  BwPicture picture = usual_picture ();
  g_autoptr(GError) error = NULL;

  fixture_begin (&fixture, &book);
  picture.width = c->width;
  picture.height = c->height;
  g_assert_null (bw_picture_render (&picture, &fixture.view, c->format, &error));
  g_assert_error (error, G_IO_ERROR, (int) c->code);
}

/* A picture that cannot be drawn leaves the file that was there. */
static void
test_save (void)
{
  g_auto(Fixture) fixture = { 0, };
  BwPicture picture = usual_picture ();
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bw-XXXXXX", &error);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GFile) file = NULL;
  gsize length;

  g_assert_no_error (error);
  path = g_build_filename (folder, "picture.png", NULL);
  file = g_file_new_for_path (path);
  g_file_set_contents (path, "before", -1, &error);
  g_assert_no_error (error);

  fixture_begin (&fixture, &book);
  g_assert_false (bw_picture_save (&picture, &fixture.view, file, "gif", &error));
  g_clear_error (&error);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_cmpstr (text, ==, "before");

  g_assert_true (bw_picture_save (&picture, &fixture.view, file, "png", &error));
  g_assert_no_error (error);
  g_clear_pointer (&text, g_free);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_cmpuint (length, >, 1000);

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  const BwPictureFormat *formats;
  gsize n_formats;

  g_test_init (&argc, &argv, NULL);

  formats = bw_picture_formats (&n_formats);
  for (gsize i = 0; i < n_formats; i++)
    {
      g_autofree char *path = g_strdup_printf ("/picture/same-bytes/%s", formats[i].id);

      g_test_add_data_func (path, formats[i].id, test_same_bytes);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/picture/bad/%s", bad_cases[i].name);

      g_test_add_data_func (path, &bad_cases[i], test_bad);
    }
  g_test_add_func ("/picture/png", test_png);
  g_test_add_func ("/picture/svg", test_svg);
  g_test_add_func ("/picture/pdf", test_pdf);
  g_test_add_func ("/picture/ground", test_ground);
  g_test_add_func ("/picture/own-words", test_own_words);
  g_test_add_func ("/picture/type-size", test_type_size);
  g_test_add_func ("/picture/footer", test_footer);
  g_test_add_func ("/picture/save", test_save);

  return g_test_run ();
}
