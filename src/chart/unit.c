/* In what a metric's raw values are measured: how they are written, and read back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/unit.h"

#include "format/format.h"
#include "format/read.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>
#include <string.h>

#define MOST_DECIMALS 9
#define MOST_WHOLE 1e15 /* numbers below are written with all their digits */
#define LEAST_SHORT 1e-4 /* numbers below would be nought in a few decimals */
#define MOST_FRACTION 2.0 /* of a ratio whose goalposts or points go no further: it is a share */

static BwUnitKind
kind_of_column (const BwPanelColumn *column)
{
  switch (column->type)
    {
    case BW_COLUMN_PERCENT:
      return BW_UNIT_FRACTION;

    case BW_COLUMN_MONEY:
      return BW_UNIT_MONEY;

    case BW_COLUMN_DATE:
    case BW_COLUMN_DATE_TIME:
      return BW_UNIT_DATE;

    case BW_COLUMN_FLAG:
      return BW_UNIT_FLAG;

    case BW_COLUMN_CATEGORY:
    case BW_COLUMN_TEXT:
    case BW_COLUMN_KEY:
      return BW_UNIT_TEXT;

    case BW_COLUMN_NUMBER:
    default:
      return BW_UNIT_NUMBER;
    }
}

static double
farthest (const BwScale *scale)
{
  if (scale->type == BW_SCALE_LINEAR)
    return MAX (fabs (scale->from), fabs (scale->to));
  if (scale->n_points == 0)
    return 1;

  return MAX (fabs (scale->points[0].raw), fabs (scale->points[scale->n_points - 1].raw));
}

/**
 * bw_unit_of:
 * @metric: whose columns are looked up in @panel
 */
BwUnit
bw_unit_of (const BwMetric *metric,
            BwPanel        *panel)
{
  const BwDerivation *derivation = &metric->derivation;
  const guint index = bw_panel_find_column (panel, derivation->column);
  const BwPanelColumn *column = index != BW_NONE ? bw_panel_get_column (panel, index) : NULL;
  BwUnit unit = { BW_UNIT_NUMBER, NULL };

  switch (derivation->type)
    {
    case BW_DERIVE_DAYS_SINCE:
    case BW_DERIVE_DAYS_BETWEEN:
      unit.kind = BW_UNIT_DAYS;
      break;

    case BW_DERIVE_RATIO:
      unit.kind = farthest (&metric->scale) <= MOST_FRACTION ? BW_UNIT_FRACTION : BW_UNIT_NUMBER;
      break;

    case BW_DERIVE_CHANGE:
      unit.kind = derivation->percent ? BW_UNIT_PERCENT :
                  column != NULL ? kind_of_column (column) : BW_UNIT_NUMBER;
      break;

    case BW_DERIVE_COLUMN:
    case BW_DERIVE_MEAN:
    default:
      unit.kind = column != NULL ? kind_of_column (column) : BW_UNIT_NUMBER;
      break;
    }

  if (unit.kind == BW_UNIT_MONEY && column != NULL)
    unit.currency = column->currency;

  return unit;
}

/**
 * bw_unit_get_factor:
 *
 * Returns: what a raw value is multiplied by before a person sees it
 */
double
bw_unit_get_factor (const BwUnit *self)
{
  return self->kind == BW_UNIT_FRACTION ? 100 : 1;
}

/* The least number of decimals that tell multiples of @step apart. */
static int
decimals_of (double step)
{
  int decimals = 0;

  while (decimals < MOST_DECIMALS && step > 0 &&
         (step * pow (10, decimals) < 0.5 ||
          fabs (step * pow (10, decimals) - round (step * pow (10, decimals))) > 1e-6))
    decimals++;

  return decimals;
}

static char *
add_percent (char *number)
{
  /* TRANSLATORS: a percentage: the number, a no-break space, the sign */
  char *text = g_strdup_printf (_("%s\302\240%%"), number);

  g_free (number);

  return text;
}

/**
 * bw_unit_format:
 * @step: that @raw is a multiple of, which says how many decimals there are; 0 for as many as say
 *   something
 *
 * Returns: (transfer full): "45 %", "$20 k", "12 days", "3 Feb 2026"
 */
char *
bw_unit_format (const BwUnit *self,
                double        raw,
                double        step)
{
  const double value = raw * bw_unit_get_factor (self);
  const int decimals = decimals_of (step * bw_unit_get_factor (self));
  char *number;

  if (self->kind == BW_UNIT_DATE)
    return bw_format_date (raw, BW_DATE_FULL);
  if (self->kind == BW_UNIT_MONEY)
    return fabs (raw) >= 1000 && decimals == 0 ? bw_format_money_short (raw, self->currency) :
           bw_format_money (raw, self->currency);
  if (self->kind == BW_UNIT_FLAG && (raw == 0 || raw == 1))
    return g_strdup (raw == 1 ? _("yes") : _("no"));

  number = step > 0 ? bw_format_number (value, decimals) : bw_format_number_plain (value);
  if (self->kind == BW_UNIT_FRACTION || self->kind == BW_UNIT_PERCENT)
    return add_percent (number);
  if (self->kind == BW_UNIT_DAYS)
    {
      char *text = g_strdup_printf (ngettext ("%s day", "%s days", (gulong) fabs (value)), number);

      g_free (number);

      return text;
    }

  return number;
}

