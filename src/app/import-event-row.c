/* One column made of events in the import assistant: how it is summed up, of what, and how far back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-event-row.h"

#include "app/import-lists.h"
#include "panel/mapped-source.h"

#include <glib/gi18n-lib.h>

struct _BwImportEventRow
{
  AdwBin parent_instance;

  BwImporting *importing;
  guint        source;
  guint        event;
  int          own_window; /* one that is not among those on offer, or 0 */
  gboolean     filling;

  GtkLabel    *name;
  GtkDropDown *aggregate;
  GtkDropDown *column;
  GtkDropDown *window;
  GtkWidget   *remove;
};

static const struct
{
  int         days;
  const char *title;
} windows[] = {
  { 30, N_("Last 30 days") },
  { 90, N_("Last 90 days") },
  { 365, N_("Last 365 days") },
  { BW_WINDOW_SNAPSHOT, N_("Since the last snapshot") },
  { BW_WINDOW_ALL, N_("All so far") },
};

G_DEFINE_FINAL_TYPE (BwImportEventRow, bw_import_event_row, ADW_TYPE_BIN)

static const BwMappedSource *
get_mapped (BwImportEventRow *self)
{
  return bw_mapping_get_source (bw_importing_get_mapping (self->importing), self->source);
}

static void
on_changed (BwImportEventRow *self)
{
  const guint aggregate = gtk_drop_down_get_selected (self->aggregate);
  const guint column = gtk_drop_down_get_selected (self->column);
  const guint window = gtk_drop_down_get_selected (self->window);
  const BwMappedSource *mapped;

  if (self->filling || self->importing == NULL || aggregate >= BW_N_AGGREGATES)
    return;

  mapped = get_mapped (self);
  bw_importing_set_event (self->importing, self->source, self->event, aggregate,
                          column < mapped->n_columns ? mapped->columns[column].header : NULL,
                          window < G_N_ELEMENTS (windows) ? windows[window].days :
                          self->own_window);
}

static void
on_remove (BwImportEventRow *self)
{
  bw_importing_remove_event (self->importing, self->source, self->event);
}

static void
bw_import_event_row_dispose (GObject *object)
{
  g_clear_object (&BW_IMPORT_EVENT_ROW (object)->importing);

  G_OBJECT_CLASS (bw_import_event_row_parent_class)->dispose (object);
}

static void
bw_import_event_row_class_init (BwImportEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_import_event_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-event-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportEventRow, name);
  gtk_widget_class_bind_template_child (widget_class, BwImportEventRow, aggregate);
  gtk_widget_class_bind_template_child (widget_class, BwImportEventRow, column);
  gtk_widget_class_bind_template_child (widget_class, BwImportEventRow, window);
  gtk_widget_class_bind_template_child (widget_class, BwImportEventRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
bw_import_event_row_init (BwImportEventRow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

static void
show_windows (BwImportEventRow *self,
              int               days)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = G_N_ELEMENTS (windows);

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      gtk_string_list_append (titles, _(windows[i].title));
      if (windows[i].days == days)
        selected = i;
    }
  if (selected == G_N_ELEMENTS (windows))
    {
      g_autofree char *title = g_strdup_printf (ngettext ("Last %d day", "Last %d days", days), days);

      gtk_string_list_append (titles, title);
    }
  self->own_window = days;
  gtk_drop_down_set_model (self->window, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->window, selected);
}

static void
show_names (BwImportEventRow *self,
            const char       *name)
{
  const struct
  {
    GtkWidget  *widget;
    const char *format;
  } rows[] = {
    /* TRANSLATORS: the next four are accessible names; %s is a column made of events */
    { GTK_WIDGET (self->aggregate), _("How %s is summed up") },
    { GTK_WIDGET (self->column), _("What %s is made of") },
    { GTK_WIDGET (self->window), _("How far back %s reaches") },
    { self->remove, _("Leave out %s") },
  };

  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    bw_import_name_widget (rows[i].widget, rows[i].format, name);
}

/**
 * bw_import_event_row_show:
 * @source: place in the mapping of @importing
 * @event: of the event columns of that source
 */
void
bw_import_event_row_show (BwImportEventRow *self,
                          BwImporting      *importing,
                          guint             source,
                          guint             event)
{
  const BwMappedSource *mapped;
  const BwEventColumn *column;

  g_return_if_fail (BW_IS_IMPORT_EVENT_ROW (self));

  g_set_object (&self->importing, importing);
  self->source = source;
  self->event = event;
  mapped = get_mapped (self);
  column = &mapped->events[event];

  self->filling = TRUE;
  show_names (self, column->name);
  bw_import_list_titles (self->aggregate, BW_N_AGGREGATES,
                         (BwImportTitleFunc) bw_aggregate_get_title, column->aggregate);
  bw_import_list_columns (self->column, mapped, NULL, column->column);
  show_windows (self, column->window);
  gtk_widget_set_visible (GTK_WIDGET (self->column), bw_aggregate_needs_column (column->aggregate));
  gtk_widget_set_visible (GTK_WIDGET (self->window),
                          column->aggregate != BW_AGGREGATE_DAYS_SINCE_LAST);
  self->filling = FALSE;
}
