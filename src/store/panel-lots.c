/* A panel on its way into the workspace file: its parts one after the other, then where each is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys are customer-wide: they stand as words. Names are the field BW_FIELD_NAMES of no snapshot,
 * with words of their own; the customers of a snapshot's rows are its field BW_FIELD_CUSTOMERS. Parts
 * that are there already, as those of older snapshots are when a new one comes, cost a look-up. A lot
 * is made as its turn comes, so that one column alone is in the works. */

#include "store/panel-lots.h"

#include "store/panel-parts.h"
#include "store/pieces.h"
#include "store/query.h"

#include <math.h>
#include <string.h>

#define N_FIRST 3 /* lots that no column is: keys, names, and which customer has which name */

/**
 * BwPanelLots:
 * @lots: keys, names, customers' names, the words of each column, and for each snapshot its customers
 *   and its columns; %NULL where there are no words, and for what is still to come
 * @next: the first that is not put
 * @name_codes: (nullable): the name of each customer, until it is put
 * @n_names: different names
 */
struct _BwPanelLots
{
  BwPanel *panel;
  BwLot  **lots;
  guint    n_lots;
  guint    next;
  guint32 *name_codes;
  guint32  n_names;
};

/**
 * bw_panel_lots_new:
 *
 * Returns: (transfer full): nothing of @panel is put yet
 */
BwPanelLots *
bw_panel_lots_new (BwPanel *panel)
{
  BwPanelLots *self = g_new0 (BwPanelLots, 1);
  const guint n_columns = bw_panel_get_n_columns (panel);

  self->panel = bw_panel_ref (panel);
  self->n_lots = N_FIRST + n_columns + bw_panel_get_n_snapshots (panel) * (1 + n_columns);
  self->lots = g_new0 (BwLot *, self->n_lots);

  return self;
}

void
bw_panel_lots_free (BwPanelLots *self)
{
  for (guint i = 0; i < self->n_lots; i++)
    g_clear_pointer (&self->lots[i], bw_lot_free);
  bw_panel_unref (self->panel);
  g_free (self->lots);
  g_free (self->name_codes);
  g_free (self);
}

static void
add_word (GByteArray *bytes,
          const char *word)
{
  g_byte_array_append (bytes, (const guint8 *) word, strlen (word) + 1);
}

static BwLot *
take_words (GByteArray *words)
{
  g_autoptr(GBytes) bytes = g_byte_array_free_to_bytes (words);

  return bw_lot_new_bytes (bytes);
}

static BwLot *
make_words (BwDictionary *dictionary)
{
  GByteArray *words = g_byte_array_new ();

  for (guint32 code = 0; code < bw_dictionary_size (dictionary); code++)
    add_word (words, bw_dictionary_get (dictionary, code));

  return take_words (words);
}

/* Keys as words: customer i has word i, for no two have the same. */
static BwLot *
make_keys (BwPanelLots *self)
{
  GByteArray *words = g_byte_array_new ();

  for (guint i = 0; i < bw_panel_get_n_customers (self->panel); i++)
    add_word (words, bw_panel_get_key (self->panel, i));

  return take_words (words);
}

static BwLot *
make_names (BwPanelLots *self)
{
  const guint n = bw_panel_get_n_customers (self->panel);
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;

  self->name_codes = g_new (guint32, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const char *name = bw_panel_get_name (self->panel, i);

      self->name_codes[i] = g_str_equal (name, bw_panel_get_key (self->panel, i))
                            ? BW_NO_CODE : bw_dictionary_builder_add (builder, name, -1);
    }
  dictionary = bw_dictionary_builder_end (builder);
  self->n_names = bw_dictionary_size (dictionary);

  return make_words (dictionary);
}

/* The dictionary of a field through all snapshots; NULL for numbers, or where there is no snapshot. */
static BwDictionary *
find_dictionary (BwPanel *panel,
                 guint    field)
{
  BwColumn *column;

  if (bw_panel_get_n_snapshots (panel) == 0 ||
      !bw_column_type_is_coded (bw_panel_get_column (panel, field)->type))
    return NULL;
  column = bw_snapshot_get_column (bw_panel_get_snapshot (panel, 0), field);

  return bw_column_get_dictionary (column);
}

/* The lot whose turn it is, or NULL where nothing is to be put there. */
static BwLot *
make_lot (BwPanelLots *self,
          guint        i)
{
  const guint n_columns = bw_panel_get_n_columns (self->panel);
  BwDictionary *dictionary;
  BwSnapshot *snapshot;
  guint at;

  if (i == 0)
    return make_keys (self);
  if (i == 1)
    return make_names (self);
  if (i == 2)
    return bw_lot_new_codes (self->name_codes, bw_panel_get_n_customers (self->panel));
  if (i < N_FIRST + n_columns)
    {
      dictionary = find_dictionary (self->panel, i - N_FIRST);
      return dictionary != NULL ? make_words (dictionary) : NULL;
    }

  at = i - N_FIRST - n_columns;
  snapshot = bw_panel_get_snapshot (self->panel, at / (1 + n_columns));
  at %= 1 + n_columns;

  return at == 0 ? bw_lot_new_codes (bw_snapshot_get_customers (snapshot), bw_snapshot_get_n_rows (snapshot))
                 : bw_lot_new_column (bw_snapshot_get_column (snapshot, at - 1));
}

