/* A column's header taken apart, so that "Customer ID", "customer_id" and "customerID" are one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words end at everything that is neither letter nor digit, where a small letter meets a capital,
 * and before the last capital of a run that a small letter follows (CSMName: CSM, Name). Accents
 * fall away, and ß is ss. What products hang on goes too: Salesforce's __c and the package before
 * it, a unit in brackets or at the end (“MRR in €”), the table that a report writes before each of
 * its fields (“Account: Account Name”, “Company.Industry”). */

#include "panel/header.h"

#include <string.h>

/* Words that say "this names something" and not what. */
static const char *const naming_words[] = {
  "id", "ids", "key", "number", "no", "nr", "num", "code", "uuid", "guid", "ref", "reference",
  "identifier", "sfid", "nummer", "numero", "kennung", "record", "unique", "external", "crm",
};

/* Tables that reports write before their fields. */
static const char *const table_words[] = {
  "account", "accounts", "customer", "customers", "company", "companies", "client", "clients",
  "organization", "organizations", "org", "organisation", "organisations", "properties", "property", "traits", "attributes", "custom",
  "fields", "kunde", "kunden", "firma", "compte", "cliente", "cuenta", "conta", "azienda", "klant",
};

/* Fields that say too little without the table before them. */
static const char *const table_fields[] = {
  "name", "type", "owner", "status", "email", "manager", "value", "balance", "domain", "tier",
  "segment", "age", "since", "date", "nom", "nombre", "nome", "naam", "typ", "tipo",
};

/* Units that stand at the end of a header. */
static const char *const unit_words[] = {
  "usd", "eur", "gbp", "chf", "cad", "aud", "nzd", "sek", "nok", "dkk", "pln", "czk", "huf", "brl",
  "mxn", "inr", "jpy", "cny", "sgd", "hkd", "zar", "teur", "keur", "kusd", "tusd", "euro", "euros",
  "dollar", "dollars",
};

/* Letters that do not come apart into a plain one and an accent. */
static const struct
{
  gunichar    letter;
  const char *plain;
} letters[] = {
  { 0x0153, "oe" }, { 0x0152, "OE" }, { 0x00e6, "ae" }, { 0x00c6, "AE" }, { 0x00f8, "o" },
  { 0x00d8, "O" }, { 0x0142, "l" }, { 0x0141, "L" }, { 0x0111, "d" }, { 0x0131, "i" },
};

static gboolean
is_listed (const char        *word,
           const char *const *list,
           guint              n_list)
{
  for (guint i = 0; i < n_list; i++)
    {
      if (g_str_equal (list[i], word))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_naming (const char *word)
{
  return is_listed (word, naming_words, G_N_ELEMENTS (naming_words));
}

/* Whether the brackets of @length bytes from @text on hold a word that belongs to the name: “(ID)”. */
static gboolean
is_named_bracket (const char *text,
                  gsize       length)
{
  g_autofree char *inside = g_ascii_strdown (text, length);

  return is_naming (g_strstrip (inside)) || g_str_equal (inside, "name");
}

/* Without "(USD)" and "[h]"; all of “[Customer].[Id]”, where brackets are but another quote. */
static char *
strip_brackets (const char *text)
{
  GString *plain = g_string_new (NULL);
  const gboolean keeps = text[0] == '[' && strstr (text, "].") != NULL;

  while (*text != '\0')
    {
      const char *end = *text == '(' ? strchr (text, ')') : *text == '[' ? strchr (text, ']') : NULL;

      if (end != NULL && !keeps && !is_named_bracket (text + 1, end - text - 1))
        {
          g_string_append_c (plain, ' ');
          text = end + 1;
        }
      else
        {
          g_string_append_c (plain, *text++);
        }
    }

  return g_string_free (plain, FALSE);
}

/* Without the "__c" of a custom field and the "SBQQ__" of the package that it is of. */
static void
strip_custom (char *text)
{
  static const char *const endings[] = { "__c", "__pc", "__r", "__C", "__PC", "__R" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      const char *package;

      if (!g_str_has_suffix (text, endings[i]) || strlen (text) == strlen (endings[i]))
        continue;
      text[strlen (text) - strlen (endings[i])] = '\0';
      package = strstr (text, "__");
      if (package != NULL && package > text && package[2] != '\0')
        memmove (text, package + 2, strlen (package + 2) + 1);
      return;
    }
}

/* Without the “in €”, “in T€” or “€” at its end. */
static void
strip_sign (char *text)
{
  static const char *const before[] = { " in", " en", " em", " T", " k", " in T", " in k" };
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));

  if (last == NULL || last == text ||
      g_unichar_type (g_utf8_get_char (last)) != G_UNICODE_CURRENCY_SYMBOL)
    return;

  text[last - text] = '\0';
  g_strchomp (text);
  for (guint i = G_N_ELEMENTS (before); i > 0; i--)
    {
      if (g_str_has_suffix (text, before[i - 1]))
        {
          text[strlen (text) - strlen (before[i - 1])] = '\0';
          return;
        }
    }
}

