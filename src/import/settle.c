/* What numbers with a letter behind them are in a column: 12M a term of months, or millions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lone letter says little: 12M is a year's term, 3B a flat, 5k five thousand. A column is believed
 * where half of its scaled cells leave no doubt (a word, a currency, decimals), where thousands stand
 * beside millions, where all are thousands, or where its header names an amount. */

#include "import/settle.h"

#include "cells/currency.h"
#include "cells/hints.h"

#define THOUSANDS (1u << 3)

static gboolean
are_scaled (const BwTally *tally,
            const char    *header)
{
  if (bw_header_names_things (header))
    return FALSE;
  if (tally->n_scaled_sure * 2 >= tally->n_scaled || (tally->scales & THOUSANDS) != 0)
    return TRUE;

  return bw_header_amounts (header) || bw_currency_of_header (header) != NULL;
}

/**
 * bw_tally_settle:
 * @header: of the column
 *
 * Decides whether numbers with a scale are numbers in this column; if not, they are counted as codes
 * and no longer as scaled.
 */
void
bw_tally_settle (BwTally    *self,
                 const char *header)
{
  if (self->n_scaled == 0)
    return;

  if (are_scaled (self, header))
    {
      for (guint mark = 0; mark < BW_N_MARKS; mark++)
        self->n_numbers[mark] += self->n_scaled_numbers[mark];
      return;
    }

  self->n_codes += self->n_scaled;
  self->n_scaled = 0;
}
