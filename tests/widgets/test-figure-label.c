/* A figure asks for a new layout only when it takes another place; a tooltip is there when asked for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/figure-label.h"
#include "widgets/tip.h"

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  int         width_chars;
  gboolean    fixed;
  gboolean    asks;
} Case;

static const Case cases[] = {
  { "same-text", "42", "42", 0, FALSE, FALSE },
  { "digits-are-of-one-width", "11.1", "48.0", 0, FALSE, FALSE },
  { "one-digit-more", "99", "100", 0, FALSE, TRUE },
  { "shorter", "100 %", "9 %", 0, FALSE, TRUE },
  { "within-its-room", "9", "100", 6, FALSE, FALSE },
  { "over-its-room", "9", "1,234,567,890", 4, FALSE, TRUE },
  { "fixed", "Ida", "Vereinigte Stahlwerke an der Ruhr", 0, TRUE, FALSE },
};

/* A window lays out what asked for it before it draws its next frame. */
static void
show_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  const gint64 before = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (window);
  while (gdk_frame_clock_get_frame_counter (clock) < before + 2)
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
}

static int
get_natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static void
count (GdkFrameClock *clock,
       guint         *n)
{
  (*n)++;
}

static void
test_layout (gconstpointer data)
{
  const Case *row = data;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = g_object_new (BW_TYPE_FIGURE_LABEL, "label", row->before,
                                   "width-chars", row->width_chars, "fixed", row->fixed, NULL);
  guint n_layouts = 0;
  int width;

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 100);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  show_frame (window);
  width = get_natural_width (label);
  g_signal_connect (gtk_widget_get_frame_clock (window), "layout", G_CALLBACK (count), &n_layouts);

  g_assert_cmpint (bw_figure_label_set_text (BW_FIGURE_LABEL (label), row->after), ==,
                   !g_str_equal (row->before, row->after));
  g_assert_cmpstr (bw_figure_label_get_text (BW_FIGURE_LABEL (label)), ==, row->after);
  g_assert_cmpint (get_natural_width (label) != width, ==, row->asks);
  show_frame (window);
  g_assert_cmpint (gtk_widget_get_width (label), ==, get_natural_width (label));
  g_assert_cmpint (n_layouts > 0, ==, row->asks);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the pointer finds; NULL where there is no tooltip. */
static gboolean
asks_for_tip (GtkWidget *widget)
{
  GtkTooltip *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  g_object_unref (tooltip);

  return shown && gtk_widget_get_has_tooltip (widget);
}

static void
test_tip (void)
{
  GtkWidget *widget = g_object_ref_sink (g_object_new (BW_TYPE_FIGURE_LABEL, NULL));

  g_assert_false (asks_for_tip (widget));
  g_assert_true (bw_tip_set (widget, "Weighs 5 %"));
  g_assert_false (bw_tip_set (widget, "Weighs 5 %"));
  g_assert_true (asks_for_tip (widget));
  bw_tip_set (widget, "Weighs 6 %");
  g_assert_true (asks_for_tip (widget));
  bw_tip_set (widget, NULL);
  g_assert_false (asks_for_tip (widget));
  g_assert_false (gtk_widget_get_has_tooltip (widget));
  bw_tip_set (widget, "Weighs 7 %");
  g_assert_true (asks_for_tip (widget));

  g_object_unref (widget);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/figure-label/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_layout);
    }
  g_test_add_func ("/figure-label/tip", test_tip);

  return g_test_run ();
}
