/* Who is listed and in which order, as a person chooses; and who stands where. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/customer-list-private.h"

#include "model/matching.h"

/**
 * bw_customer_list_get_row:
 *
 * Returns: the row of the newest snapshot at @position, or %BW_NONE beyond the end
 */
guint
bw_customer_list_get_row (BwCustomerList *self,
                          guint           position)
{
  g_return_val_if_fail (BW_IS_CUSTOMER_LIST (self), BW_NONE);

  return self->rows != NULL ? bw_customer_rows_get_row (self->rows, position) : BW_NONE;
}

/**
 * bw_customer_list_get_customer:
 *
 * Returns: the customer of the panel at @position, or %BW_NONE beyond the end
 */
guint
bw_customer_list_get_customer (BwCustomerList *self,
                               guint           position)
{
  g_return_val_if_fail (BW_IS_CUSTOMER_LIST (self), BW_NONE);

  return self->rows != NULL ? bw_customer_rows_get_customer (self->rows, position) : BW_NONE;
}

/**
 * bw_customer_list_find:
 * @customer: of the panel, or %BW_NONE
 *
 * Returns: the position of @customer, or %BW_NONE where it is not listed
 */
guint
bw_customer_list_find (BwCustomerList *self,
                       guint           customer)
{
  g_return_val_if_fail (BW_IS_CUSTOMER_LIST (self), BW_NONE);

  return self->rows != NULL ? bw_customer_rows_find (self->rows, customer) : BW_NONE;
}

/**
 * bw_customer_list_set_order:
 *
 * Sorts by @order. Customers without a value come last either way, those with the same value are
 * in the order of their names.
 */
void
bw_customer_list_set_order (BwCustomerList *self,
                            BwCustomerOrder order,
                            gboolean        descending)
{
  g_return_if_fail (BW_IS_CUSTOMER_LIST (self));

  if (self->choice.order == order && self->choice.descending == descending)
    return;

  self->choice.order = order;
  self->choice.descending = descending;
  bw_customer_list_update (self);
}

BwCustomerOrder
bw_customer_list_get_order (BwCustomerList *self)
{
  g_return_val_if_fail (BW_IS_CUSTOMER_LIST (self), BW_ORDER_SCORE);

  return self->choice.order;
}

gboolean
bw_customer_list_get_descending (BwCustomerList *self)
{
  g_return_val_if_fail (BW_IS_CUSTOMER_LIST (self), FALSE);

  return self->choice.descending;
}

/**
 * bw_customer_list_set_search:
 * @words: (nullable): words that name or key have to contain, all of them, anywhere, without
 *   regard to case and accents; %NULL or blank lists everybody
 */
void
bw_customer_list_set_search (BwCustomerList *self,
                             const char     *words)
{
  g_return_if_fail (BW_IS_CUSTOMER_LIST (self));

  if (g_strcmp0 (self->words, words) == 0)
    return;

  g_free (self->words);
  self->words = g_strdup (words);
  if (self->rows != NULL)
    bw_customer_rows_search (self->rows, words);
  bw_customer_list_update (self);
}

static gboolean
are_same (const BwConditions *a,
          const BwConditions *b)
{
  return a == NULL || b == NULL ? a == b : bw_conditions_equal (a, b);
}

/**
 * bw_customer_list_set_filter:
 * @where: (nullable): conditions that have to hold for whoever is listed; %NULL lists everybody, as do
 *   conditions on what data and model do not have
 */
void
bw_customer_list_set_filter (BwCustomerList     *self,
                             const BwConditions *where)
{
  g_return_if_fail (BW_IS_CUSTOMER_LIST (self));

  if (are_same (self->where, where))
    return;

  g_clear_pointer (&self->where, bw_conditions_free);
  self->where = where != NULL ? bw_conditions_copy (where) : NULL;
  if (self->rows != NULL)
    bw_customer_rows_filter (self->rows, where);
  bw_customer_list_update (self);
}

/**
 * bw_customer_list_set_bands:
 * @bands: a bit for each band that is listed, 1 << %BW_NO_BAND for those without enough data;
 *   %G_MAXUINT for all
 */
void
bw_customer_list_set_bands (BwCustomerList *self,
                            guint           bands)
{
  g_return_if_fail (BW_IS_CUSTOMER_LIST (self));

  if (self->choice.bands == bands)
    return;

  self->choice.bands = bands;
  bw_customer_list_update (self);
}

/**
 * bw_customer_list_set_noted:
 * @noted: whether only customers with notes are listed
 */
void
bw_customer_list_set_noted (BwCustomerList *self,
                            gboolean        noted)
{
  g_return_if_fail (BW_IS_CUSTOMER_LIST (self));

  if (self->choice.noted == noted)
    return;

  self->choice.noted = noted;
  bw_customer_list_update (self);
}

/**
 * bw_customer_list_set_ready:
 * @ready: whose customers alone are listed; %BW_READY_ALL for everybody
 */
void
bw_customer_list_set_ready (BwCustomerList *self,
                            BwReadyList     ready)
{
  g_return_if_fail (BW_IS_CUSTOMER_LIST (self));
  g_return_if_fail (ready < BW_N_READY_LISTS);

  if (self->choice.ready == ready)
    return;

  self->choice.ready = ready;
  bw_customer_list_update (self);
}
