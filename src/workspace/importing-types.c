/* Corrections that a person makes to how the columns of an import are read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/importing-private.h"

/* Takes what was chosen for @header out of @reading. */
static void
drop_forced (BwReading  *reading,
             const char *header)
{
  guint kept = 0;

  for (guint i = 0; i < reading->n_forced; i++)
    {
      if (g_str_equal (reading->forced[i].column, header))
        g_free (reading->forced[i].column);
      else
        reading->forced[kept++] = reading->forced[i];
    }
  reading->n_forced = kept;
}

static void
add_forced (BwReading   *reading,
            const char  *header,
            BwColumnType type)
{
  const BwForcedType forced = { .column = g_strdup (header), .type = type };

  reading->forced = g_renew (BwForcedType, reading->forced, reading->n_forced + 1);
  reading->forced[reading->n_forced++] = forced;
}

/**
 * bw_importing_set_type:
 * @header: a column of that file
 *
 * Reads the column as @type, whatever inspection says.
 */
void
bw_importing_set_type (BwImporting *self,
                       guint        file,
                       const char  *header,
                       BwColumnType type)
{
  g_autoptr(BwReading) choices = NULL;

  g_return_if_fail (BW_IS_IMPORTING (self));

  choices = bw_reading_copy (bw_importing_get_choices (self, file));
  drop_forced (choices, header);
  add_forced (choices, header, type);
  bw_importing_reread (self, file, choices);
}

/**
 * bw_importing_unset_type:
 * @header: a column of that file
 *
 * Leaves the column's type to inspection again.
 */
void
bw_importing_unset_type (BwImporting *self,
                         guint        file,
                         const char  *header)
{
  g_autoptr(BwReading) choices = NULL;

  g_return_if_fail (BW_IS_IMPORTING (self));

  choices = bw_reading_copy (bw_importing_get_choices (self, file));
  drop_forced (choices, header);
  bw_importing_reread (self, file, choices);
}

/* Whether a person has said how such columns of the file are to be read. */
static gboolean
is_answered (const BwReading *choices,
             BwOpenReading    open)
{
  return open == BW_OPEN_DECIMAL ? choices->decimal != BW_CHOOSE :
         choices->date_order != BW_DATE_ORDER_FIND;
}

/**
 * bw_importing_find_question:
 * @file: (out): of the intake
 * @column: (out): of its table
 *
 * Returns: whether there is a column that fits two readings, and nobody has said which
 */
gboolean
bw_importing_find_question (BwImporting *self,
                            guint       *file,
                            guint       *column)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), FALSE);

  if (self->state.intake == NULL)
    return FALSE;
  for (*file = 0; *file < bw_intake_get_n_sources (self->state.intake); ++*file)
    {
      BwSource *source = bw_intake_get_source (self->state.intake, *file);
      const guint n_columns = bw_table_get_n_columns (bw_source_get_table (source));

      for (*column = 0; *column < n_columns; ++*column)
        {
          const BwColumnFacts *facts = bw_source_get_facts (source, *column);

          if (facts->ambiguous && facts->open != BW_OPEN_NOTHING &&
              !is_answered (bw_importing_get_choices (self, *file), facts->open))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * bw_importing_answer:
 * @column: of the table of that file, as bw_importing_find_question() gave them
 * @as_read: whether it is as it was read, or the other way
 *
 * Says how all columns of that file which fit both ways are to be read.
 */
void
bw_importing_answer (BwImporting *self,
                     guint        file,
                     guint        column,
                     gboolean     as_read)
{
  const BwColumnFacts *facts;
  g_autoptr(BwReading) choices = NULL;

  g_return_if_fail (BW_IS_IMPORTING (self));

  facts = bw_source_get_facts (bw_intake_get_source (self->state.intake, file), column);
  choices = bw_reading_copy (bw_importing_get_choices (self, file));
  if (facts->open == BW_OPEN_DECIMAL)
    choices->decimal = (facts->decimal == ',') == as_read ? ',' : '.';
  else
    choices->date_order = (facts->date_order == BW_DATE_ORDER_DMY) == as_read ?
                          BW_DATE_ORDER_DMY : BW_DATE_ORDER_MDY;
  bw_importing_reread (self, file, choices);
}
