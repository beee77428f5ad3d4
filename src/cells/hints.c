/* What a column's header says about what its cells are, where the cells alone do not tell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A header is taken apart into words at blanks, signs and changes of case: "customerID" is
 * "customer" and "id". */

#include "cells/hints.h"

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
  "ip", "version", "build", "release", "hash", "token", "gtin", "imei", "serial",
  "zip", "zipcode", "postcode", "postalcode", "postal", "plz", "phone", "telephone", "tel", "fax",
  "mobile", "msisdn", "ssn", "crn", "kennung", "kundennummer", "kundennr", "codigo", "código",
  "codice", "identifiant", "telefon", "telefone", "téléfono", "telefono", "cep", "cap",
};

/* "number", "no", "nr" name things only beside one of these: "account number", not "number of
 * calls". */
static const char *const numbered[] = {
  "account", "customer", "client", "contract", "order", "invoice", "ticket", "case", "member",
  "subscriber", "policy", "phone", "mobile", "cell", "fax", "serial", "reference", "part", "kunden", "vertrags",
  "rechnungs", "konto", "kd", "debitor", "debitoren", "kunde", "vertrag", "rechnung", "auftrag",
  "cliente", "contrat", "facture", "commande", "contrato", "factura", "fattura", "contratto",
  "pedido", "ordine", "klant", "factuur", "contact", "lead", "opportunity", "deal", "document",
};

static const char *const number_words[] = {
  "number", "no", "nr", "num", "nummer", "numero", "número", "numéro", "n°", "nº",
};

static const char *const versions[] = { "version", "build", "release", "ip", "firmware" };

static const char *const counting[] = {
  "count", "counts", "quantity", "qty", "amount", "total", "sum", "sessions", "logins", "tickets",
  "calls", "errors", "orders", "users", "seats", "licenses", "days", "months", "anzahl", "menge",
  "nombre", "cantidad", "quantidade", "aantal",
};

static const char *const titling[] = {
  "name", "title", "label", "description", "email", "mail", "nom", "nombre", "nome", "naam",
  "bezeichnung", "titel", "notes", "comment",
};

/* Whose name it is: one word for a customer, or that and a word for "name". */
static const char *const customers[] = {
  "customer", "company", "account", "client", "organization", "organisation", "organizations",
  "kunde", "kunden", "firma", "firmen", "unternehmen", "mandant", "entreprise",
  "société", "cliente", "clientes", "empresa", "azienda", "ragione", "klant", "bedrijf", "müşteri",
  "musteri", "firm", "şirket",
};

static const char *const dating[] = {
  "date", "datum", "fecha", "data", "day", "tag", "jour", "giorno", "at", "on", "since", "until",
  "created", "updated", "started", "ended", "closed", "renewal", "expiry", "expires", "signup",
  "birthday", "timestamp", "seit", "bis", "am", "birth", "dob", "birthdate", "dates", "tarih",
  "tarihi", "dato", "start", "end", "begin", "beginn", "ende", "due", "fin", "inicio", "início",
  "inizio", "fine", "debut", "début", "geburtsdatum", "erstellt", "gekündigt", "kündigung",
  "échéance", "vencimiento", "vencimento", "scadenza", "joined", "churned", "cancelled", "canceled",
};

/* Money and the like. */
static const char *const amounts[] = {
  "value", "revenue", "price", "cost", "balance", "arr", "mrr", "acv", "tcv", "salary", "income",
  "sales", "spend", "budget", "valuation", "funding", "followers", "population", "umsatz", "betrag",
  "preis", "kosten", "saldo", "montant", "prix", "importe", "precio", "valor", "valore", "prezzo",
  "bedrag", "prijs", "tutar", "fiyat",
};

/* Other quantities that are no dates, however they look. */
static const char *const measuring[] = {
  "usage", "kb", "mb", "gb", "tb", "bytes", "rate", "score", "minutes", "hours", "seconds",
  "duration", "limit", "term", "laufzeit",
};

/* Beside the words for dates, those for moments: their cells may count seconds. */
static const char *const timing[] = {
  "time", "ts", "epoch", "unix", "seen", "login", "activity", "modified", "changed", "sent",
  "received", "uhrzeit", "zeit", "zeitstempel", "heure", "horodatage", "hora", "ora", "tijd",
  "tijdstip", "zaman", "tarih", "saat",
};

static const char *const months[] = {
  "month", "months", "period", "quarter", "yearmonth", "yyyymm", "monat", "periode", "quartal",
  "mois", "période", "mes", "periodo", "período", "mês", "mese", "maand", "ay", "dönem", "donem",
};

/* Dates that are not far ahead. */
static const char *const past[] = {
  "start", "started", "since", "created", "create", "creation", "opened", "signup", "signed",
  "joined", "join", "registered", "registration", "onboarding", "onboarded", "activated", "first",
  "last", "seen", "login", "updated", "modified", "closed", "churned", "cancelled", "canceled",
  "beginn", "seit", "erstellt", "angelegt", "début", "debut", "création", "inicio", "alta",
  "início", "inizio", "begin", "sinds", "aangemaakt", "başlangıç", "kayıt",
};

