/* A place in the list of customers, whoever stands there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/customer-list-private.h"

struct _BwCustomerSlot
{
  GObject parent_instance;

  guint position;
};

G_DEFINE_FINAL_TYPE (BwCustomerSlot, bw_customer_slot, G_TYPE_OBJECT)

static void
bw_customer_slot_class_init (BwCustomerSlotClass *klass)
{
}

static void
bw_customer_slot_init (BwCustomerSlot *self)
{
}

BwCustomerSlot *
bw_customer_slot_new (guint position)
{
  BwCustomerSlot *self = g_object_new (BW_TYPE_CUSTOMER_SLOT, NULL);

  self->position = position;

  return self;
}

/**
 * bw_customer_slot_get_position:
 *
 * Returns: the place in the list that the slot stands for, for ever
 */
guint
bw_customer_slot_get_position (BwCustomerSlot *self)
{
  g_return_val_if_fail (BW_IS_CUSTOMER_SLOT (self), 0);

  return self->position;
}
