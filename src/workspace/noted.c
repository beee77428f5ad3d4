/* How many notes there are on each customer of the panel. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counted once for a panel and a state of the notes, and kept with the workspace: tables ask for
 * each row that they show. */

#include "workspace/noted.h"

#include "workspace/customer-notes.h"
#include "workspace/lent-keeper.h"

#define KEY   "bw-noted" /* under which a workspace keeps it */
#define WORDS 80         /* characters of a note that are said of it */

typedef struct
{
  BwPanel    *panel;
  guint32    *counts; /* by customer */
  guint       n_all;
} Noted;

static void
noted_free (gpointer data)
{
  Noted *self = data;

  bw_panel_unref (self->panel);
  g_free (self->counts);
  g_free (self);
}

static void
forget (BwWorkspace *workspace)
{
  g_object_set_data (G_OBJECT (workspace), KEY, NULL);
}

static Noted *
count (BwPanel  *panel,
       BwKeeper *keeper)
{
  const guint n_customers = bw_panel_get_n_customers (panel);
  g_autoptr(GHashTable) by_key = bw_keeper_count_notes (keeper);
  Noted *self = g_new0 (Noted, 1);

  self->panel = bw_panel_ref (panel);
  self->counts = g_new0 (guint32, MAX (n_customers, 1));
  for (guint i = 0; i < n_customers && g_hash_table_size (by_key) > 0; i++)
    {
      self->counts[i] = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, bw_panel_get_key (panel, i)));
      self->n_all += self->counts[i];
    }

  return self;
}

/* NULL where nothing is open. */
static Noted *
get (BwWorkspace *workspace)
{
  BwKeeper *keeper = bw_keeper_of (workspace);
  BwPanel *panel = bw_workspace_get_panel (workspace);
  Noted *self = g_object_get_data (G_OBJECT (workspace), KEY);

  if (keeper == NULL || panel == NULL)
    return NULL;
  if (self != NULL && self->panel == panel)
    return self;

  if (g_object_get_data (G_OBJECT (keeper), KEY) == NULL)
    {
      g_object_set_data (G_OBJECT (keeper), KEY, keeper); /* it tells of other notes already */
      g_signal_connect_object (keeper, "notes-changed", G_CALLBACK (forget), workspace,
                               G_CONNECT_SWAPPED);
    }
  self = count (panel, keeper);
  g_object_set_data_full (G_OBJECT (workspace), KEY, self, noted_free);

  return self;
}

/**
 * bw_noted_count:
 * @customer: of the panel
 *
 * Returns: how many notes there are on @customer
 */
guint
bw_noted_count (BwWorkspace *workspace,
                guint        customer)
{
  const Noted *self = get (workspace);

  return self == NULL || customer >= bw_panel_get_n_customers (self->panel) ? 0
         : self->counts[customer];
}

/**
 * bw_noted_count_all:
 *
 * Returns: how many notes there are on customers of the panel
 */
guint
bw_noted_count_all (BwWorkspace *workspace)
{
  const Noted *self = get (workspace);

  return self == NULL ? 0 : self->n_all;
}

/**
 * bw_noted_say:
 * @customer: of the panel
 *
 * Returns: (transfer full) (nullable): how the newest note on @customer begins
 */
char *
bw_noted_say (BwWorkspace *workspace,
              guint        customer)
{
  const BwNote *note;
  const char *end;
  g_autofree char *head = NULL;

  if (bw_noted_count (workspace, customer) == 0)
    return NULL;

  note = bw_keeper_get_note (bw_keeper_of (workspace),
                             bw_panel_get_key (bw_workspace_get_panel (workspace), customer), 0);
  end = note->text;
  for (guint i = 0; *end != '\0' && *end != '\n' && i < WORDS; i++)
    end = g_utf8_next_char (end);
  head = g_strndup (note->text, end - note->text);

  return *end == '\0' ? g_steal_pointer (&head) : g_strconcat (head, "…", NULL);
}
