/* A column's header taken apart, so that "Customer ID", "customer_id" and "customerID" are one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words end at everything that is neither letter nor digit, where a small letter meets a capital,
 * and before the last capital of a run that a small letter follows (CSMName: CSM, Name). Accents
 * fall away. What products hang on (Salesforce's __c, a currency or unit in brackets) goes first. */

#include "panel/header.h"

#include <string.h>

/* Words that say "this names something" and not what. */
static const char *const naming_words[] = {
  "id", "ids", "key", "number", "no", "nr", "num", "code", "uuid", "guid", "ref", "reference",
  "identifier", "sfid", "nummer", "numero", "kennung", "record", "unique", "external", "crm",
};

/* Without "(USD)", "[h]" and "__c"; a header that is nothing else stays as it is. */
static char *
strip_decoration (const char *text)
{
  g_autoptr(GString) plain = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '(' || *p == '[')
        depth++;
      else if ((*p == ')' || *p == ']') && depth > 0)
        depth--;
      else if (depth == 0)
        g_string_append_c (plain, *p);
    }
  if (g_str_has_suffix (plain->str, "__c") || g_str_has_suffix (plain->str, "__C"))
    g_string_truncate (plain, plain->len - 3);

  return g_strdup (*g_strstrip (plain->str) != '\0' ? plain->str : text);
}

static gboolean
begins_word (gunichar before,
             gunichar here,
             gunichar after)
{
  if (g_unichar_isupper (here))
    return g_unichar_islower (before) || g_unichar_isdigit (before) ||
           (g_unichar_isupper (before) && g_unichar_islower (after));

  return FALSE;
}

static void
end_word (GPtrArray *words,
          GString   *word)
{
  if (word->len > 0)
    g_ptr_array_add (words, g_utf8_casefold (word->str, word->len));
  g_string_truncate (word, 0);
}

static char **
split (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autoptr(GString) word = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = apart != NULL ? apart : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar here = g_utf8_get_char (p);

      if (g_unichar_ismark (here))
        continue;
      if (!g_unichar_isalnum (here) ||
          begins_word (before, here, g_utf8_get_char (g_utf8_next_char (p))))
        end_word (words, word);
      if (g_unichar_isalnum (here))
        g_string_append_unichar (word, here);
      before = here;
    }
  end_word (words, word);
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/**
 * bw_header_new:
 * @text: a header as it stands in a file
 *
 * Returns: (transfer full): its words
 */
BwHeader *
bw_header_new (const char *text)
{
  BwHeader *self = g_new0 (BwHeader, 1);
  g_autofree char *plain = strip_decoration (text);

  self->words = split (plain);
  self->squeezed = g_strjoinv ("", self->words);

  return self;
}

void
bw_header_free (BwHeader *self)
{
  g_free (self->squeezed);
  g_strfreev (self->words);
  g_free (self);
}

gboolean
bw_header_has_word (const BwHeader *self,
                    const char     *word)
{
  return g_strv_contains ((const char *const *) self->words, word);
}

static gboolean
is_naming (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (naming_words); i++)
    {
      if (g_str_equal (naming_words[i], word))
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_header_dup_entity:
 *
 * Returns: (transfer full): what an id is the id of ("account" for AccountId, ACCOUNTID and
 *   account_number); empty for a bare "ID"
 */
char *
bw_header_dup_entity (const BwHeader *self)
{
  g_autoptr(GString) entity = g_string_new (NULL);

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (!is_naming (self->words[i]))
        g_string_append (entity, self->words[i]);
    }
  if (entity->len > 4 && g_str_has_suffix (entity->str, "id"))
    g_string_truncate (entity, entity->len - 2);

  return g_string_free (g_steal_pointer (&entity), FALSE);
}