/**
 * bw_panel_lots_put_some:
 * @more: (out): whether something is left
 *
 * Puts the next pieces into the file, as bw_lot_put_some() does.
 */
gboolean
bw_panel_lots_put_some (BwPanelLots  *self,
                        sqlite3      *db,
                        BwCrew       *crew,
                        gboolean     *more,
                        GCancellable *cancellable,
                        GError      **error)
{
  gboolean rest = FALSE;

  if (self->next < self->n_lots && self->lots[self->next] == NULL)
    {
      self->lots[self->next] = make_lot (self, self->next);
      *more = self->next < N_FIRST; /* the words of all customers are a step of their own */
      if (*more)
        return TRUE;
    }
  if (self->next < self->n_lots && self->lots[self->next] != NULL &&
      !bw_lot_put_some (self->lots[self->next], db, crew, &rest, cancellable, error))
    return FALSE;
  if (!rest && self->next++ == 2)
    g_clear_pointer (&self->name_codes, g_free);
  *more = self->next < self->n_lots;

  return TRUE;
}

static gboolean
write_parts (BwPanelLots *self,
             guint        lot,
             gint64       snapshot,
             gint64       field,
             sqlite3     *db,
             GError     **error)
{
  GArray *pieces = bw_lot_get_pieces (self->lots[lot]);

  for (guint i = 0; i < pieces->len; i++)
    {
      if (!bw_query_run (db, error, "INSERT INTO part (snapshot, field, part, piece) VALUES (?, ?, ?, ?)",
                         "iiii", snapshot, field, (gint64) i, g_array_index (pieces, gint64, i)))
        return FALSE;
    }

  return TRUE;
}

/* @words: (nullable): of which there are @n_words */
static gboolean
write_field (sqlite3             *db,
             gint64               position,
             const BwPanelColumn *column,
             BwLot               *words,
             guint32              n_words,
             GError             **error)
{
  const gint64 stream = words != NULL ? bw_stream_put_pieces (db, bw_lot_get_pieces (words), error) : 0;

  if (words != NULL && stream == 0)
    return FALSE;
  if (!bw_query_run (db, error, "INSERT INTO field (position, name, source, type, currency, role) "
                     "VALUES (?, ?, ?, ?, ?, ?)", "isssss", position, column->name, column->source,
                     bw_column_type_get_id (column->type), column->currency,
                     bw_role_get_id (column->role)))
    return FALSE;

  return words == NULL ||
         bw_query_run (db, error, "UPDATE field SET words = ?, n_words = ? WHERE position = ?", "iii",
                       stream, (gint64) n_words, position);
}

static gboolean
write_fields (BwPanelLots *self,
              sqlite3     *db,
              GError     **error)
{
  const BwPanelColumn keys = { "keys", NULL, BW_COLUMN_KEY, NULL, BW_ROLE_KEY };
  const BwPanelColumn names = { "names", NULL, BW_COLUMN_TEXT, NULL, BW_ROLE_NAME };

  if (!write_field (db, BW_FIELD_KEYS, &keys, self->lots[0], bw_panel_get_n_customers (self->panel), error) ||
      !write_field (db, BW_FIELD_NAMES, &names, self->lots[1], self->n_names, error) ||
      !write_parts (self, 2, BW_NO_SNAPSHOT, BW_FIELD_NAMES, db, error))
    return FALSE;
  for (guint i = 0; i < bw_panel_get_n_columns (self->panel); i++)
    {
      BwLot *words = self->lots[N_FIRST + i];
      const guint32 n_words = words != NULL ? bw_dictionary_size (find_dictionary (self->panel, i)) : 0;

      if (!write_field (db, i, bw_panel_get_column (self->panel, i), words, n_words, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_snapshot (BwPanelLots *self,
                guint        position,
                sqlite3     *db,
                GError     **error)
{
  BwSnapshot *snapshot = bw_panel_get_snapshot (self->panel, position);
  const guint n_columns = bw_panel_get_n_columns (self->panel);
  const guint first = N_FIRST + n_columns + position * (1 + n_columns);

  if (!bw_query_run (db, error, "INSERT INTO snapshot (position, date, rows) VALUES (?, ?, ?)", "idi",
                     (gint64) position, bw_snapshot_get_date (snapshot), /* NaN is kept as NULL */
                     (gint64) bw_snapshot_get_n_rows (snapshot)) ||
      !write_parts (self, first, position, BW_FIELD_CUSTOMERS, db, error))
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    {
      if (!write_parts (self, first + 1 + i, position, i, db, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_sources (sqlite3           *db,
               const char *const *sources,
               GError           **error)
{
  g_autoptr(GVariant) list = g_variant_ref_sink (g_variant_new_strv (sources, -1));
  g_autofree char *text = g_variant_print (list, FALSE);

  return bw_query_run (db, error, "INSERT OR REPLACE INTO fact (name, value) VALUES ('sources', ?)", "s",
                       text);
}

/**
 * bw_panel_lots_write:
 *
 * Makes the panel, whose parts are all put, the one that the file has; there is none yet.
 */
gboolean
bw_panel_lots_write (BwPanelLots *self,
                     sqlite3     *db,
                     GError     **error)
{
  if (!write_sources (db, bw_panel_get_sources (self->panel), error) || !write_fields (self, db, error))
    return FALSE;
  for (guint i = 0; i < bw_panel_get_n_snapshots (self->panel); i++)
    {
      if (!write_snapshot (self, i, db, error))
        return FALSE;
    }

  return TRUE;
}
