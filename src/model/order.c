/* Categories that have an order which everybody knows: low to high, poor to excellent. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/order.h"

#include "panel/header.h"

#include <stdlib.h>
#include <string.h>

#define MAX_RANKS 14
#define MAX_TEXTS 24

/**
 * OrderRow:
 * @ranks: worst first; words as bw_header_new() makes them, those of one rank separated by |
 */
typedef struct
{
  BwOrder     order;
  const char *ranks[MAX_RANKS];
} OrderRow;

static const OrderRow rows[] = {
  { { BW_THEME_RELATIONSHIP, FALSE },
    { "free|freemium", "trial", "starter|lite|light|mini", "basic|essential|essentials",
      "standard|core|team", "plus|advanced|growth", "pro|professional", "business|premium",
      "enterprise|ultimate|unlimited" } },
  { { BW_THEME_RELATIONSHIP, FALSE },
    { "month to month|monthly", "quarterly", "half yearly|semi annual|6 months",
      "one year|1 year|annual|annually|yearly|12 months",
      "two year|two years|2 year|2 years|24 months",
      "three year|three years|3 year|3 years|36 months|multi year" } },
  { { BW_THEME_RELATIONSHIP, FALSE }, { "bronze", "silver", "gold", "platinum", "diamond" } },
  { { BW_THEME_OTHER, TRUE },
    { "self service|micro|startup", "small business|small businesses|smb|small|sme",
      "mid market|midmarket|medium|mid|commercial", "large|corporate", "enterprise|strategic" } },
  { { BW_THEME_OTHER, TRUE },
    { "none|zero", "very low|minimal", "low|minor|small", "medium|moderate|normal|average|mid",
      "high|major|large", "very high|urgent", "critical|extreme|blocker" } },
  { { BW_THEME_FEEDBACK, FALSE },
    { "very poor|terrible|awful", "poor|bad|weak", "fair|average|ok|okay|acceptable", "good|strong",
      "very good|great", "excellent|outstanding" } },
  { { BW_THEME_RELATIONSHIP, FALSE },
    { "black", "red", "amber|yellow|orange", "green" } },
  { { BW_THEME_FEEDBACK, FALSE },
    { "detractor|detractors", "passive|passives", "promoter|promoters" } },
  { { BW_THEME_FEEDBACK, FALSE },
    { "very dissatisfied|very unhappy", "dissatisfied|unsatisfied|unhappy", "neutral",
      "satisfied|happy", "very satisfied|very happy" } },
  { { BW_THEME_FEEDBACK, FALSE },
    { "very negative", "negative", "mixed|neutral", "positive", "very positive" } },
  { { BW_THEME_FEEDBACK, FALSE },
    { "strongly disagree", "disagree", "neutral|neither", "agree", "strongly agree" } },
  { { BW_THEME_USAGE, FALSE },
    { "never", "rarely|seldom|yearly", "sometimes|occasionally|monthly", "often|frequently|weekly",
      "always|very often|daily" } },
  { { BW_THEME_RELATIONSHIP, FALSE },
    { "critical", "at risk|unhealthy", "watch|needs attention|concerned|neutral|warning",
      "healthy|stable", "thriving|excellent" } },
  { { BW_THEME_USAGE, FALSE }, { "inactive|dormant", "active" } },
  { { BW_THEME_RELATIONSHIP, FALSE },
    { "schwarz|noir|negro|preto|nero|zwart", "rot|rouge|rojo|vermelho|rosso|rood",
      "gelb|orange|jaune|amarillo|amarelo|giallo|geel|oranje", "grun|gruen|vert|verde|groen" } },
  { { BW_THEME_OTHER, TRUE },
    { "keine|aucun|ninguno|nenhum|nessuno|geen", "niedrig|gering|faible|bajo|baja|baixo|baixa|basso|bassa|laag",
      "mittel|moyen|moyenne|medio|media|gemiddeld|matig",
      "hoch|eleve|elevee|alto|alta|hoog", "kritisch|critique|critico|critica|kritiek" } },
  { { BW_THEME_FEEDBACK, FALSE },
    { "sehr schlecht|tres mauvais|muy malo|muito ruim|pessimo|zeer slecht",
      "schlecht|mauvais|mauvaise|malo|mala|ruim|mau|cattivo|scarso|slecht",
      "mittel|moyen|regular|sufficiente|matig|voldoende", "gut|bon|bonne|bueno|buena|bom|boa|buono|buona|goed",
      "sehr gut|tres bon|muy bueno|muito bom|ottimo|zeer goed", "ausgezeichnet|excellent|excelente|eccellente|uitstekend" } },
  { { BW_THEME_FEEDBACK, FALSE },
    { "sehr unzufrieden|tres insatisfait|muy insatisfecho|muito insatisfeito|molto insoddisfatto|zeer ontevreden",
      "unzufrieden|insatisfait|insatisfecho|insatisfeito|insoddisfatto|ontevreden",
      "neutral|neutre|neutro|neutraal",
      "zufrieden|satisfait|satisfecho|satisfeito|soddisfatto|tevreden",
      "sehr zufrieden|tres satisfait|muy satisfecho|muito satisfeito|molto soddisfatto|zeer tevreden" } },
  { { BW_THEME_RELATIONSHIP, FALSE },
    { "monatlich|mensuel|mensual|mensal|mensile|maandelijks",
      "vierteljahrlich|quartalsweise|trimestriel|trimestral|trimestrale|per kwartaal",
      "halbjahrlich|semestriel|semestral|semestrale|halfjaarlijks",
      "jahrlich|annuel|anual|annuale|jaarlijks",
      "zweijahrig|2 jahre|biennal|bienal|biennale|tweejaarlijks" } },
  { { BW_THEME_RELATIONSHIP, FALSE },
    { "declining|falling|decreasing|down", "flat|stable|steady|unchanged",
      "growing|rising|increasing|up|improving" } },
};

