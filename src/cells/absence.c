/* Words that people put into a date column where there is no date: never, open, until further notice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* They mean something in a date column alone: elsewhere "open" and "no" are values. */

#include "cells/absence.h"

#include "cells/words.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_NEVER 2932532.0 /* 9999-01-01: what systems write for "never" */

/* English, German, French, Spanish, Portuguese, Italian, Dutch and Turkish, as bw_word_fold() leaves
 * them, in the order of their bytes. */
static const char *const absences[] = {
  "a definir", "aberta", "aberto", "abierta", "abierto", "actief", "actif", "activa", "active",
  "activo", "aktif", "aktiv", "aperta", "aperto", "ativa", "ativo", "attiva", "attivo", "aucun",
  "aucune", "ausstehend", "açik", "beklemede", "belirsiz", "bilinmiyor", "current", "da definire",
  "desconhecido", "desconocida", "desconocido", "devam ediyor", "em aberto", "em andamento",
  "em curso", "en attente", "en cours", "en curso", "entfällt", "evergreen", "geen", "geen datum",
  "hayir", "hiç", "hiçbir zaman", "ilimitado", "illimitato", "illimité", "illimitée", "in attesa",
  "in corso", "inconnu", "inconnue", "indefinida", "indefinido", "indefinite", "indefinitely",
  "indeterminado", "indeterminato", "indéterminé", "indéterminée", "jamais", "kein", "kein datum",
  "kein enddatum", "keine", "keiner", "keines", "laufend", "lopend", "mai", "n.n.", "n.t.b.",
  "n.v.t.", "nao", "nee", "nein", "nenhum", "nenhuma", "nessuna", "nessuna data", "nessuno",
  "never", "nicht gekündigt", "nicht gesetzt", "nie", "niemals", "ninguna", "ninguno", "no",
  "no date", "no end", "no end date", "noch nicht", "noch offen", "nog open", "non", "none",
  "nooit", "not applicable", "not available", "not canceled", "not cancelled", "not churned",
  "not set", "not yet", "nunca", "nvt", "não", "néant", "offen", "onbekend", "onbepaald",
  "onbeperkt", "ongoing", "open", "open ended", "open-ended", "ouvert", "ouverte", "pas de date",
  "pendente", "pendiente", "pending", "permanent", "perpetual", "por definir", "present",
  "rolling", "sans", "sans objet", "sconosciuto", "sem data", "sin fecha", "sinirsiz",
  "still active", "süresiz", "tba", "tbc", "tbd", "unbefristet", "unbegrenzt", "unbekannt",
  "unknown", "unlimited", "vigente", "yok", "à définir", "∞",
};

static int
compare (const void *word,
         const void *absence)
{
  return strcmp (word, *(const char *const *) absence);
}

/**
 * bw_is_no_date:
 *
 * Returns: whether a cell of a date column says in words that there is no date
 */
gboolean
bw_is_no_date (const char *text,
               gsize       length)
{
  char folded[BW_WORD_SIZE];

  if (length == 0 || !bw_word_fold (text, length, folded))
    return FALSE;

  return bsearch (folded, absences, G_N_ELEMENTS (absences), sizeof absences[0], compare) != NULL;
}

/**
 * bw_is_never:
 * @days: since 1970-01-01
 *
 * Returns: whether it is a day that stands for "never": one of the year 9999
 */
gboolean
bw_is_never (double days)
{
  return days >= FIRST_NEVER;
}
