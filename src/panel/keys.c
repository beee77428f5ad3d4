/* Keys as texts: written differently and still the same, and what of them a domain says. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/keys.h"

#include "table/letters.h"

#include <string.h>

/* Providers at which anybody has an address; the part before the first point, or the whole. */
static const char *const free_names[] = {
  "gmail", "googlemail", "hotmail", "outlook", "live", "yahoo", "ymail", "gmx", "aol", "icloud",
  "yandex", "protonmail", "proton", "zoho", "fastmail", "rocketmail", "msn", "tutanota", "mailinator",
};

static const char *const free_domains[] = {
  "me.com", "mac.com", "mail.com", "mail.ru", "bk.ru", "inbox.ru", "list.ru", "hey.com", "pm.me",
  "web.de", "t-online.de", "freenet.de", "arcor.de", "posteo.de", "mailbox.org", "online.de",
  "bluewin.ch", "aon.at", "chello.at", "comcast.net", "verizon.net", "att.net", "sbcglobal.net",
  "bellsouth.net", "cox.net", "charter.net", "earthlink.net", "optonline.net", "shaw.ca", "rogers.com",
  "sympatico.ca", "btinternet.com", "sky.com", "talktalk.net", "virginmedia.com", "ntlworld.com",
  "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "neuf.fr", "bbox.fr", "libero.it",
  "virgilio.it", "tiscali.it", "alice.it", "tin.it", "telefonica.net", "terra.es", "sapo.pt",
  "uol.com.br", "bol.com.br", "terra.com.br", "ig.com.br", "ziggo.nl", "kpnmail.nl", "planet.nl",
  "xs4all.nl", "home.nl", "hetnet.nl", "skynet.be", "telenet.be", "seznam.cz", "wp.pl", "o2.pl",
  "interia.pl", "onet.pl", "qq.com", "163.com", "126.com", "sina.com", "naver.com", "hanmail.net",
  "daum.net", "rediffmail.com", "bigpond.com", "optusnet.com.au", "xtra.co.nz",
};

/* Second labels under which companies have their names where a country's code follows. */
static const char *const country_seconds[] = {
  "co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "gob", "gv", "govt", "ltd", "plc",
};

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    {
      if ((guchar) *text >= 0x80)
        return FALSE;
    }

  return TRUE;
}

/* Blanks go, but for one between two digits: "1 23" is not "12 3". */
static void
drop_blanks (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0';)
    {
      const char *after = from;

      while (*after != '\0' && g_unichar_isspace (g_utf8_get_char (after)))
        after = g_utf8_next_char (after);
      if (after > from)
        {
          if (to > text && g_ascii_isdigit (to[-1]) && g_ascii_isdigit (*after))
            *to++ = ' ';
          from = after;
          continue;
        }
      *to++ = *from++;
    }
  *to = '\0';
}

/**
 * bw_key_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): what keys have in common that differ in case or blanks alone
 */
char *
bw_key_fold (const char *text)
{
  char *folded;

  if (is_plain (text))
    {
      folded = g_ascii_strdown (text, -1);
    }
  else
    {
      g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

      folded = g_utf8_casefold (composed != NULL ? composed : text, -1);
    }
  drop_blanks (folded);

  return folded;
}

/**
 * bw_dictionary_may_fold:
 *
 * Returns: whether two texts of @self could have one fold; most ids could not, and need no look
 */
gboolean
bw_dictionary_may_fold (const BwDictionary *self)
{
  const guint32 size = bw_dictionary_size (self);
  gboolean upper = FALSE, lower = FALSE;

  for (guint32 code = 0; code < size; code++)
    {
      for (const char *text = bw_dictionary_get (self, code); *text != '\0'; text++)
        {
          if ((guchar) *text >= 0x80 || g_ascii_isspace (*text))
            return TRUE;
          upper |= g_ascii_isupper (*text);
          lower |= g_ascii_islower (*text);
        }
      if (upper && lower)
        return TRUE;
    }

  return FALSE;
}

/* The host in an address: without scheme, user, port, path and what may stand around it. */
static char *
dup_host (const char *text)
{
  const char *scheme = strstr (text, "://");
  const char *start = scheme != NULL ? scheme + 3 : text;
  const char *at = g_strrstr_len (start, strcspn (start, "/?#"), "@");
  gsize length;

  if (at != NULL)
    start = at + 1;
  length = strcspn (start, "/?#:>,; \t)");
  while (length > 0 && start[length - 1] == '.')
    length--;

  return bw_letters_to_small (start, length);
}

static gboolean
is_host (const char *host)
{
  const char *point = strrchr (host, '.');

  if (point == NULL || point == host || strlen (point) < 3 || strstr (host, "..") != NULL)
    return FALSE;
  for (const char *p = point + 1; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        return FALSE;
    }
  for (const char *p = host; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x80 && !g_ascii_isalnum (*p) && *p != '-' && *p != '.' && *p != '_')
        return FALSE;
    }

  return TRUE;
}

