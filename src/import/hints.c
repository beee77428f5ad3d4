/* What a column's header says about what its cells are, where the cells alone do not tell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A header is taken apart into words at blanks, signs and changes of case: "customerID" is
 * "customer" and "id". */

#include "import/hints.h"

#include <string.h>

#define MAX_WORDS 12

typedef struct
{
  char  text[64];
  char *words[MAX_WORDS];
  guint n_words;
} Words;

/* The last word of a header whose cells name things: digits in them are no quantity. */
static const char *const naming[] = {
  "id", "ids", "key", "uuid", "guid", "code", "sku", "upc", "ean", "isbn", "iban", "bic", "vat",
  "zip", "zipcode", "postcode", "postalcode", "postal", "plz", "phone", "telephone", "tel", "fax",
  "mobile", "msisdn", "ssn", "crn", "kennung", "kundennummer", "kundennr", "codigo", "código",
  "codice", "identifiant", "telefon", "telefone", "téléfono", "telefono", "cep", "cap",
};

/* "number", "no", "nr" name things only behind one of these: "account number", not "number of
 * calls". */
static const char *const numbered[] = {
  "account", "customer", "client", "contract", "order", "invoice", "ticket", "case", "member",
  "subscriber", "policy", "phone", "fax", "serial", "reference", "part", "kunden", "vertrags",
  "rechnungs", "konto",
};

static const char *const number_words[] = {
  "number", "no", "nr", "num", "nummer", "numero", "número",
};

static const char *const counting[] = {
  "count", "counts", "quantity", "qty", "amount", "total", "sum", "sessions", "logins", "tickets",
  "calls", "errors", "orders", "users", "seats", "licenses", "days", "months", "anzahl", "menge",
  "nombre", "cantidad", "quantidade", "aantal",
};

static const char *const titling[] = {
  "name", "title", "label", "description", "email", "mail", "nom", "nombre", "nome", "naam",
  "bezeichnung", "titel", "notes", "comment",
};

static const char *const dating[] = {
  "date", "datum", "fecha", "data", "day", "tag", "jour", "giorno", "at", "on", "since", "until",
  "created", "updated", "started", "ended", "closed", "renewal", "expiry", "expires", "signup",
  "birthday", "timestamp", "seit", "bis", "am",
};

static gboolean
begins_word (const char *p,
             const char *start)
{
  if (p == start)
    return TRUE;
  if (!g_ascii_isupper (*p))
    return FALSE;

  return g_ascii_islower (p[-1]) || (g_ascii_isupper (p[-1]) && g_ascii_islower (p[1]));
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar) c >= 0x80;
}

static void
split (const char *header,
       Words      *words)
{
  gsize used = 0;
  gboolean inside = FALSE;

  words->n_words = 0;
  for (const char *p = header; *p != '\0' && used + 3 < sizeof words->text; p++)
    {
      if (!is_letter (*p))
        {
          inside = FALSE;
          continue;
        }
      if (!inside || begins_word (p, header))
        {
          if (words->n_words == MAX_WORDS)
            return;
          words->text[used++] = '\0';
          words->words[words->n_words++] = words->text + used;
        }
      inside = TRUE;
      words->text[used++] = g_ascii_tolower (*p);
      words->text[used] = '\0';
    }
}

static gboolean
is_one_of (const char        *word,
           const char *const *list,
           guint              n_list)
{
  for (guint i = 0; i < n_list; i++)
    {
      if (strcmp (list[i], word) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_header_names_things:
 *
 * Returns: whether the cells are names, even where they are digits: ids, codes, phone numbers
 */
gboolean
bw_header_names_things (const char *header)
{
  Words words;
  const char *last;

  split (header, &words);
  if (words.n_words == 0)
    return FALSE;

  last = words.words[words.n_words - 1];
  if (is_one_of (last, naming, G_N_ELEMENTS (naming)) || g_str_has_suffix (last, "postalcode"))
    return TRUE;
  if (words.n_words == 1 && strlen (last) > 5
      && (g_str_has_suffix (last, "number") || g_str_has_suffix (last, "nummer"))
      && !g_str_equal (last, "number") && !g_str_equal (last, "nummer"))
    return TRUE;

  return words.n_words >= 2 && is_one_of (last, number_words, G_N_ELEMENTS (number_words))
         && is_one_of (words.words[words.n_words - 2], numbered, G_N_ELEMENTS (numbered));
}

/**
 * bw_header_counts:
 *
 * Returns: whether the cells are counts or sums, even where they are only 0 and 1
 */
gboolean
bw_header_counts (const char *header)
{
  Words words;

  split (header, &words);
  for (guint i = 0; i < words.n_words; i++)
    {
      if (is_one_of (words.words[i], counting, G_N_ELEMENTS (counting)))
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_header_titles:
 *
 * Returns: whether the cells are what people call things, even where they look like codes
 */
gboolean
bw_header_titles (const char *header)
{
  Words words;

  split (header, &words);

  return words.n_words > 0
         && is_one_of (words.words[words.n_words - 1], titling, G_N_ELEMENTS (titling));
}

/**
 * bw_header_dates:
 *
 * Returns: whether the cells are dates, even where they are plain numbers
 */
gboolean
bw_header_dates (const char *header)
{
  Words words;

  split (header, &words);
  for (guint i = 0; i < words.n_words; i++)
    {
      if (is_one_of (words.words[i], dating, G_N_ELEMENTS (dating)))
        return TRUE;
    }

  return FALSE;
}
