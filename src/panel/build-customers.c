/* Building: who the customers are, and which of them each row is of. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys are compared as texts once a distinct key; rows follow by codes alone. */

#include "panel/build.h"
#include "panel/codes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static guint32 *
new_nothing (gsize n)
{
  guint32 *values = g_new (guint32, MAX (n, 1));

  memset (values, 0xff, n * sizeof (guint32));

  return values;
}

static gboolean
fail_column (const BwStack *stack,
             const char    *header,
             GError       **error)
{
  g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_COLUMN,
               _("%s has no column “%s”, by which its rows find their customers. Choose another key."),
               bw_stack_get_title (stack), header);

  return FALSE;
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
  for (gsize row = 0; row < roster->n_rows; row++)
    {
      char text[24];

      g_snprintf (text, sizeof text, "%" G_GSIZE_FORMAT, row + 1);
      codes[row] = bw_dictionary_builder_add (builder, text, -1);
      roster->customers[row] = row;
    }
  dictionary = bw_dictionary_builder_end (builder);
  self->n_customers = roster->n_rows;
  self->keys = bw_column_new_codes ("key", BW_COLUMN_KEY, codes, roster->n_rows, dictionary);
}

/* Reports a row without a key. */
static void
report_keyless (BwBuild *self,
                BwStack *stack,
                gsize    row)
{
  stack->joined.n_keyless++;
  bw_stack_set_aside (stack, row, stack->mapped->join, NULL,
                      _("The key is missing, so that this row belongs to nobody."),
                      BW_PROBLEM_NO_KEY, self->report);
}

/* Whether the key says nothing: an empty text. */
static gboolean
is_blank (const BwDictionary *dictionary,
          guint32             code)
{
  return code == BW_NO_CODE || *bw_dictionary_get (dictionary, code) == '\0';
}

/* Customers in the order in which the roster names them first. */
static void
take_roster (BwBuild *self,
             BwStack *roster)
{
  BwDictionary *dictionary = bw_column_get_dictionary (roster->keys);
  const guint32 *codes = bw_column_get_codes (roster->keys);
  g_autofree guint32 *customer_of = new_nothing (bw_dictionary_size (dictionary));
  guint32 *key_codes = g_new (guint32, bw_dictionary_size (dictionary) + 1);
  guint32 n = 0;

  roster->customers = new_nothing (roster->n_rows);
  for (gsize row = 0; row < roster->n_rows; row++)
    {
      if (is_blank (dictionary, codes[row]))
        {
          report_keyless (self, roster, row);
          continue;
        }
      if (customer_of[codes[row]] == BW_NONE)
        {
          key_codes[n] = codes[row];
          customer_of[codes[row]] = n++;
        }
      roster->customers[row] = customer_of[codes[row]];
    }
  self->n_customers = n;
  self->keys = bw_column_new_codes (roster->mapped->join, BW_COLUMN_KEY, key_codes, n, dictionary);
}

/* Without a table of customers, whoever has an event is one. */
static void
take_events (BwBuild *self)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  const char *name = "key";
  guint32 *codes;

  for (guint i = 0; i < self->stacks->len; i++)
    {
      const BwStack *stack = bw_build_get_stack (self, i);
      g_autofree guint8 *seen = NULL;
      const guint32 *rows;

      if (stack->keys == NULL || stack->mapped->via != NULL)
        continue;
      name = stack->mapped->join;
      rows = bw_column_get_codes (stack->keys);
      seen = g_new0 (guint8, bw_dictionary_size (bw_column_get_dictionary (stack->keys)) + 1);
      for (gsize row = 0; row < stack->n_rows; row++)
        {
          if (is_blank (bw_column_get_dictionary (stack->keys), rows[row]) || seen[rows[row]])
            continue;
          seen[rows[row]] = TRUE;
          bw_dictionary_builder_add (builder, bw_column_get_text (stack->keys, row), -1);
        }
    }
  dictionary = bw_dictionary_builder_end (builder);
  self->n_customers = bw_dictionary_size (dictionary);
  codes = g_new (guint32, MAX (self->n_customers, 1));
  for (gsize i = 0; i < self->n_customers; i++)
    codes[i] = i;
  self->keys = bw_column_new_codes (name, BW_COLUMN_KEY, codes, self->n_customers, dictionary);
}

/* By code of the dictionary of the keys, the customer. */
static guint32 *
customers_by_code (const BwBuild *self)
{
  const guint32 *codes = bw_column_get_codes (self->keys);
  guint32 *customers = new_nothing (bw_dictionary_size (bw_column_get_dictionary (self->keys)));

  for (gsize i = 0; i < self->n_customers; i++)
    customers[codes[i]] = i;

  return customers;
}

/* Gives each row of @stack what @targets has for its key; @what says what is wrong with the rest. */
static guint32 *
follow_keys (BwBuild       *self,
             BwStack       *stack,
             BwDictionary  *there,
             const guint32 *targets,
             const char    *what)
{
  BwDictionary *dictionary = bw_column_get_dictionary (stack->keys);
  g_autofree guint32 *to = bw_dictionary_translate (dictionary, there);
  const guint32 *codes = bw_column_get_codes (stack->keys);
  guint32 *found = new_nothing (stack->n_rows);

  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (is_blank (dictionary, codes[row]))
        {
          report_keyless (self, stack, row);
          continue;
        }
      if (to[codes[row]] != BW_NO_CODE)
        found[row] = targets[to[codes[row]]];
      if (found[row] != BW_NONE)
        continue;
      stack->joined.n_orphans++;
      bw_stack_set_aside (stack, row, stack->mapped->join, bw_dictionary_get (dictionary, codes[row]),
                          what, BW_PROBLEM_ORPHAN, self->report);
    }

  return found;
}

