/* Building: who the customers are, and which of them each row is of. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys are compared as texts once a distinct key; rows follow by codes alone. */

#include "panel/build-parts.h"
#include "panel/keys.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static guint32 *
new_nothing (gsize n)
{
  guint32 *values = g_new (guint32, MAX (n, 1));

  memset (values, 0xff, n * sizeof (guint32));

  return values;
}

/* Rows are customers, numbered from 1, where nothing names them. */
static void
number_rows (BwBuild *self,
             BwStack *roster)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  guint32 *codes = g_new (guint32, MAX (roster->n_rows, 1));

  roster->customers = g_new (guint32, MAX (roster->n_rows, 1));
  self->customer_of = g_new (guint32, MAX (roster->n_rows, 1));
  for (gsize row = 0; row < roster->n_rows; row++)
    {
      char text[24];

      g_snprintf (text, sizeof text, "%" G_GSIZE_FORMAT, row + 1);
      codes[row] = bw_dictionary_builder_add (builder, text, -1);
      roster->customers[row] = row;
      self->customer_of[row] = row;
    }
  dictionary = bw_dictionary_builder_end (builder);
  self->n_customers = roster->n_rows;
  self->keys = bw_column_new_codes ("key", BW_COLUMN_KEY, codes, roster->n_rows, dictionary);
}

/* Customers in the order in which the roster names them first. */
static void
take_roster (BwBuild *self,
             BwStack *roster)
{
  BwDictionary *dictionary = bw_column_get_dictionary (roster->keys);
  const guint32 *codes = bw_column_get_codes (roster->keys);
  g_autofree guint32 *spelling = bw_build_settle_spellings (self, roster);
  guint32 *key_codes = g_new (guint32, bw_dictionary_size (dictionary) + 1);
  guint32 *customer_of = new_nothing (bw_dictionary_size (dictionary));
  guint32 n = 0;

  roster->customers = new_nothing (roster->n_rows);
  for (gsize row = 0; row < roster->n_rows; row++)
    {
      guint32 code;

      if (bw_build_is_blank (dictionary, codes[row]))
        {
          bw_build_report_keyless (self, roster, row);
          continue;
        }
      code = spelling != NULL ? spelling[codes[row]] : codes[row];
      if (customer_of[code] == BW_NONE)
        {
          key_codes[n] = code;
          customer_of[code] = n++;
        }
      customer_of[codes[row]] = customer_of[code];
      roster->customers[row] = customer_of[code];
    }
  self->n_customers = n;
  self->customer_of = customer_of;
  self->keys = bw_column_new_codes (roster->mapped->join, BW_COLUMN_KEY, key_codes, n, dictionary);
}

/* Adds the keys of a source of events; those that an earlier source has in another spelling will be
 * found there. */
static void
add_keys (BwBuild             *self,
          BwStack             *stack,
          BwDictionaryBuilder *builder,
          GHashTable          *folds)
{
  BwDictionary *dictionary = bw_column_get_dictionary (stack->keys);
  const guint32 *rows = bw_column_get_codes (stack->keys);
  const gboolean near = stack->mapped->match == BW_MATCH_NEAR && self->stacks->len > 1;
  g_autofree guint32 *spelling = bw_build_settle_spellings (self, stack);
  g_autofree guint8 *seen = g_new0 (guint8, bw_dictionary_size (dictionary) + 1);
  g_autoptr(GPtrArray) added = g_ptr_array_new ();

  for (gsize row = 0; row < stack->n_rows; row++)
    {
      const guint32 code = spelling != NULL && rows[row] != BW_NO_CODE ? spelling[rows[row]] : rows[row];
      g_autofree char *fold = NULL;

      if (bw_build_is_blank (dictionary, code) || seen[code])
        continue;
      seen[code] = TRUE;
      fold = near ? bw_key_fold (bw_dictionary_get (dictionary, code)) : NULL;
      if (fold != NULL && g_hash_table_contains (folds, fold))
        continue;
      bw_dictionary_builder_add (builder, bw_dictionary_get (dictionary, code), -1);
      if (fold != NULL)
        g_ptr_array_add (added, g_steal_pointer (&fold));
    }
  for (guint i = 0; i < added->len; i++)
    g_hash_table_add (folds, added->pdata[i]);
}