static gboolean
has_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalnum (g_utf8_get_char (text)))
        return TRUE;
    }

  return FALSE;
}

/* What products hang on goes; a header that is nothing else stays as it is. */
static char *
strip_decoration (const char *text)
{
  g_autofree char *plain = strip_brackets (text);

  g_strstrip (plain);
  strip_custom (plain);
  strip_sign (plain);

  return has_letter (plain) ? g_steal_pointer (&plain) : g_strdup (text);
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

static const char *
find_plain (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (letters[i].letter == letter)
        return letters[i].plain;
    }

  return NULL;
}

/* The s of “customer's”. */
static gboolean
is_possessive (gunichar    before,
               const char *p)
{
  return (before == '\'' || before == 0x2019) && *p == 's' &&
         !g_unichar_isalnum (g_utf8_get_char (p + 1));
}

static GPtrArray *
split (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) word = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = apart != NULL ? apart : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar here = g_utf8_get_char (p);
      const char *plain = find_plain (here);

      if (g_unichar_ismark (here) || is_possessive (before, p))
        continue;
      if (!g_unichar_isalnum (here) ||
          begins_word (before, here, g_utf8_get_char (g_utf8_next_char (p))))
        end_word (words, word);
      if (plain != NULL)
        g_string_append (word, plain);
      else if (g_unichar_isalnum (here))
        g_string_append_unichar (word, here);
      before = here;
    }
  end_word (words, word);

  return words;
}

static gboolean
is_word_listed (GPtrArray         *words,
                guint              i,
                const char *const *list,
                guint              n_list)
{
  return is_listed (g_ptr_array_index (words, i), list, n_list);
}

/* Whether the first word is set off from the others: “Account: Type”, “Company.Type”, “Account - Type”. */
static gboolean
is_set_off (const char *text)
{
  const gsize length = strcspn (text, " ");

  return strcspn (text, ":.") < length || g_str_has_prefix (text + length, " - ");
}

/* “Account: Account Name” says account twice, “Company.Industry” has a company without need. */
static void
drop_table (GPtrArray  *words,
            const char *text)
{
  for (guint i = words->len; i > 1; i--)
    {
      if (g_str_equal (g_ptr_array_index (words, i - 1), g_ptr_array_index (words, i - 2)))
        g_ptr_array_remove_index (words, i - 1);
    }
  if (words->len < 2 || !is_set_off (text) || is_naming (g_ptr_array_index (words, 1)) ||
      !is_word_listed (words, 0, table_words, G_N_ELEMENTS (table_words)))
    return;
  if (words->len > 2 || !is_word_listed (words, 1, table_fields, G_N_ELEMENTS (table_fields)))
    g_ptr_array_remove_index (words, 0);
}

static void
drop_unit (GPtrArray *words)
{
  guint n_words = words->len;

  if (n_words < 2 ||
      !is_word_listed (words, n_words - 1, unit_words, G_N_ELEMENTS (unit_words)))
    return;

  g_ptr_array_set_size (words, --n_words);
  if (n_words > 1 && g_str_equal (g_ptr_array_index (words, n_words - 1), "in"))
    g_ptr_array_set_size (words, n_words - 1);
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
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *plain = strip_decoration (valid);
  GPtrArray *words = split (plain);

  drop_table (words, plain);
  drop_unit (words);
  g_ptr_array_add (words, NULL);
  self->words = (char **) g_ptr_array_free (words, FALSE);
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

/**
 * bw_header_has_word:
 * @word: in lower case
 *
 * Returns: whether it is one of the words of the header
 */
gboolean
bw_header_has_word (const BwHeader *self,
                    const char     *word)
{
  return g_strv_contains ((const char *const *) self->words, word);
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
