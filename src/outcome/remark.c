/* What a person should know about a finding: a sentence, and how grave it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/remark.h"

#include "format/format.h"

static void
remark_free (gpointer data)
{
  BwRemark *remark = data;

  g_free (remark->text);
  g_free (remark);
}

/**
 * bw_remarks_new:
 *
 * Returns: (transfer full) (element-type BwRemark): an empty list, which owns what is added
 */
GPtrArray *
bw_remarks_new (void)
{
  return g_ptr_array_new_with_free_func (remark_free);
}

/**
 * bw_remarks_add:
 * @id: lives as long as the program
 * @text: (transfer full): for a person
 */
void
bw_remarks_add (GPtrArray    *remarks,
                const char   *id,
                BwRemarkLevel level,
                char         *text)
{
  BwRemark *remark = g_new (BwRemark, 1);

  *remark = (BwRemark) { id, level, text };
  g_ptr_array_add (remarks, remark);
}

/**
 * bw_remarks_find:
 *
 * Returns: (transfer none) (nullable): the first remark with @id
 */
const BwRemark *
bw_remarks_find (const GPtrArray *remarks,
                 const char      *id)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const BwRemark *remark = g_ptr_array_index (remarks, i);

      if (g_str_equal (remark->id, id))
        return remark;
    }

  return NULL;
}

/**
 * bw_count_to_text:
 *
 * Returns: (transfer full): the number as it stands in a sentence: 4,292
 */
char *
bw_count_to_text (gsize n)
{
  return bw_format_number (n, 0);
}
