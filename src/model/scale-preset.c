/* Scales that go with what is measured, whatever the data: named, and found by name and range. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/scale-edit.h"

#include "model/signal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LINEAR(a, b) { .type = BW_SCALE_LINEAR, .from = (a), .to = (b), .other = NAN }
#define STEPS(array) { .type = BW_SCALE_STEPS, .points = (array), \
                       .n_points = G_N_ELEMENTS (array), .other = NAN }
#define CURVE(array) { .type = BW_SCALE_CURVE, .points = (array), \
                       .n_points = G_N_ELEMENTS (array), .other = NAN }

static const BwPoint nps_answer[] = { { 0, 0 }, { 7, 50 }, { 9, 100 } };
static const BwPoint tickets[] = { { 0, 0 }, { 1, 20 }, { 3, 50 }, { 6, 80 }, { 10, 100 } };
static const BwPoint escalations[] = { { 0, 0 }, { 1, 50 }, { 2, 80 }, { 3, 100 } };
static const BwPoint invoices[] = { { 0, 0 }, { 1, 50 }, { 2, 80 }, { 3, 100 } };
static const BwPoint change[] = { { -50, 0 }, { 0, 60 }, { 50, 100 } };
static const BwPoint change_share[] = { { -0.5, 0 }, { 0, 60 }, { 0.5, 100 } };

/* The ids are for ever. */
static const BwScalePreset presets[] = {
  { "nps", N_("NPS, −100 to 100"), LINEAR (-100, 100), FALSE },
  { "nps-answer", N_("NPS answer, 0 to 10"), STEPS (nps_answer), FALSE },
  { "csat-5", N_("CSAT, 1 to 5"), LINEAR (1, 5), FALSE },
  { "ces-7", N_("Customer effort score, 1 to 7"), LINEAR (1, 7), FALSE },
  { "stars", N_("Star rating, 1 to 5"), LINEAR (1, 5), FALSE },
  { "pulse", N_("Pulse or health, 1 to 5"), LINEAR (1, 5), FALSE },
  { "out-of-10", N_("Answers, 0 to 10"), LINEAR (0, 10), FALSE },
  { "seats", N_("Share of seats, 0 to 1"), LINEAR (0, 1), FALSE },
  { "seats-percent", N_("Percent of seats, 0 to 100"), LINEAR (0, 100), FALSE },
  { "uptime", N_("Uptime, 0.99 to 1"), LINEAR (0.99, 1), FALSE },
  { "uptime-percent", N_("Uptime in percent, 99 to 100"), LINEAR (99, 100), FALSE },
  { "last-login", N_("Days since login, 0 to 45"), LINEAR (0, 45), TRUE },
  { "last-contact", N_("Days since contact, 0 to 90"), LINEAR (0, 90), TRUE },
  { "tickets", N_("Tickets a month"), STEPS (tickets), TRUE },
  { "escalations", N_("Escalations"), STEPS (escalations), TRUE },
  { "days-late", N_("Days overdue, 0 to 60"), LINEAR (0, 60), TRUE },
  { "invoices", N_("Overdue invoices"), STEPS (invoices), TRUE },
  { "change", N_("Change in percent, −50 to 50"), CURVE (change), FALSE },
  { "change-share", N_("Change as a fraction, −0.5 to 0.5"), CURVE (change_share), FALSE },
  { "share", N_("Share, 0 to 1"), LINEAR (0, 1), FALSE },
  { "percent", N_("Percent, 0 to 100"), LINEAR (0, 100), FALSE },
};

/**
 * PresetMatch:
 * @phrases: words of a metric's name, as bw_phrases_match() takes them
 * @least: no value may be less
 * @most: no value may be more
 * @reaches: one value at least has to be so far from 0
 * @whole: whether all values have to be whole
 *
 * When a preset goes with a metric.
 */
typedef struct
{
  const char *id;
  const char *phrases;
  double      least;
  double      most;
  double      reaches;
  gboolean    whole;
} PresetMatch;

#define NPS "nps, net promoter, promoter score, enps"
#define SEATS "seat, licence, license, utili*, adoption, active user, activation, lizenz*, " \
  "auslastung, nutzung*, adopcion, adocao, adozione, adoptie, sitze, plazas, licencia, " \
  "licenca, licenza, licentie"
#define SHARE "percent*, pct, share, rate, ratio, anteil, quote, prozent*, pourcent*, taux, " \
  "porcentaje, porcentagem, tasa, taxa, tasso, percentuale, percentage, aandeel, oran"