/* How many of the last labels of a host are its owner's name and what is behind it. */
static guint
count_labels (char **labels,
              guint  n)
{
  if (n >= 3 && strlen (labels[n - 1]) == 2)
    {
      for (guint i = 0; i < G_N_ELEMENTS (country_seconds); i++)
        {
          if (g_str_equal (labels[n - 2], country_seconds[i]))
            return 3;
        }
    }

  return MIN (n, 2);
}

/**
 * bw_key_dup_domain:
 * @text: an e-mail address, a web address or a bare domain
 *
 * Returns: (transfer full) (nullable): the domain that its owner registered ("acme.co.uk" for
 *   "Ann <ann@mail.acme.co.uk>" and "https://www.acme.co.uk/x"); %NULL where there is none
 */
char *
bw_key_dup_domain (const char *text)
{
  g_autofree char *host = dup_host (text);
  g_auto(GStrv) labels = NULL;
  guint n;

  if (!is_host (host))
    return NULL;
  labels = g_strsplit (host, ".", -1);
  n = g_strv_length (labels);

  return g_strjoinv (".", labels + n - count_labels (labels, n));
}

/**
 * bw_domain_is_free:
 *
 * Returns: whether anybody may have an address there, so that it says nothing of a company
 */
gboolean
bw_domain_is_free (const char *domain)
{
  const gsize first = strcspn (domain, ".");

  for (guint i = 0; i < G_N_ELEMENTS (free_names); i++)
    {
      if (strlen (free_names[i]) == first && strncmp (free_names[i], domain, first) == 0)
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (free_domains); i++)
    {
      if (g_str_equal (free_domains[i], domain))
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_column_domains:
 *
 * Returns: (transfer full): the domain of each row; missing where it has none or a free one
 */
BwColumn *
bw_column_domains (BwColumn *coded)
{
  const guint32 *codes = bw_column_get_codes (coded);
  BwDictionary *texts = bw_column_get_dictionary (coded);
  const gsize n_rows = bw_column_get_n_rows (coded);
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autofree guint32 *to = g_new (guint32, bw_dictionary_size (texts) + 1);
  guint32 *domains = g_new (guint32, MAX (n_rows, 1));
  g_autoptr(BwDictionary) dictionary = NULL;

  for (guint32 code = 0; code < bw_dictionary_size (texts); code++)
    {
      g_autofree char *domain = bw_key_dup_domain (bw_dictionary_get (texts, code));

      to[code] = domain == NULL || bw_domain_is_free (domain) ? BW_NO_CODE :
                 bw_dictionary_builder_add (builder, domain, -1);
    }
  for (gsize row = 0; row < n_rows; row++)
    domains[row] = codes[row] == BW_NO_CODE ? BW_NO_CODE : to[codes[row]];
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (bw_column_get_name (coded), BW_COLUMN_KEY, domains, n_rows, dictionary);
}

static guint
hash_pair (gconstpointer pair)
{
  const guint64 both = *(const guint64 *) pair;

  return (both * 0x9e3779b97f4a7c15u) >> 32;
}

/**
 * bw_column_glue:
 * @a: coded; so is @b, of as many rows
 *
 * Returns: (transfer full): the keys that both make up together; missing where one of them is
 */
BwColumn *
bw_column_glue (BwColumn *a,
                BwColumn *b)
{
  const guint32 *first = bw_column_get_codes (a), *second = bw_column_get_codes (b);
  const gsize n_rows = bw_column_get_n_rows (a);
  g_autoptr(GHashTable) known = g_hash_table_new_full (hash_pair, g_int64_equal, g_free, NULL);
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  guint32 *codes = g_new (guint32, MAX (n_rows, 1));
  g_autoptr(BwDictionary) dictionary = NULL;

  for (gsize row = 0; row < n_rows; row++)
    {
      const gint64 pair = (gint64) ((guint64) first[row] << 32 | second[row]);
      gpointer code;

      codes[row] = BW_NO_CODE;
      if (first[row] == BW_NO_CODE || second[row] == BW_NO_CODE ||
          *bw_column_get_text (a, row) == '\0' || *bw_column_get_text (b, row) == '\0')
        continue;
      if (!g_hash_table_lookup_extended (known, &pair, NULL, &code))
        {
          g_autofree char *text = g_strconcat (bw_column_get_text (a, row), BW_KEY_GLUE,
                                               bw_column_get_text (b, row), NULL);

          code = GUINT_TO_POINTER (bw_dictionary_builder_add (builder, text, -1));
          g_hash_table_insert (known, g_memdup2 (&pair, sizeof pair), code);
        }
      codes[row] = GPOINTER_TO_UINT (code);
    }
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (bw_column_get_name (a), BW_COLUMN_KEY, codes, n_rows, dictionary);
}
