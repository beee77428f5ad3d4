/* Conditions on raw values, and lists of them: the rules of segments, caps and floors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/condition.h"

#include "model/condition-row.h"
#include "model/parts.h"

#include <glib/gi18n-lib.h>

static const char *const subject_keys[] = { "column", "metric", "days-since" };

const char *
bw_test_get_id (BwTest test)
{
  g_return_val_if_fail ((guint) test < BW_N_TESTS, NULL);

  return bw_test_get_row (test)->id;
}

/* Tells which keys of a condition name its subject and its test; there is exactly one of each. */
static gboolean
find_subject_and_test (BwReader    *reader,
                       JsonObject  *object,
                       BwCondition *out)
{
  const char *keys[G_N_ELEMENTS (subject_keys) + BW_N_TESTS + 1] = { NULL };
  guint n_keys = 0, n_subjects = 0, n_tests = 0;

  for (guint i = 0; i < G_N_ELEMENTS (subject_keys); i++)
    {
      keys[n_keys++] = subject_keys[i];
      if (json_object_has_member (object, subject_keys[i]))
        {
          out->subject = i;
          n_subjects++;
        }
    }
  for (guint i = 0; i < BW_N_TESTS; i++)
    {
      keys[n_keys++] = bw_test_get_id (i);
      if (json_object_has_member (object, bw_test_get_id (i)))
        {
          out->test = i;
          n_tests++;
        }
    }

  if (!bw_reader_keys (reader, object, keys))
    return FALSE;
  if (n_subjects != 1)
    return bw_place_fail (reader->place, _("write exactly one of “column”, “metric” and "
                                           "“days-since”"));
  if (n_tests != 1)
    return bw_place_fail (reader->place, _("write exactly one test, such as “is”, “less” or "
                                           "“empty”"));

  return TRUE;
}

static gboolean
read_operand (BwReader *reader,
              JsonNode *node,
              guint     index,
              gpointer  user_data)
{
  GArray *operands = user_data;
  BwOperand operand;

  if (!bw_operand_read (reader, node, &operand))
    return FALSE;
  g_array_append_val (operands, operand);

  return TRUE;
}

static gboolean
read_operands (BwReader    *reader,
               JsonObject  *object,
               BwCondition *out)
{
  const BwTestRow *row = bw_test_get_row (out->test);
  g_autoptr(GArray) operands = g_array_new (FALSE, FALSE, sizeof (BwOperand));
  BwOperand *kept;
  gsize mark;

  if (row->most_operands > 1)
    {
      if (!bw_reader_items (reader, object, row->id, row->least_operands, row->most_operands,
                            read_operand, operands))
        return FALSE;
    }
  else
    {
      mark = bw_place_enter (reader->place, row->id);
      if (!read_operand (reader, json_object_get_member (object, row->id), 0, operands))
        return FALSE;
      bw_place_leave (reader->place, mark);
    }

  kept = bw_recipe_block (reader->recipe, operands->len * sizeof *kept);
  for (guint i = 0; i < operands->len; i++)
    kept[i] = g_array_index (operands, BwOperand, i);
  out->operands = kept;
  out->n_operands = operands->len;

  return TRUE;
}

static gboolean
read_condition (BwReader *reader,
                JsonNode *node,
                guint     index,
                gpointer  user_data)
{
  GArray *conditions = user_data;
  BwCondition condition = { 0 };
  JsonObject *object;

  if (!bw_reader_object (reader, node, &object) ||
      !find_subject_and_test (reader, object, &condition) ||
      !bw_reader_text (reader, object, subject_keys[condition.subject], TRUE, &condition.name))
    return FALSE;

  if (condition.test == BW_TEST_EMPTY)
    {
      if (!bw_reader_flag (reader, object, "empty", &condition.empty))
        return FALSE;
    }
  else if (!read_operands (reader, object, &condition))
    {
      return FALSE;
    }
  g_array_append_val (conditions, condition);

  return TRUE;
}

/**
 * bw_conditions_read:
 * @node: the value of "where", with the reader's path at it
 *
 * Returns: (transfer none) (nullable): the conditions, kept as long as the recipe; %NULL with the
 *   error set
 */
const BwConditions *
bw_conditions_read (BwReader *reader,
                    JsonNode *node)
{
  static const char *const keys[] = { "all", "any", NULL };
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (BwCondition));
  BwConditions *conditions;
  BwCondition *kept;
  JsonObject *object;

  if (!bw_reader_object (reader, node, &object) || !bw_reader_keys (reader, object, keys))
    return NULL;
  if (json_object_get_size (object) != 1)
    {
      bw_place_fail (reader->place, _("write either “all” or “any” with a list of conditions"));
      return NULL;
    }

  conditions = bw_recipe_block (reader->recipe, sizeof *conditions);
  conditions->any = json_object_has_member (object, "any");
  if (!bw_reader_items (reader, object, conditions->any ? "any" : "all", 1, BW_MAX_CONDITIONS,
                        read_condition, list))
    return NULL;

  kept = bw_recipe_block (reader->recipe, list->len * sizeof *kept);
  for (guint i = 0; i < list->len; i++)
    kept[i] = g_array_index (list, BwCondition, i);
  conditions->conditions = kept;
  conditions->n_conditions = list->len;

  return conditions;
}

