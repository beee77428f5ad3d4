/* Fuzzing: bytes as a model file; what is read as a model writes a file that is the same model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "memory.h"

#include "model/editing.h"
#include "model/matching.h"

/* An edit of what was read is a model too. */
static void
check_edits (BwModel *model)
{
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(BwModel) moved = bw_model_moving_metric (model, i, 0);
      g_autoptr(BwModel) without = bw_model_without_metric (moved, 0, &error);

      g_assert_true ((without == NULL) == (error != NULL));
    }
  for (guint i = 0; i < bw_model_get_n_rules (model); i++)
    {
      g_autoptr(GArray) places =
        bw_conditions_find_contradiction (bw_model_get_rule (model, i)->where);

      g_assert_true (places == NULL || places->len > 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes,
                        size_t         n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = bw_model_from_json ((const char *) bytes, n, "model.json", &error);
  g_autoptr(BwModel) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true ((model == NULL) == (error != NULL));
  if (model == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  text = bw_model_to_json (model);
  again = bw_model_from_json (text, -1, "again.json", &error);
  g_assert_no_error (error);
  g_assert_true (bw_model_equal (model, again));
  check_edits (model);

  return 0;
}
