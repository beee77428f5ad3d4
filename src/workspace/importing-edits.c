/* Corrections that a person makes to the mapping of an import. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A correction is a value that is applied to whatever the mapping is when its turn comes, and names
 * its source by id, so that corrections made one after the other all hold. */

#include "workspace/importing-private.h"

/* What is wanted; each edit looks at its own. */
typedef struct
{
  char          *text;
  guint          number;
  double         date;
  GStrv          columns;
  char          *via;
  char          *via_column;
  BwEventColumn *events;
  guint          n_events;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  g_free (self->text);
  g_strfreev (self->columns);
  g_free (self->via);
  g_free (self->via_column);
  for (guint i = 0; i < self->n_events; i++)
    {
      g_free (self->events[i].name);
      g_free (self->events[i].column);
    }
  g_free (self->events);
  g_free (self);
}

/* @source: place in the wished mapping, or %BW_NONE for all of it; what @wanted points to is taken */
static void
push (BwImporting  *self,
      guint         source,
      BwMappingFunc edit,
      Wanted        wanted)
{
  BwMapping *mapping = bw_importing_get_mapping (self);
  BwStep *step = g_new0 (BwStep, 1);

  step->kind = BW_STEP_EDIT;
  step->edit = edit;
  step->data = g_memdup2 (&wanted, sizeof (Wanted));
  step->destroy = wanted_free;
  if (mapping != NULL && source < bw_mapping_get_n_sources (mapping))
    step->source = g_strdup (bw_mapping_get_source (mapping, source)->id);
  bw_importing_push (self, step);
}

static BwMapping *
edit_role (BwMapping    *mapping,
           guint         source,
           gconstpointer data)
{
  const Wanted *wanted = data;

  return bw_mapping_with_role (mapping, source, wanted->text, wanted->number);
}

/**
 * bw_importing_set_role:
 * @source: place of the source in bw_importing_get_mapping(), here and below
 */
void
bw_importing_set_role (BwImporting *self,
                       guint        source,
                       const char  *header,
                       BwRole       role)
{
  g_return_if_fail (BW_IS_IMPORTING (self));

  push (self, source, edit_role, (Wanted) { .text = g_strdup (header), .number = role });
}

static BwMapping *
edit_shape (BwMapping    *mapping,
            guint         source,
            gconstpointer data)
{
  return bw_mapping_with_shape (mapping, source, ((const Wanted *) data)->number);
}

void
bw_importing_set_shape (BwImporting *self,
                        guint        source,
                        BwShape      shape)
{
  g_return_if_fail (BW_IS_IMPORTING (self));

  push (self, source, edit_shape, (Wanted) { .number = shape });
}

static BwMapping *
edit_join (BwMapping    *mapping,
           guint         source,
           gconstpointer data)
{
  const Wanted *wanted = data;

  return bw_mapping_with_join (mapping, source, (const char *const *) wanted->columns,
                               wanted->via, wanted->via_column, wanted->number);
}

/**
 * bw_importing_set_join:
 * @columns: (nullable) (array zero-terminated=1): that name the customer, or the row of @via
 * @via: (nullable): id of the source that is pointed to
 */
void
bw_importing_set_join (BwImporting       *self,
                       guint              source,
                       const char *const *columns,
                       const char        *via,
                       const char        *via_column,
                       BwMatch            match)
{
  g_return_if_fail (BW_IS_IMPORTING (self));

  push (self, source, edit_join, (Wanted) {
    .columns = g_strdupv ((GStrv) columns),
    .via = g_strdup (via),
    .via_column = g_strdup (via_column),
    .number = match,
  });
}

static BwMapping *
edit_duplicates (BwMapping    *mapping,
                 guint         source,
                 gconstpointer data)
{
  return bw_mapping_with_duplicates (mapping, source, ((const Wanted *) data)->number);
}

void
bw_importing_set_duplicates (BwImporting *self,
                             guint        source,
                             BwDuplicates duplicates)
{
  g_return_if_fail (BW_IS_IMPORTING (self));

  push (self, source, edit_duplicates, (Wanted) { .number = duplicates });
}

static BwMapping *
edit_events (BwMapping    *mapping,
             guint         source,
             gconstpointer data)
{
  const Wanted *wanted = data;

  return bw_mapping_with_events (mapping, source, wanted->events, wanted->n_events);
}

/**
 * bw_importing_set_events:
 * @events: (array length=n_events): all event columns of the source
 */
void
bw_importing_set_events (BwImporting         *self,
                         guint                source,
                         const BwEventColumn *events,
                         guint                n_events)
{
  BwEventColumn *copies;

  g_return_if_fail (BW_IS_IMPORTING (self));

  copies = g_new0 (BwEventColumn, n_events);
  for (guint i = 0; i < n_events; i++)
    {
      copies[i] = events[i];
      copies[i].name = g_strdup (events[i].name);
      copies[i].column = g_strdup (events[i].column);
    }
  push (self, source, edit_events, (Wanted) { .events = copies, .n_events = n_events });
}

static BwMapping *
edit_vanished (BwMapping    *mapping,
               guint         source,
               gconstpointer data)
{
  return bw_mapping_with_vanished (mapping, ((const Wanted *) data)->number != 0);
}

/**
 * bw_importing_set_vanished:
 * @churned: whether customers that vanish from one snapshot to the next are taken as churned
 */
void
bw_importing_set_vanished (BwImporting *self,
                           gboolean     churned)
{
  g_return_if_fail (BW_IS_IMPORTING (self));

  push (self, BW_NONE, edit_vanished, (Wanted) { .number = churned });
}

static BwMapping *
edit_as_of (BwMapping    *mapping,
            guint         source,
            gconstpointer data)
{
  return bw_mapping_with_as_of (mapping, ((const Wanted *) data)->date);
}

/**
 * bw_importing_set_as_of:
 * @date: days since 1970-01-01 that date what has no date
 */
void
bw_importing_set_as_of (BwImporting *self,
                        double       date)
{
  g_return_if_fail (BW_IS_IMPORTING (self));

  push (self, BW_NONE, edit_as_of, (Wanted) { .date = date });
}
