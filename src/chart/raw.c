/* A metric's raw value as people say it: "34 %", "74 days", "Pro". */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
raw_days (double days)
{
  g_autofree char *number = bw_format_number (days, 0);

  return g_strdup_printf (ngettext ("%s day", "%s days", (gulong) fabs (days)), number);
}

/* A value of @column, which a metric takes as it stands, or a mean of such. */
static char *
raw_of_column (BwPanel *panel,
               guint    snapshot,
               guint    column,
               double   raw)
{
  const BwPanelColumn *about = bw_panel_get_column (panel, column);
  BwColumn *values;

  switch (about->type)
    {
    case BW_COLUMN_PERCENT:
      return bw_format_percent (raw, 0);

    case BW_COLUMN_MONEY:
      return bw_format_money_short (raw, about->currency);

    case BW_COLUMN_DATE:
    case BW_COLUMN_DATE_TIME:
      return bw_format_date (raw, BW_DATE_FULL);

    case BW_COLUMN_FLAG:
      if (raw == 0 || raw == 1)
        return g_strdup (raw == 1 ? _("yes") : _("no"));
      return bw_format_number_plain (raw);

    case BW_COLUMN_CATEGORY:
    case BW_COLUMN_TEXT:
    case BW_COLUMN_KEY:
      values = bw_snapshot_get_column (bw_panel_get_snapshot (panel, snapshot), column);
      if (values != NULL && bw_column_get_dictionary (values) != NULL && raw >= 0 &&
          raw < bw_dictionary_size (bw_column_get_dictionary (values)))
        return g_strdup (bw_dictionary_get (bw_column_get_dictionary (values), (guint32) raw));
      return bw_format_number_plain (raw);

    case BW_COLUMN_NUMBER:
    default:
      return bw_format_number_plain (raw);
    }
}

/* "−12 %" of what was, or the difference. */
static char *
raw_change (const BwDerivation *derivation,
            double              raw)
{
  g_autofree char *number = NULL;

  if (!derivation->percent)
    return bw_format_signed (raw, fabs (raw) < 10 && raw != round (raw) ? 1 : 0);

  number = bw_format_signed (raw, 0);

  /* TRANSLATORS: a percentage: the number, a no-break space, the sign */
  return g_strdup_printf (_("%s\302\240%%"), number);
}

/**
 * bw_words_raw:
 * @snapshot: that @raw is of
 * @raw: a raw value of the model's @metric, NaN where missing
 *
 * Returns: (transfer full): it as people say it: "34 %", "74 days", "no", "$182 k", "Pro"
 */
char *
bw_words_raw (const BwModel *model,
              BwPanel       *panel,
              guint          snapshot,
              guint          metric,
              double         raw)
{
  const BwDerivation *derivation = &bw_model_get_metric (model, metric)->derivation;
  guint column;

  if (!isfinite (raw))
    return g_strdup (_("no data"));

  switch (derivation->type)
    {
    case BW_DERIVE_DAYS_SINCE:
    case BW_DERIVE_DAYS_BETWEEN:
      return raw_days (raw);

    case BW_DERIVE_CHANGE:
      return raw_change (derivation, raw);

    case BW_DERIVE_RATIO:
      return raw >= -2 && raw <= 2 ? bw_format_percent (raw, 0) : bw_format_number_plain (raw);

    case BW_DERIVE_COLUMN:
    case BW_DERIVE_MEAN:
    default:
      column = bw_panel_find_column (panel, derivation->column);
      return column != BW_NONE ? raw_of_column (panel, snapshot, column, raw) :
             bw_format_number_plain (raw);
    }
}
