/* Cells that are written as a formula so that a spreadsheet leaves them alone: ="00042". */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/formula.h"

struct _BwFormulas
{
  GPtrArray *fields;
  GArray    *lengths; /* of gsize */
};

BwFormulas *
bw_formulas_new (void)
{
  BwFormulas *self = g_new0 (BwFormulas, 1);

  self->fields = g_ptr_array_new ();
  self->lengths = g_array_new (FALSE, FALSE, sizeof (gsize));

  return self;
}

void
bw_formulas_free (BwFormulas *self)
{
  g_ptr_array_unref (self->fields);
  g_array_unref (self->lengths);
  g_free (self);
}

/**
 * bw_formula_cell:
 * @text: (inout): a cell; afterwards what the formula says, which ends before the NUL
 * @length: (inout): its bytes
 *
 * Returns: whether it was a formula of one text and nothing else
 */
gboolean
bw_formula_cell (const char **text,
                 gsize       *length)
{
  if (*length < 3 || (*text)[0] != '=' || (*text)[1] != '"' || (*text)[*length - 1] != '"')
    return FALSE;

  *text += 2;
  *length -= 3;

  return TRUE;
}

/**
 * bw_formulas_open:
 * @record: its fields are changed for others, which are valid until the next record
 */
void
bw_formulas_open (BwFormulas *self,
                  BwRecord   *record)
{
  g_ptr_array_set_size (self->fields, 0);
  g_array_set_size (self->lengths, 0);

  for (guint i = 0; i < record->n_fields; i++)
    {
      const char *text = record->fields[i];
      gsize length = record->lengths[i];

      bw_formula_cell (&text, &length);
      g_ptr_array_add (self->fields, (gpointer) text);
      g_array_append_val (self->lengths, length);
    }

  record->fields = (const char *const *) self->fields->pdata;
  record->lengths = (const gsize *) (gpointer) self->lengths->data;
  record->text = NULL;
}
