/* Corrections that a person makes to the columns which an import makes of events. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column of events is named after what it is made of, so that its name tells; like the names that
 * are proposed it is not translated, since files and models hold it. */

#include "workspace/importing-private.h"

#include "panel/mapped-source.h"

#define PROPOSED_WINDOW 30

static const char *const aggregate_words[BW_N_AGGREGATES] = {
  [BW_AGGREGATE_DISTINCT] = "distinct",
  [BW_AGGREGATE_SUM] = "sum",
  [BW_AGGREGATE_MEAN] = "mean",
  [BW_AGGREGATE_MIN] = "min",
  [BW_AGGREGATE_MAX] = "max",
  [BW_AGGREGATE_LAST] = "last",
  [BW_AGGREGATE_DAYS_SINCE_LAST] = "days since last",
};

static char *
window_to_text (int window)
{
  if (window == BW_WINDOW_ALL)
    return g_strdup ("all");
  if (window == BW_WINDOW_SNAPSHOT)
    return g_strdup ("since the last");

  return g_strdup_printf ("%d days", window);
}

static gboolean
is_named (const BwMappedSource *source,
          guint                 but,
          const char           *name)
{
  for (guint i = 0; i < source->n_events; i++)
    {
      if (i != but && g_str_equal (source->events[i].name, name))
        return TRUE;
    }

  return FALSE;
}

/* A name that no other column of events has; @but is the one it is for. */
static char *
name_event (const BwMappedSource *source,
            guint                 but,
            const BwEventColumn  *event)
{
  const char *word = aggregate_words[event->aggregate];
  const char *of = event->column != NULL ? event->column : source->id;
  g_autofree char *window = window_to_text (event->window);
  g_autofree char *name =
    event->aggregate == BW_AGGREGATE_COUNT ? g_strdup_printf ("%s (%s)", of, window) :
    event->aggregate == BW_AGGREGATE_DAYS_SINCE_LAST ? g_strdup_printf ("%s (%s)", of, word) :
    g_strdup_printf ("%s (%s, %s)", of, word, window);
  char *unique = g_strdup (name);

  for (guint i = 2; is_named (source, but, unique); i++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s %u", name, i);
    }

  return unique;
}

/* A column that can be summed up, for want of a choice. */
static const char *
find_column (const BwMappedSource *source)
{
  for (guint i = 0; i < source->n_columns; i++)
    {
      if (source->columns[i].role == BW_ROLE_METRIC || source->columns[i].role == BW_ROLE_MONEY)
        return source->columns[i].header;
    }

  return source->n_columns == 0 ? NULL : source->columns[source->n_columns - 1].header;
}

/**
 * bw_importing_set_event:
 * @source: place in bw_importing_get_mapping(), here and below
 * @event: of the event columns of that source
 * @column: (nullable): what is summed up, where @aggregate needs a column
 *
 * Makes the event column another way and names it after that.
 */
void
bw_importing_set_event (BwImporting *self,
                        guint        source,
                        guint        event,
                        BwAggregate  aggregate,
                        const char  *column,
                        int          window)
{
  const BwMappedSource *mapped;
  g_autofree BwEventColumn *events = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (BW_IS_IMPORTING (self));

  mapped = bw_mapping_get_source (bw_importing_get_mapping (self), source);
  g_return_if_fail (event < mapped->n_events);

  events = g_memdup2 (mapped->events, mapped->n_events * sizeof (BwEventColumn));
  events[event].aggregate = aggregate;
  events[event].window = aggregate == BW_AGGREGATE_DAYS_SINCE_LAST ? BW_WINDOW_ALL : window;
  events[event].column = !bw_aggregate_needs_column (aggregate) ? NULL :
                         (char *) (column != NULL ? column : find_column (mapped));
  name = name_event (mapped, event, &events[event]);
  events[event].name = name;
  bw_importing_set_events (self, source, events, mapped->n_events);
}

/**
 * bw_importing_add_event:
 *
 * Adds an event column: a count of the last 30 days.
 */
void
bw_importing_add_event (BwImporting *self,
                        guint        source)
{
  const BwMappedSource *mapped;
  g_autofree BwEventColumn *events = NULL;
  g_autofree char *name = NULL;
  BwEventColumn *added;

  g_return_if_fail (BW_IS_IMPORTING (self));

  mapped = bw_mapping_get_source (bw_importing_get_mapping (self), source);
  events = g_new0 (BwEventColumn, mapped->n_events + 1);
  for (guint i = 0; i < mapped->n_events; i++)
    events[i] = mapped->events[i];
  added = &events[mapped->n_events];
  added->aggregate = BW_AGGREGATE_COUNT;
  added->window = bw_mapped_source_find_role (mapped, BW_ROLE_DATE) != NULL ? PROPOSED_WINDOW :
                  BW_WINDOW_ALL;
  name = name_event (mapped, mapped->n_events, added);
  added->name = name;
  bw_importing_set_events (self, source, events, mapped->n_events + 1);
}

/**
 * bw_importing_remove_event:
 * @event: of the event columns of that source
 */
void
bw_importing_remove_event (BwImporting *self,
                           guint        source,
                           guint        event)
{
  const BwMappedSource *mapped;
  g_autofree BwEventColumn *events = NULL;
  guint kept = 0;

  g_return_if_fail (BW_IS_IMPORTING (self));

  mapped = bw_mapping_get_source (bw_importing_get_mapping (self), source);
  events = g_new0 (BwEventColumn, mapped->n_events);
  for (guint i = 0; i < mapped->n_events; i++)
    {
      if (i != event)
        events[kept++] = mapped->events[i];
    }
  bw_importing_set_events (self, source, events, kept);
}