/* Without a table of customers, whoever has an event is one. */
static void
take_events (BwBuild *self)
{
  g_autoptr(GHashTable) folds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  const char *name = "key";
  guint32 *codes;

  for (guint i = 0; i < self->stacks->len; i++)
    {
      BwStack *stack = bw_build_get_stack (self, i);

      if (stack->keys == NULL || stack->mapped->via != NULL)
        continue;
      name = stack->mapped->join;
      add_keys (self, stack, builder, folds);
    }
  dictionary = bw_dictionary_builder_end (builder);
  self->n_customers = bw_dictionary_size (dictionary);
  codes = g_new (guint32, MAX (self->n_customers, 1));
  for (gsize i = 0; i < self->n_customers; i++)
    codes[i] = i;
  self->customer_of = g_memdup2 (codes, MAX (self->n_customers, 1) * sizeof *codes);
  self->keys = bw_column_new_codes (name, BW_COLUMN_KEY, codes, self->n_customers, dictionary);
}

/* Where keys are told by their domains and say who the customers are, the domains are the keys. */
static void
take_domains (BwStack *stack)
{
  g_autoptr(BwColumn) domains = NULL;

  if (stack->keys == NULL || stack->mapped->match != BW_MATCH_DOMAIN || stack->mapped->via != NULL ||
      stack->mapped->shape == BW_SHAPE_LOOKUP)
    return;
  domains = bw_column_domains (stack->keys);
  bw_column_unref (stack->keys);
  stack->keys = g_steal_pointer (&domains);
}

static gboolean
check_keys (const BwBuild *self,
            GError       **error)
{
  for (guint i = 0; i < self->stacks->len; i++)
    {
      const BwStack *stack = bw_build_get_stack (self, i);

      if (stack->mapped->join != NULL && stack->keys == NULL)
        return bw_build_fail_column (stack, bw_stack_find_lacking (stack), error);
      if (stack->mapped->join == NULL && self->stacks->len > 1)
        {
          g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_JOIN,
                       _("No column of %s names customers of the other files, so they cannot be "
                         "joined. Choose its key, or import it by itself."), bw_stack_get_title (stack));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * bw_build_customers:
 *
 * Fills roster, keys and the customer of every row; rows that belong to nobody are reported.
 */
gboolean
bw_build_customers (BwBuild *self,
                    GError **error)
{
  BwStack *roster = NULL;

  if (!check_keys (self, error))
    return FALSE;

  for (guint i = 0; i < self->stacks->len; i++)
    take_domains (bw_build_get_stack (self, i));
  self->roster = BW_NONE;
  for (guint i = self->stacks->len; i > 0; i--)
    {
      const BwStack *stack = bw_build_get_stack (self, i - 1);

      if (bw_stack_is_table (stack) && stack->mapped->via == NULL)
        self->roster = i - 1;
    }

  if (self->roster != BW_NONE)
    roster = bw_build_get_stack (self, self->roster);
  else if (self->stacks->len == 1 && bw_build_get_stack (self, 0)->keys == NULL)
    roster = bw_build_get_stack (self, 0);
  if (roster == NULL)
    take_events (self);
  else if (roster->keys == NULL)
    number_rows (self, roster);
  else
    take_roster (self, roster);

  if (self->n_customers == 0)
    {
      g_set_error_literal (error, BW_PANEL_ERROR, BW_PANEL_ERROR_EMPTY,
                           _("No row has a key, so there is no customer. Choose another column "
                             "as the key."));
      return FALSE;
    }
  for (guint i = 0; i < self->stacks->len; i++)
    {
      if (!bw_build_follow (self, bw_build_get_stack (self, i), 0, error))
        return FALSE;
    }

  return TRUE;
}