static const PresetMatch matches[] = {
  { "nps", NPS, -100, 100, 11, FALSE },
  { "nps-answer", NPS, 0, 10, 6, TRUE },
  { "csat-5", "csat, satisfaction, zufriedenheit, satisfaccion, satisfacao, soddisfazione, "
    "tevredenheid, memnuniyet, survey", 1, 5, 3, FALSE },
  { "ces-7", "ces, effort, customer effort, aufwand, esfuerzo, esforco, sforzo, inspanning, "
    "effort client", 1, 7, 4, FALSE },
  { "stars", "star, rating, review, sterne, bewertung, note, etoile, estrella, calificacion, "
    "avaliacao, estrela, valutazione, stelle, beoordeling, yildiz, puan", 1, 5, 3, FALSE },
  { "pulse", "pulse, sentiment, health, csm score, relationship, confidence, puls, stimmung, "
    "gesundheit, sante, ressenti, salud, saude, salute, gezondheid, saglik", 1, 5, 3, FALSE },
  { "out-of-10", "csat, satisfaction, survey, rating, score, zufriedenheit, bewertung, "
    "satisfaccion, satisfacao, soddisfazione, tevredenheid, pulse, health, sentiment", 0, 10, 6,
    FALSE },
  { "seats", SEATS, 0, 1.5, 0.2, FALSE },
  { "seats-percent", SEATS, 0, 150, 20, FALSE },
  { "uptime", "uptime, availability, sla, verfugbarkeit, disponibilite, disponibilidad, "
    "disponibilidade, disponibilita, beschikbaarheid", 0.9, 1, 0.99, FALSE },
  { "uptime-percent", "uptime, availability, sla, verfugbarkeit, disponibilite, disponibilidad, "
    "disponibilidade, disponibilita, beschikbaarheid", 90, 100, 99, FALSE },
  { "last-login", "last login, day since login, day since last login, last seen, last active, "
    "last activity, last session, last visit, last used, letzte anmeldung, letzter login, "
    "letzte aktivitat, derniere connexion, ultimo acceso, ultimo acesso, ultimo accesso, "
    "laatste login, son giris", 0, 3650, 2, FALSE },
  { "last-contact", "last contact, last meeting, last qbr, last ebr, last call, last touch*, "
    "qbr, ebr, day since contact, day since meeting, letzter kontakt, letztes gesprach, "
    "dernier contact, ultimo contacto, ultimo contato, ultimo contatto, laatste contact", 0,
    3650, 10, FALSE },
  { "tickets", "ticket, support case, support request, case, incident, bug, complaint, anfrage, "
    "beschwerde, demande, incidencia, chamado, reclamo, segnalazion*, melding, talep", 0, 1000, 1,
    TRUE },
  { "escalations", "escalation, escalated, eskalation, escalade, escalacion, escalado, "
    "escalonamento, escalatie, critical ticket, p1, sev1", 0, 100, 1, TRUE },
  { "days-late", "day late, day overdue, day past due, overdue day, payment delay, dso, "
    "uberfallig*, zahlungsverzug, retard, dias de atraso, atraso, ritardo, te laat, gecikme", 0,
    3650, 4, FALSE },
  { "invoices", "overdue invoice, unpaid invoice, late invoice, open invoice, late payment, "
    "failed payment, offene rechnung, facture impaye*, factura vencida, fatura vencida, "
    "fattura scaduta, openstaande factuur", 0, 100, 1, TRUE },
  { "change", "change, growth, trend, delta, veranderung, anderung, wachstum, evolution, "
    "variation, cambio, variacion, crecimiento, variacao, crescimento, variazione, crescita, "
    "verandering, groei, degisim", -10000, 100000, 5, FALSE },
  { "change-share", "change, growth, trend, delta, veranderung, anderung, wachstum, evolution, "
    "variation, cambio, variacion, crecimiento, variacao, crescimento, variazione, crescita, "
    "verandering, groei, degisim", -1, 5, 0.05, FALSE },
  { "share", SHARE, 0, 1, 0.2, FALSE },
  { "percent", SHARE, 0, 100, 20, FALSE },
};

/**
 * bw_scale_presets:
 * @n_presets: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_presets): all of them, for a person to choose from
 */
const BwScalePreset *
bw_scale_presets (gsize *n_presets)
{
  *n_presets = G_N_ELEMENTS (presets);

  return presets;
}

static const BwScalePreset *
find_preset (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      if (g_str_equal (presets[i].id, id))
        return &presets[i];
    }

  return NULL;
}

/* What the values of a metric are like. */
typedef struct
{
  double   least;
  double   most;
  gboolean whole;
} Range;

static Range
range_of (const double *raw,
          gsize         n)
{
  Range range = { INFINITY, -INFINITY, TRUE };

  for (gsize i = 0; i < n; i++)
    {
      if (isnan (raw[i]))
        continue;

      range.least = MIN (range.least, raw[i]);
      range.most = MAX (range.most, raw[i]);
      range.whole = range.whole && raw[i] == floor (raw[i]);
    }

  return range;
}

static gboolean
range_fits (const PresetMatch *match,
            const Range       *range)
{
  return range->least >= match->least && range->most <= match->most &&
         MAX (range->most, -range->least) >= match->reaches &&
         (range->whole || !match->whole);
}

/**
 * bw_scale_preset_for:
 * @name: of a metric, in one of several languages
 * @raw: (array length=n): its values; NaN is missing
 *
 * Returns: (nullable) (transfer none): the preset that most words of the name speak for, of those
 *   that the range of the values allows
 */
const BwScalePreset *
bw_scale_preset_for (const char   *name,
                     const double *raw,
                     gsize         n)
{
  g_autoptr(BwHeader) header = bw_header_new (name);
  const Range range = range_of (raw, n);
  const BwScalePreset *best = NULL;
  guint most = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      const guint n_words = range_fits (&matches[i], &range)
                            ? bw_phrases_match (header, matches[i].phrases) : 0;

      if (n_words > most)
        {
          best = find_preset (matches[i].id);
          most = n_words;
        }
    }

  return best;
}