static void
follow_directly (BwBuild *self,
                 BwStack *stack)
{
  g_autofree guint32 *customers = customers_by_code (self);

  stack->customers = follow_keys (self, stack, bw_column_get_dictionary (self->keys), customers,
                                  _("No customer has this key."));
}

static guint
find_via (const BwBuild *self,
          const BwStack *stack)
{
  for (guint i = 0; i < self->stacks->len; i++)
    {
      if (g_strcmp0 (bw_build_get_stack (self, i)->mapped->id, stack->mapped->via) == 0)
        return i;
    }

  return BW_NONE;
}

/* Rows that point to rows of another stack take the customers of those. */
static void
follow_via (BwBuild       *self,
            BwStack       *stack,
            const BwStack *other,
            BwColumn      *names)
{
  const guint32 *codes = bw_column_get_codes (names);
  BwDictionary *dictionary = bw_column_get_dictionary (names);
  g_autofree guint32 *customers = new_nothing (bw_dictionary_size (dictionary));
  g_autofree char *what = NULL;

  for (gsize row = 0; row < other->n_rows; row++)
    {
      if (codes[row] != BW_NO_CODE && other->customers[row] != BW_NONE)
        customers[codes[row]] = other->customers[row];
    }
  /* TRANSLATORS: a column's header, then a file's name */
  what = g_strdup_printf (_("No row of a customer has this under “%s” in %s."),
                          stack->mapped->via_column, bw_stack_get_title (other));
  stack->customers = follow_keys (self, stack, dictionary, customers, what);
}

/* Rows of a lookup are found from the rows of @other; where a key is there twice, the last counts. */
static void
look_up (BwBuild       *self,
         BwStack       *stack,
         const BwStack *other,
         BwColumn      *names)
{
  BwDictionary *dictionary = bw_column_get_dictionary (stack->keys);
  const guint32 *keys = bw_column_get_codes (stack->keys), *codes = bw_column_get_codes (names);
  g_autofree guint32 *rows = new_nothing (bw_dictionary_size (dictionary));
  g_autofree guint32 *to = bw_dictionary_translate (bw_column_get_dictionary (names), dictionary);

  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (is_blank (dictionary, keys[row]))
        {
          report_keyless (self, stack, row);
          continue;
        }
      if (rows[keys[row]] != BW_NONE)
        {
          stack->joined.n_duplicates++;
          bw_stack_set_aside (stack, rows[keys[row]], stack->mapped->join,
                              bw_dictionary_get (dictionary, keys[row]),
                              _("This key is there again further down, and that row is used."),
                              BW_PROBLEM_DUPLICATE_KEY, self->report);
        }
      rows[keys[row]] = row;
    }
  stack->customers = new_nothing (stack->n_rows);
  stack->lookup_rows = new_nothing (other->n_rows);
  for (gsize row = 0; row < other->n_rows; row++)
    {
      if (codes[row] != BW_NO_CODE && to[codes[row]] != BW_NO_CODE)
        stack->lookup_rows[row] = rows[to[codes[row]]];
    }
}

static gboolean
follow (BwBuild *self,
        BwStack *stack,
        guint    depth,
        GError **error)
{
  g_autoptr(BwColumn) names = NULL;
  BwStack *other;
  guint via;

  if (stack->customers != NULL)
    return TRUE;
  if (stack->mapped->via == NULL)
    {
      follow_directly (self, stack);
      return TRUE;
    }

  via = find_via (self, stack);
  if (via == BW_NONE || depth > self->stacks->len)
    {
      g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_JOIN, depth > self->stacks->len ?
                   _("%s finds its customers by “%s”, and that leads round in a circle.") :
                   _("%s finds its customers by “%s”, and none of the files is that. Add it."),
                   bw_stack_get_title (stack), stack->mapped->via);
      return FALSE;
    }
  other = bw_build_get_stack (self, via);
  if (!follow (self, other, depth + 1, error))
    return FALSE;
  names = bw_stack_dup_codes (other, stack->mapped->via_column);
  if (names == NULL)
    return fail_column (other, stack->mapped->via_column, error);

  stack->via = via;
  if (stack->mapped->shape == BW_SHAPE_LOOKUP)
    look_up (self, stack, other, names);
  else
    follow_via (self, stack, other, names);

  return TRUE;
}

static gboolean
check_keys (const BwBuild *self,
            GError       **error)
{
  for (guint i = 0; i < self->stacks->len; i++)
    {
      const BwStack *stack = bw_build_get_stack (self, i);

      if (stack->mapped->join != NULL && stack->keys == NULL)
        return fail_column (stack, stack->mapped->join, error);
      if (stack->mapped->join == NULL && self->stacks->len > 1)
        {
          g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_JOIN,
                       _("No column of %s names customers of the other files, so that they cannot be "
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
                           _("No row has a key, so that there is no customer. Choose another column "
                             "as the key."));
      return FALSE;
    }
  for (guint i = 0; i < self->stacks->len; i++)
    {
      if (!follow (self, bw_build_get_stack (self, i), 0, error))
        return FALSE;
    }

  return TRUE;
}