static const char *const births[] = {
  "birth", "birthday", "birthdate", "born", "dob", "geburtstag", "geburtsdatum", "geboren",
  "naissance", "nacimiento", "nascimento", "nascita", "geboorte", "geboortedatum", "doğum",
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

/* "vertragsbeginn", "createddate": words that are written together. */
static gboolean
has_ending (const char        *header,
            const char *const *endings,
            guint              n_endings)
{
  Words words;

  split (header, &words);
  for (guint i = 0; i < words.n_words * n_endings; i++)
    {
      if (g_str_has_suffix (words.words[i / n_endings], endings[i % n_endings]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_word (const char        *header,
          const char *const *list,
          guint              n_list)
{
  Words words;

  split (header, &words);
  for (guint i = 0; i < words.n_words; i++)
    {
      if (is_one_of (words.words[i], list, n_list))
        return TRUE;
    }

  return FALSE;
}

/* Whether a header is a word for a number and one for what is numbered, either way round: "Invoice
 * No.", "N° client", "Ticket #". */
static gboolean
numbers_things (const char  *header,
                const Words *words)
{
  char *const *first = words->words, *const *last = first + words->n_words - 1;

  if (g_str_has_suffix (header, "#"))
    return is_one_of (*last, numbered, G_N_ELEMENTS (numbered));
  if (words->n_words < 2)
    return FALSE;
  if (is_one_of (*last, number_words, G_N_ELEMENTS (number_words)))
    return is_one_of (last[-1], numbered, G_N_ELEMENTS (numbered));

  return words->n_words == 2 && is_one_of (*first, number_words, G_N_ELEMENTS (number_words))
         && is_one_of (*last, numbered, G_N_ELEMENTS (numbered));
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
      && (g_str_has_suffix (last, "number") || g_str_has_suffix (last, "nummer")
          || g_str_has_suffix (last, "nr"))
      && !g_str_equal (last, "number") && !g_str_equal (last, "nummer"))
    return TRUE;

  return numbers_things (header, &words);
}

/**
 * bw_header_versions:
 *
 * Returns: whether the cells are versions, of which 1.1 and 1.10 are two
 */
gboolean
bw_header_versions (const char *header)
{
  return has_word (header, versions, G_N_ELEMENTS (versions));
}

/**
 * bw_header_counts:
 *
 * Returns: whether the cells are counts or sums, even where they are only 0 and 1
 */
gboolean
bw_header_counts (const char *header)
{
  return has_word (header, counting, G_N_ELEMENTS (counting));
}

/**
 * bw_header_amounts:
 *
 * Returns: whether the cells are amounts of money or the like, so that M is a million
 */
gboolean
bw_header_amounts (const char *header)
{
  return has_word (header, amounts, G_N_ELEMENTS (amounts));
}

/**
 * bw_header_measures:
 *
 * Returns: whether the cells are quantities, even where they could be days or moments
 */
gboolean
bw_header_measures (const char *header)
{
  return bw_header_counts (header) || bw_header_amounts (header)
         || has_word (header, measuring, G_N_ELEMENTS (measuring));
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
 * bw_header_names_customers:
 *
 * Returns: whether the cells are names of customers, which may be any text, NULL and N/A included
 */
gboolean
bw_header_names_customers (const char *header)
{
  Words words;
  const char *last;

  split (header, &words);
  if (words.n_words == 0 || words.n_words > 2)
    return FALSE;

  last = words.words[words.n_words - 1];
  if (words.n_words == 1)
    return strcmp (last, "name") == 0 || is_one_of (last, customers, G_N_ELEMENTS (customers));

  return is_one_of (words.words[0], customers, G_N_ELEMENTS (customers))
         && (strcmp (last, "name") == 0 || strcmp (last, "nom") == 0 || strcmp (last, "nome") == 0
             || strcmp (last, "naam") == 0 || strcmp (last, "nombre") == 0);
}

/**
 * bw_header_dates:
 *
 * Returns: whether the cells are dates, even where they are plain numbers
 */
gboolean
bw_header_dates (const char *header)
{
  static const char *const endings[] = { "date", "datum", "timestamp", "beginn" };

  return has_word (header, dating, G_N_ELEMENTS (dating))
         || has_ending (header, endings, G_N_ELEMENTS (endings));
}

/**
 * bw_header_times:
 *
 * Returns: whether the cells are moments, even where they are plain numbers of many digits
 */
gboolean
bw_header_times (const char *header)
{
  return bw_header_dates (header) || has_word (header, timing, G_N_ELEMENTS (timing));
}

/**
 * bw_header_months:
 *
 * Returns: whether the cells may be months, even where they are plain numbers such as 202601
 */
gboolean
bw_header_months (const char *header)
{
  return bw_header_dates (header) || has_word (header, months, G_N_ELEMENTS (months));
}

/**
 * bw_header_last_short_year:
 *
 * Returns: the last year of two digits, 0 to 99, that a date under this header may have in the
 *   century from 2000 on; -1 where the header does not say
 */
int
bw_header_last_short_year (const char *header)
{
  static const char *const endings[] = {
    "beginn", "begindatum", "startdatum", "startdate", "createddate", "createdate", "signupdate",
    "joindate",
  };

  if (has_word (header, births, G_N_ELEMENTS (births)))
    return 24;

  return has_word (header, past, G_N_ELEMENTS (past))
         || has_ending (header, endings, G_N_ELEMENTS (endings)) ? 39 : -1;
}
