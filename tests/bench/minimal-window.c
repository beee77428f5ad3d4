/* The least libadwaita window there can be: the peer of the start-up benchmark. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

static void
say_first_frame (GdkFrameClock *clock,
                 gpointer       user_data)
{
  g_print ("first frame at %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_application_quit (user_data);
}

static void
open_window (GApplication *application,
             gpointer      user_data)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("Hello"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (say_first_frame), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(AdwApplication) application =
    adw_application_new ("org.bellwether.minimal", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (open_window), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
