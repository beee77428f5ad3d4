/* Finding keys among others: byte for byte first, then as far as the match allows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts are compared once a distinct key. Only where some key is not found are the others looked at
 * by what they have in common with those that are written differently. */

#include "panel/keys.h"

/* What keys are told by: their fold, their domain, or what is behind their leading zeros. */
typedef char *(*FormFunc) (const char *text);

static char *
without_zeros (const char *text)
{
  g_autofree char *folded = bw_key_fold (text);
  const char *rest = folded;

  while (*rest == '0' && g_ascii_isdigit (rest[1]))
    rest++;

  return g_strdup (rest);
}

/* The target of all keys of one form; of several, none. */
typedef struct
{
  BwDictionary *forms;
  guint32      *targets; /* by form; G_MAXUINT32 where there is none */
  guint8       *several; /* by form */
} FormIndex;

static void
index_init (FormIndex          *index,
            const BwDictionary *keys,
            const guint32      *targets,
            FormFunc            form)
{
  const guint32 size = bw_dictionary_size (keys);
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();

  index->targets = g_new (guint32, MAX (size, 1));
  index->several = g_new0 (guint8, MAX (size, 1));
  for (guint32 code = 0; code < size; code++)
    index->targets[code] = BW_NONE;
  for (guint32 code = 0; code < size; code++)
    {
      g_autofree char *text = targets[code] != BW_NONE ? form (bw_dictionary_get (keys, code)) : NULL;
      guint32 at;

      if (text == NULL || *text == '\0')
        continue;
      at = bw_dictionary_builder_add (builder, text, -1);
      if (index->targets[at] == BW_NONE)
        index->targets[at] = targets[code];
      else if (index->targets[at] != targets[code])
        index->several[at] = TRUE;
    }
  index->forms = bw_dictionary_builder_end (builder);
}

static void
index_clear (FormIndex *index)
{
  bw_dictionary_unref (index->forms);
  g_free (index->targets);
  g_free (index->several);
}

/* Looks for what is not found yet; gives @as where one fits, and finds it if @take. */
static gsize
find_by_form (BwDictionary  *from,
              BwDictionary  *to,
              const guint32 *targets,
              FormFunc       form,
              BwKeyHow       as,
              gboolean       take,
              guint32       *found,
              guint8        *how)
{
  const guint32 size = bw_dictionary_size (from);
  FormIndex index;
  gsize left = 0;

  index_init (&index, to, targets, form);
  for (guint32 code = 0; code < size; code++)
    {
      g_autofree char *text = how[code] == BW_KEY_NONE ? form (bw_dictionary_get (from, code)) : NULL;
      const guint32 at = text != NULL && *text != '\0' ? bw_dictionary_lookup (index.forms, text) :
                         BW_NO_CODE;

      left += how[code] == BW_KEY_NONE;
      if (at == BW_NO_CODE || index.targets[at] == BW_NONE)
        continue;
      left--;
      how[code] = index.several[at] && take ? BW_KEY_SEVERAL : as;
      if (take && !index.several[at])
        found[code] = index.targets[at];
    }
  index_clear (&index);

  return left;
}

static void
mark_free (BwDictionary *from,
           guint8       *how)
{
  for (guint32 code = 0; code < bw_dictionary_size (from); code++)
    {
      g_autofree char *domain = how[code] == BW_KEY_NONE ?
                                bw_key_dup_domain (bw_dictionary_get (from, code)) : NULL;

      if (domain != NULL && bw_domain_is_free (domain))
        how[code] = BW_KEY_FREE;
    }
}

static char *
dup_own_domain (const char *text)
{
  char *domain = bw_key_dup_domain (text);

  if (domain != NULL && bw_domain_is_free (domain))
    g_clear_pointer (&domain, g_free);

  return domain;
}

/**
 * bw_keys_find:
 * @from: keys that are looked for
 * @to: keys that are there
 * @targets: (array): by code of @to, what it stands for, or %BW_NONE
 * @found: (out caller-allocates) (array): by code of @from, the target, or %BW_NONE
 *
 * Cost: a look-up a distinct key; where some are not found, a few more passes over distinct keys.
 *
 * Returns: (transfer full) (array): by code of @from, how it was found (#BwKeyHow)
 */
guint8 *
bw_keys_find (BwDictionary  *from,
              BwDictionary  *to,
              const guint32 *targets,
              BwMatch        match,
              guint32       *found)
{
  const guint32 size = bw_dictionary_size (from);
  guint8 *how = g_new0 (guint8, MAX (size, 1));
  gsize left = 0;

  for (guint32 code = 0; code < size; code++)
    {
      const guint32 there = from == to ? code : bw_dictionary_lookup (to, bw_dictionary_get (from, code));

      found[code] = there != BW_NO_CODE ? targets[there] : BW_NONE;
      if (match == BW_MATCH_DOMAIN)
        found[code] = BW_NONE;
      how[code] = found[code] != BW_NONE ? BW_KEY_EXACT : BW_KEY_NONE;
      left += found[code] == BW_NONE;
    }

  if (left > 0 && match == BW_MATCH_DOMAIN)
    {
      mark_free (from, how);
      find_by_form (from, to, targets, dup_own_domain, BW_KEY_EXACT, TRUE, found, how);
      return how;
    }
  if (left > 0 && match == BW_MATCH_NEAR)
    left = find_by_form (from, to, targets, bw_key_fold, BW_KEY_NEAR, TRUE, found, how);
  if (left > 0)
    find_by_form (from, to, targets, without_zeros, BW_KEY_ZEROS, FALSE, found, how);

  return how;
}