/**
 * bw_unit_name:
 *
 * Returns: (transfer full) (nullable): what stands beside a field for a value: "%", "days", "USD"
 */
char *
bw_unit_name (const BwUnit *self)
{
  switch (self->kind)
    {
    case BW_UNIT_FRACTION:
    case BW_UNIT_PERCENT:
      return g_strdup ("%");

    case BW_UNIT_DAYS:
      return g_strdup (_("days"));

    case BW_UNIT_MONEY:
      return g_strdup (self->currency);

    case BW_UNIT_NUMBER:
    case BW_UNIT_DATE:
    case BW_UNIT_FLAG:
    case BW_UNIT_TEXT:
    default:
      return NULL;
    }
}

/**
 * bw_unit_to_text:
 *
 * Returns: (transfer full): @raw for a field to be typed in, without its unit, so that
 *   bw_unit_from_text() reads the same: "12.5", "2026-02-03"
 */
char *
bw_unit_to_text (const BwUnit *self,
                 double        raw)
{
  const double value = raw * bw_unit_get_factor (self);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char *text;

  if (self->kind == BW_UNIT_DATE)
    {
      g_autoptr(GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
      g_autoptr(GDateTime) date = g_date_time_add_days (epoch, (int) floor (raw));

      return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");
    }

  text = g_strdup (g_ascii_formatd (digits, sizeof digits,
                                    value == floor (value) && fabs (value) < MOST_WHOLE ? "%.0f" :
                                    "%.10g", value + 0.0));
  if (strchr (text, 'e') == NULL)
    g_strdelimit (text, ".", *nl_langinfo (RADIXCHAR));

  return text;
}

/**
 * bw_unit_to_short_text:
 * @most: letters that there is room for
 *
 * Returns: (transfer full): as bw_unit_to_text(), with only so many decimals as there is room for
 */
char *
bw_unit_to_short_text (const BwUnit *self,
                       double        raw,
                       gsize         most)
{
  static const BwUnit number = { BW_UNIT_NUMBER, NULL };
  const double value = raw * bw_unit_get_factor (self);
  char *text = bw_unit_to_text (self, raw);

  for (int decimals = MOST_DECIMALS; decimals >= 0 && strlen (text) > most &&
       self->kind != BW_UNIT_DATE && fabs (value) >= LEAST_SHORT; decimals--)
    {
      const double power = pow (10, decimals);

      if (fabs (value) * power >= MOST_WHOLE) /* which has no decimals to be rounded */
        continue;
      g_free (text);
      text = bw_unit_to_text (&number, round (value * power) / power);
    }

  return text;
}

/* What may stand beside a typed value, ended by NULL; the texts are the caller's. */
static char **
list_names (const BwUnit *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  if (self->kind == BW_UNIT_FRACTION || self->kind == BW_UNIT_PERCENT)
    g_strv_builder_add (names, "%");
  if (self->kind == BW_UNIT_DAYS)
    {
      for (gulong n = 1; n <= 2; n++)
        {
          g_autofree char *name = g_strdup_printf (ngettext ("%s day", "%s days", n), "");

          g_strv_builder_add (names, g_strstrip (name));
        }
      g_strv_builder_add (names, _("days"));
    }
  if (self->kind == BW_UNIT_MONEY)
    {
      if (self->currency != NULL)
        g_strv_builder_add (names, self->currency);
      g_strv_builder_add_many (names, "$", "€", "£", "¥", NULL);
    }

  return g_strv_builder_end (names);
}

/**
 * bw_unit_from_text:
 * @text: as somebody typed it: "12.5", "12,5", "45 %", "−3", "2026-02-03"
 * @raw: (out): the value, where there is one
 *
 * Returns: whether all of @text is a value, see bw_read_number()
 */
gboolean
bw_unit_from_text (const BwUnit *self,
                   const char   *text,
                   double       *raw)
{
  g_auto(GStrv) names = list_names (self);
  double value;

  if (self->kind == BW_UNIT_DATE)
    return bw_read_date (text, raw);
  if (!bw_read_number (text, (const char *const *) names, &value))
    return FALSE;

  *raw = value / bw_unit_get_factor (self);

  return TRUE;
}

/**
 * bw_unit_say_wrong:
 *
 * Returns: what to do where bw_unit_from_text() understands nothing
 */
const char *
bw_unit_say_wrong (const BwUnit *self)
{
  switch (self->kind)
    {
    case BW_UNIT_DATE:
      return _("Write a date as year-month-day, such as 2026-01-31");

    case BW_UNIT_FRACTION:
    case BW_UNIT_PERCENT:
      return _("Write a percentage, such as 45");

    case BW_UNIT_NUMBER:
    case BW_UNIT_MONEY:
    case BW_UNIT_DAYS:
    case BW_UNIT_FLAG:
    case BW_UNIT_TEXT:
    default:
      return _("Write a number");
    }
}
