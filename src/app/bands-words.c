/* What is said of a band in its editor: for how many it holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/bands-words.h"

#include "chart/words.h"
#include "format/format.h"
#include "workspace/opened.h"

#include <glib/gi18n-lib.h>

/**
 * bw_bands_find_colour:
 * @bands: (array length=n):
 *
 * Returns: a colour that none of them has, grey where all are taken
 */
const char *
bw_bands_find_colour (const BwBand *bands,
                      guint         n)
{
  static const char *const free_first[] = { "orange", "blue", "amber", "green", "red", "grey" };

  for (gsize i = 0; i < G_N_ELEMENTS (free_first); i++)
    {
      gboolean taken = FALSE;

      for (guint band = 0; band < n; band++)
        taken = taken || g_str_equal (bands[band].colour, free_first[i]);
      if (!taken)
        return free_first[i];
    }

  return "grey";
}

static gboolean
has_name (const BwBand *bands,
          guint         n,
          const char   *name)
{
  for (guint band = 0; band < n; band++)
    {
      if (g_strcmp0 (bands[band].name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_bands_make_name:
 * @bands: (array length=n):
 *
 * Returns: (transfer full): a name for one more, which none of them has
 */
char *
bw_bands_make_name (const BwBand *bands,
                    guint         n)
{
  char *name = g_strdup (_("New band"));

  for (guint number = 2; has_name (bands, n, name); number++)
    {
      g_free (name);
      /* TRANSLATORS: the name of a band that was added after a first "New band"; %u is 2 or more */
      name = g_strdup_printf (_("New band %u"), number);
    }

  return name;
}

/**
 * bw_bands_say_effect:
 * @band: of the draft
 *
 * Returns: (transfer full): who is in it of the chosen segment, and their money: "55 → 48 customers ·
 *   $3 M", with the number as opened where that differs
 */
char *
bw_bands_say_effect (BwWorkspace *workspace,
                     guint        band)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);
  const guint segment = bw_workspace_get_segment (workspace);
  const BwSummary *now = bw_results_get_summary (bw_workspace_get_results (workspace), segment);
  const BwSummary *then = bw_opened_get_summary (workspace, segment);
  const guint opened = bw_opened_find_band (workspace, band);
  g_autofree char *customers = bw_words_customers (now->band_counts[band]);
  g_autofree char *money = NULL, *before = NULL;

  if (column != BW_NONE)
    money = bw_format_money_short (now->band_money[band],
                                   bw_panel_get_column (panel, column)->currency);
  if (then != NULL && opened != BW_NONE && then->band_counts[opened] != now->band_counts[band])
    before = bw_format_number (then->band_counts[opened], 0);

  return g_strconcat (before != NULL ? before : "", before != NULL ? " → " : "", customers,
                      money != NULL ? " · " : "", money != NULL ? money : "", NULL);
}

/**
 * bw_bands_check_name:
 *
 * Returns: whether a band or a grade may be called that
 */
gboolean
bw_bands_check_name (const char *name,
                     GError    **error)
{
  g_autofree char *bare = g_strstrip (g_strdup (name));

  if (*bare != '\0')
    return TRUE;

  g_set_error_literal (error, BW_MODEL_ERROR, BW_MODEL_ERROR_VALUE,
                       _("A band or a grade needs a name: write one to go on"));

  return FALSE;
}