static gboolean
operand_is_sound (const BwCondition *condition,
                  const BwOperand   *operand,
                  BwPlace           *place)
{
  const BwTestRow *row = bw_test_get_row (condition->test);

  if (operand->text == NULL || (row->takes == BW_TAKES_TEXT && *operand->text == '\0'))
    return bw_place_fail (place, _("the text is empty; write what to look for"));
  if (!bw_place_text (place, NULL, operand->text, FALSE))
    return FALSE;
  if (row->takes == BW_TAKES_ORDER &&
      !bw_operand_is_number (operand) && !bw_operand_is_date (operand))
    return bw_place_fail (place, _("“%s” is neither a number nor a date such as 2026-01-31"),
                          operand->text);
  if (condition->subject == BW_SUBJECT_DAYS_SINCE && !bw_operand_is_number (operand))
    return bw_place_fail (place, _("“%s” is no number; write a number of days"), operand->text);

  return TRUE;
}

static gboolean
ends_are_sound (const BwOperand *ends,
                BwPlace         *place)
{
  if (bw_operand_is_date (&ends[0]) != bw_operand_is_date (&ends[1]))
    return bw_place_fail (place, _("one end is a date and the other a number; write two of a "
                                   "kind"));
  if (ends[0].number > ends[1].number)
    return bw_place_fail (place, _("“%s” is more than “%s”; write the lesser end first"),
                          ends[0].text, ends[1].text);

  return TRUE;
}

static gboolean
operands_are_sound (const BwCondition *self,
                    BwPlace           *place)
{
  const BwTestRow *row = bw_test_get_row (self->test);
  const gsize mark = bw_place_enter (place, row->id);

  if (row->takes == BW_TAKES_NOTHING)
    {
      bw_place_leave (place, mark);
      return TRUE;
    }
  if (!bw_place_count (place, self->n_operands, row->least_operands, row->most_operands))
    return FALSE;

  for (guint i = 0; i < self->n_operands; i++)
    {
      const gsize item = row->most_operands > 1 ? bw_place_enter_item (place, i)
                         : place->path->len;

      if (!operand_is_sound (self, &self->operands[i], place))
        return FALSE;
      bw_place_leave (place, item);
    }
  if (self->test == BW_TEST_BETWEEN && !ends_are_sound (self->operands, place))
    return FALSE;
  bw_place_leave (place, mark);

  return TRUE;
}

static gboolean
condition_is_sound (const BwCondition *self,
                    const BwRecipe    *recipe,
                    BwPlace           *place)
{
  if (!bw_place_text (place, subject_keys[self->subject], self->name, TRUE))
    return FALSE;
  if (self->subject == BW_SUBJECT_METRIC && bw_recipe_find_metric (recipe, self->name) == BW_NONE)
    {
      bw_place_enter (place, "metric");
      return bw_place_fail (place, _("there is no metric with the id “%s”"), self->name);
    }

  return operands_are_sound (self, place);
}

/**
 * bw_conditions_are_sound:
 * @recipe: whose metrics they may be on
 * @place: whose conditions they are
 *
 * Returns: whether each is complete and compares with what its test can; a panel is not asked
 */
gboolean
bw_conditions_are_sound (const BwConditions *self,
                         const BwRecipe     *recipe,
                         BwPlace            *place)
{
  const gsize mark = bw_place_enter (place, self->any ? "any" : "all");

  if (!bw_place_count (place, self->n_conditions, 1, BW_MAX_CONDITIONS))
    return FALSE;

  for (guint i = 0; i < self->n_conditions; i++)
    {
      const gsize item = bw_place_enter_item (place, i);

      if (!condition_is_sound (&self->conditions[i], recipe, place))
        return FALSE;
      bw_place_leave (place, item);
    }
  bw_place_leave (place, mark);

  return TRUE;
}

static void
write_condition (const BwCondition *self,
                 BwWriter          *writer)
{
  const BwTestRow *row = bw_test_get_row (self->test);

  bw_writer_open (writer, NULL, '{', BW_LAYOUT_INLINE);
  bw_writer_text (writer, subject_keys[self->subject], self->name);
  if (self->test == BW_TEST_EMPTY)
    {
      bw_writer_flag (writer, row->id, self->empty);
    }
  else if (row->most_operands == 1)
    {
      bw_operand_write (&self->operands[0], writer, row->id);
    }
  else
    {
      bw_writer_open (writer, row->id, '[', BW_LAYOUT_INLINE);
      for (guint i = 0; i < self->n_operands; i++)
        bw_operand_write (&self->operands[i], writer, NULL);
      bw_writer_close (writer);
    }
  bw_writer_close (writer);
}

void
bw_conditions_write (const BwConditions *self,
                     BwWriter           *writer,
                     const char         *key)
{
  bw_writer_open (writer, key, '{', BW_LAYOUT_LINES);
  bw_writer_open (writer, self->any ? "any" : "all", '[', BW_LAYOUT_LINES);
  for (guint i = 0; i < self->n_conditions; i++)
    write_condition (&self->conditions[i], writer);
  bw_writer_close (writer);
  bw_writer_close (writer);
}