/* Returns: the rank of a text in a row, or -1 */
static int
rank_in (const OrderRow *row,
         const char     *words)
{
  const gsize length = strlen (words);

  for (int rank = 0; rank < MAX_RANKS && row->ranks[rank] != NULL; rank++)
    {
      for (const char *p = row->ranks[rank]; p != NULL; p = strchr (p, '|'))
        {
          p += *p == '|';
          if (strncmp (p, words, length) == 0 && (p[length] == '\0' || p[length] == '|'))
            return rank;
        }
    }

  return -1;
}

/* Yes and no, where no may say what there is none of (“No internet service”). */
static int
rank_of_yes_or_no (const char *words)
{
  static const char *const yes[] = { "yes", "ja", "oui", "si", "sim" };
  static const char *const no[] = {
    "no", "nein", "non", "nao", "nee", "kein", "keine", "aucun", "sin", "sem", "nessun", "geen",
  };
  const gsize length = strcspn (words, " ");

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    {
      if (g_str_equal (words, yes[i]))
        return 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    {
      if (strlen (no[i]) == length && strncmp (words, no[i], length) == 0)
        return 0;
    }

  return -1;
}

/* Gives each text its rank; ranks that no text has leave no gap. */
static gboolean
spread (const int         *ranks,
        const char *const *texts,
        guint              n_texts,
        BwCategoryScore   *scores)
{
  int place_of[MAX_RANKS] = { 0 };
  int last = -1;

  for (guint i = 0; i < n_texts; i++)
    {
      if (ranks[i] < 0)
        return FALSE;
      place_of[ranks[i]] = 1;
    }
  for (guint rank = 0; rank < MAX_RANKS; rank++)
    {
      last += place_of[rank];
      place_of[rank] = last;
    }
  if (last < 1)
    return FALSE;

  for (guint i = 0; i < n_texts; i++)
    scores[i] = (BwCategoryScore) { texts[i], 100.0 * place_of[ranks[i]] / last }
  ;

  return TRUE;
}

static int
compare_scores (const void *a,
                const void *b)
{
  const BwCategoryScore *x = a;
  const BwCategoryScore *y = b;

  if (x->score != y->score)
    return x->score < y->score ? -1 : 1;

  return strcmp (x->text, y->text);
}

static gboolean
try_row (const OrderRow    *row,
         char *const       *words,
         const char *const *texts,
         guint              n_texts,
         BwCategoryScore   *scores)
{
  int ranks[MAX_TEXTS];

  for (guint i = 0; i < n_texts; i++)
    ranks[i] = row != NULL ? rank_in (row, words[i]) : rank_of_yes_or_no (words[i]);

  return spread (ranks, texts, n_texts, scores);
}

/**
 * bw_order_categories:
 * @texts: (array length=n_texts): the distinct values of a column
 * @scores: (out) (array length=n_texts): each with its score, evenly from 0 to 100, worst first
 * @order: (out): what the order says of the column
 *
 * Returns: whether one order has them all, on two ranks at least
 */
gboolean
bw_order_categories (const char *const *texts,
                     guint              n_texts,
                     BwCategoryScore   *scores,
                     BwOrder           *order)
{
  g_auto(GStrv) words = NULL;
  gboolean found = FALSE;

  if (n_texts < 2 || n_texts > MAX_TEXTS)
    return FALSE;

  words = g_new0 (char *, n_texts + 1);
  for (guint i = 0; i < n_texts; i++)
    {
      g_autoptr(BwHeader) header = bw_header_new (texts[i]);

      words[i] = g_strjoinv (" ", header->words);
    }

  *order = (BwOrder) { BW_THEME_OTHER, TRUE };
  found = try_row (NULL, words, texts, n_texts, scores);
  for (gsize i = 0; !found && i < G_N_ELEMENTS (rows); i++)
    {
      found = try_row (&rows[i], words, texts, n_texts, scores);
      *order = rows[i].order;
    }
  if (found)
    qsort (scores, n_texts, sizeof *scores, compare_scores);

  return found;
}
