/* The problems of a report as a list that GTK can show, however many there are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items are made when they are asked for: only those on screen exist. */

#include "app/problem-list.h"

struct _BwProblemItem
{
  GObject parent_instance;

  BwReport *report;
  gsize     index;
};

struct _BwProblemList
{
  GObject parent_instance;

  BwReport *report;
};

static void bw_problem_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (BwProblemItem, bw_problem_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (BwProblemList, bw_problem_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      bw_problem_list_iface_init))

static void
bw_problem_item_finalize (GObject *object)
{
  bw_report_unref (BW_PROBLEM_ITEM (object)->report);

  G_OBJECT_CLASS (bw_problem_item_parent_class)->finalize (object);
}

static void
bw_problem_item_class_init (BwProblemItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_problem_item_finalize;
}

static void
bw_problem_item_init (BwProblemItem *self)
{
}

const BwProblem *
bw_problem_item_get_problem (BwProblemItem *self)
{
  g_return_val_if_fail (BW_IS_PROBLEM_ITEM (self), NULL);

  return bw_report_get_problem (self->report, self->index);
}

static GType
get_item_type (GListModel *model)
{
  return BW_TYPE_PROBLEM_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MIN (bw_report_get_n_problems (BW_PROBLEM_LIST (model)->report), G_MAXINT);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  BwProblemList *self = BW_PROBLEM_LIST (model);
  BwProblemItem *item;

  if (position >= get_n_items (model))
    return NULL;

  item = g_object_new (BW_TYPE_PROBLEM_ITEM, NULL);
  item->report = bw_report_ref (self->report);
  item->index = position;

  return item;
}

static void
bw_problem_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
bw_problem_list_finalize (GObject *object)
{
  bw_report_unref (BW_PROBLEM_LIST (object)->report);

  G_OBJECT_CLASS (bw_problem_list_parent_class)->finalize (object);
}

static void
bw_problem_list_class_init (BwProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_problem_list_finalize;
}

static void
bw_problem_list_init (BwProblemList *self)
{
}

BwProblemList *
bw_problem_list_new (BwReport *report)
{
  BwProblemList *self = g_object_new (BW_TYPE_PROBLEM_LIST, NULL);

  self->report = bw_report_ref (report);

  return self;
}
