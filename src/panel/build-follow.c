/* Building: which customer each row is of, by its own key or over the rows of other sources. */
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

gboolean
bw_build_fail_column (const BwStack *stack,
                      const char    *header,
                      GError       **error)
{
  g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_COLUMN,
               _("%s has no column “%s”, by which its rows find their customers. Choose another key."),
               bw_stack_get_title (stack), header);

  return FALSE;
}

/**
 * bw_build_report_keyless:
 *
 * Reports and counts a row without a key.
 */
void
bw_build_report_keyless (BwBuild *self,
                         BwStack *stack,
                         gsize    row)
{
  stack->joined.n_keyless++;
  bw_stack_set_aside (stack, row, stack->mapped->join, NULL,
                      stack->mapped->match == BW_MATCH_DOMAIN && stack->mapped->via == NULL ?
                      _("No company’s domain is here, so this row belongs to nobody") :
                      _("The key is missing, so this row belongs to nobody"),
                      BW_PROBLEM_NO_KEY, self->report);
}

/**
 * bw_build_is_blank:
 *
 * Returns: whether the key says nothing: missing, or an empty text
 */
gboolean
bw_build_is_blank (const BwDictionary *dictionary,
                   guint32             code)
{
  return code == BW_NO_CODE || *bw_dictionary_get (dictionary, code) == '\0';
}

/* Why a row has found nobody; @what where there is nothing to add. */
static const char *
reason_of (BwKeyHow    how,
           const char *what)
{
  switch (how)
    {
    case BW_KEY_ZEROS:
      return _("No customer has this key; one would if leading zeros did not count");
    case BW_KEY_SEVERAL:
      return _("Several customers fit this key");
    case BW_KEY_FREE:
      return _("Anybody may have an address there, so it names no customer");
    case BW_KEY_NONE:
    case BW_KEY_EXACT:
    case BW_KEY_NEAR:
      return what;
    default:
      g_return_val_if_reached (what);
    }
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
  const guint32 *codes = bw_column_get_codes (stack->keys);
  g_autofree guint32 *to = new_nothing (bw_dictionary_size (dictionary));
  g_autofree guint8 *how = bw_keys_find (dictionary, there, targets, stack->mapped->match, to);
  guint32 *found = new_nothing (stack->n_rows);

  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (bw_build_is_blank (dictionary, codes[row]))
        {
          bw_build_report_keyless (self, stack, row);
          continue;
        }
      found[row] = to[codes[row]];
      stack->joined.n_near += how[codes[row]] == BW_KEY_NEAR;
      if (found[row] != BW_NONE)
        continue;
      stack->joined.n_orphans++;
      bw_stack_set_aside (stack, row, stack->mapped->join, bw_dictionary_get (dictionary, codes[row]),
                          reason_of (how[codes[row]], what), BW_PROBLEM_ORPHAN, self->report);
    }
  bw_build_note_near (self, stack, how, found);

  return found;
}

static void
follow_directly (BwBuild *self,
                 BwStack *stack)
{
  stack->customers = follow_keys (self, stack, bw_column_get_dictionary (self->keys), self->customer_of,
                                  stack->mapped->match == BW_MATCH_DOMAIN ?
                                  _("No customer has this domain") : _("No customer has this key"));
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
  what = g_strdup_printf (_("No row of a customer has this under “%s” in %s"),
                          stack->mapped->via_column, bw_stack_get_title (other));
  stack->customers = follow_keys (self, stack, dictionary, customers, what);
}

/* By code of its keys, the row of a lookup that counts: the last, or the first where so wished. */
static guint32 *
choose_rows (BwBuild *self,
             BwStack *stack)
{
  BwDictionary *dictionary = bw_column_get_dictionary (stack->keys);
  const guint32 *keys = bw_column_get_codes (stack->keys);
  const gboolean first = stack->mapped->duplicates == BW_DUPLICATES_FIRST;
  guint32 *rows = new_nothing (bw_dictionary_size (dictionary));

  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (bw_build_is_blank (dictionary, keys[row]))
        {
          bw_build_report_keyless (self, stack, row);
          continue;
        }
      if (rows[keys[row]] != BW_NONE)
        {
          stack->joined.n_duplicates++;
          bw_stack_set_aside (stack, first ? row : rows[keys[row]], stack->mapped->join,
                              bw_dictionary_get (dictionary, keys[row]), first ?
                              _("This key is there already further up, and that row is used") :
                              _("This key is there again further down, and that row is used"),
                              BW_PROBLEM_DUPLICATE_KEY, self->report);
        }
      if (rows[keys[row]] == BW_NONE || !first)
        rows[keys[row]] = row;
    }

  return rows;
}

/* Rows of a lookup are found from the rows of @other. */
static void
look_up (BwBuild       *self,
         BwStack       *stack,
         const BwStack *other,
         BwColumn      *names)
{
  const guint32 *codes = bw_column_get_codes (names);
  g_autofree guint32 *rows = choose_rows (self, stack);
  g_autofree guint32 *found = new_nothing (bw_dictionary_size (bw_column_get_dictionary (names)));
  g_autofree guint8 *how = bw_keys_find (bw_column_get_dictionary (names),
                                         bw_column_get_dictionary (stack->keys), rows,
                                         stack->mapped->match, found);

  stack->customers = new_nothing (stack->n_rows);
  stack->lookup_rows = new_nothing (other->n_rows);
  for (gsize row = 0; row < other->n_rows; row++)
    {
      if (codes[row] == BW_NO_CODE)
        continue;
      stack->lookup_rows[row] = found[codes[row]];
      stack->joined.n_near += how[codes[row]] == BW_KEY_NEAR;
    }
}

static gboolean
fail_via (const BwStack *stack,
          gboolean       circle,
          GError       **error)
{
  g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_JOIN, circle ?
               _("%s finds its customers by “%s”, and that leads round in a circle.") :
               _("%s finds its customers by “%s”, and none of the files is that. Add it."),
               bw_stack_get_title (stack), stack->mapped->via);

  return FALSE;
}

/**
 * bw_build_follow:
 * @depth: steps from the source that was asked for
 *
 * Gives the rows of @stack their customers, those of the sources it goes over first.
 */
gboolean
bw_build_follow (BwBuild *self,
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
    return fail_via (stack, depth > self->stacks->len, error);
  other = bw_build_get_stack (self, via);
  if (!bw_build_follow (self, other, depth + 1, error))
    return FALSE;
  names = bw_stack_dup_codes (other, stack->mapped->via_column);
  if (names == NULL)
    return bw_build_fail_column (other, stack->mapped->via_column, error);

  stack->via = via;
  if (stack->mapped->shape == BW_SHAPE_LOOKUP)
    look_up (self, stack, other, names);
  else
    follow_via (self, stack, other, names);

  return TRUE;
}
