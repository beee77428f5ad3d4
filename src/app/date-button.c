/* A button that shows a day and opens a calendar to choose another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/date-button.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwDateButton
{
  AdwBin parent_instance;

  gboolean filling;
  double   date; /* days since 1970-01-01, or NaN */

  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkCalendar   *calendar;
  GtkButton     *use;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwDateButton, bw_date_button, ADW_TYPE_BIN)

/* The day that the calendar shows as chosen, in days since 1970-01-01. */
static double
read_day (BwDateButton *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autoptr(GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr(GDateTime) noon = g_date_time_new_utc (g_date_time_get_year (day),
                                                   g_date_time_get_month (day),
                                                   g_date_time_get_day_of_month (day), 12, 0, 0);

  return (double) (g_date_time_difference (noon, epoch) / G_TIME_SPAN_DAY);
}

static void
choose (BwDateButton *self)
{
  const double day = read_day (self);

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0, day);
}

static void
on_day_selected (BwDateButton *self)
{
  if (!self->filling)
    choose (self);
}

/* The calendar tells of no day that it shows as chosen already, such as the same day of the next
 * month: that can be taken with the button. */
static void
on_day_shown (BwDateButton *self)
{
  const double day = read_day (self);
  g_autofree char *date = bw_format_date (day, BW_DATE_FULL);
  /* TRANSLATORS: %s is a date */
  g_autofree char *text = g_strdup_printf (_("Use %s"), date);

  gtk_button_set_label (self->use, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->use), day != self->date);
}

/* What was only looked at is forgotten. */
static void
on_closed (BwDateButton *self)
{
  bw_date_button_set_date (self, self->date);
}

static void
bw_date_button_class_init (BwDateButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", BW_TYPE_DATE_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, BwDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, BwDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, BwDateButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, BwDateButton, use);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_day_shown);
}

static void
bw_date_button_init (BwDateButton *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  bw_date_button_set_date (self, NAN);
}

/**
 * bw_date_button_set_date:
 * @date: days since 1970-01-01, or NaN where none is chosen yet
 */
void
bw_date_button_set_date (BwDateButton *self,
                         double        date)
{
  g_autofree char *text = isnan (date) ? g_strdup (_("Choose a Date")) :
                          bw_format_date (date, BW_DATE_FULL);
  g_autoptr(GDateTime) day = isnan (date) ? NULL :
                             g_date_time_new_from_unix_utc ((gint64) (floor (date) * 86400));

  g_return_if_fail (BW_IS_DATE_BUTTON (self));

  self->date = date;
  gtk_menu_button_set_label (self->button, text);
  self->filling = TRUE;
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
  self->filling = FALSE;
  on_day_shown (self);
}
