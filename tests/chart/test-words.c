/* What is said of a score, of what changed it, and of what would: word by word. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "../score/fixture.h"

#include "chart/change-words.h"
#include "chart/explain-words.h"
#include "chart/hint-words.h"
#include "chart/shown-words.h"
#include "chart/words.h"

#include <math.h>

#define NEWEST 20787 /* 30 November 2026 */

#define MODEL(rules) \
  "{'format': 'bellwether-model', 'version': 1, 'name': 'n', " \
  "'groups': [{'id': 'x', 'name': 'X'}], " \
  "'metrics': [" \
  "{'id': 'active', 'name': 'Active users', 'group': 'x', 'column': 'active', 'scale': {'type': 'linear', 'from': 0, 'to': 1}}, " \
  "{'id': 'met', 'name': 'Last meeting', 'group': 'x', 'derive': {'type': 'days-since', 'column': 'met'}, 'direction': 'hurts', " \
  " 'scale': {'type': 'linear', 'from': 0, 'to': 100}}, " \
  "{'id': 'tickets', 'name': 'Support tickets', 'group': 'x', 'column': 'tickets', 'direction': 'hurts', 'missing': 'neutral', " \
  " 'scale': {'type': 'linear', 'from': 0, 'to': 10}}, " \
  "{'id': 'late', 'name': 'Delinquent', 'group': 'x', 'column': 'late', 'direction': 'hurts', " \
  " 'scale': {'type': 'linear', 'from': 0, 'to': 1}}, " \
  "{'id': 'nps', 'name': 'NPS', 'group': 'x', 'column': 'nps', 'scale': {'type': 'linear', 'from': 0, 'to': 10}}], " \
  "'segments': [{'id': 'vip', 'name': 'Named', 'where': {'all': [{'column': 'vip', 'is': 'yes'}]}, " \
  "'weights': {'active': 19, 'met': 20, 'tickets': 20, 'late': 20, 'nps': 21}}, " \
  "{'id': 'rest', 'name': 'Everyone else', 'weights': {'active': 50, 'nps': 50}}]" rules "}"

#define RULES ", 'rules': [{'at-most': 49, 'where': {'all': [{'column': 'late', 'is': 'yes'}]}, 'reason': 'Delinquent'}, " \
  "{'at-least': 40, 'where': {'all': [{'column': 'nps', 'at-least': 10}]}, 'reason': 'CSM vouches'}]"

/* Four customers on 31 October, then on 30 November. */
static const double active[] = { 0.61, 0.5, 0.9, 0.8, 0.34, NAN, 0.9, 0.8 };
static const double met[] = { NEWEST - 30 - 20, NEWEST - 30, NEWEST - 30, NEWEST - 30,
                              NEWEST - 74, NEWEST - 1, NEWEST - 30, NEWEST - 30 };
static const double tickets[] = { 3, NAN, 0, 0, 6, 2, 0, 0 };
static const double late[] = { 0, 0, 0, 0, 1, 0, 0, 0 };
static const double nps[] = { 8, 8, NAN, 9, 8, NAN, 7, 9 };
static const double vip[] = { 1, 1, 1, 1, 1, 1, 1, 0 };

typedef struct
{
  BwPanel   *panel;
  BwModel   *model;
  BwResults *before;
  BwResults *now;
} Book;

static void
book_end (Book *self)
{
  g_clear_pointer (&self->before, bw_results_unref);
  g_clear_pointer (&self->now, bw_results_unref);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_end)

static void
book_begin (Book       *self,
            const char *json)
{
  static const double dates[] = { NEWEST - 30, NEWEST };
  const FixtureColumn columns[] = {
    { "active", BW_COLUMN_PERCENT, BW_ROLE_METRIC, active, NULL },
    { "met", BW_COLUMN_DATE, BW_ROLE_METRIC, met, NULL },
    { "tickets", BW_COLUMN_NUMBER, BW_ROLE_METRIC, tickets, NULL },
    { "late", BW_COLUMN_FLAG, BW_ROLE_METRIC, late, NULL },
    { "nps", BW_COLUMN_NUMBER, BW_ROLE_METRIC, nps, NULL },
    { "vip", BW_COLUMN_FLAG, BW_ROLE_ATTRIBUTE, vip, NULL },
  };

  self->panel = fixture_panel (columns, G_N_ELEMENTS (columns), 4, dates, 2);
  self->model = fixture_model (json);
  self->before = fixture_score (self->panel, self->model, 0);
  self->now = fixture_score (self->panel, self->model, 1);
}

/* Takes @text, whose no-break spaces count as spaces. */
static void
assert_says (char       *text,
             const char *expected)
{
  g_autofree char *said = text;
  g_auto(GStrv) parts = g_strsplit (said, "\302\240", -1);
  g_autofree char *plain = g_strjoinv (" ", parts);

  g_assert_cmpstr (plain, ==, expected);
}

static const BwReason *
find_reason (const BwExplanation *explanation,
             guint                metric)
{
  for (guint i = 0; i < explanation->n_reasons; i++)
    {
      if (explanation->reasons[i].metric == metric)
        return &explanation->reasons[i];
    }

  g_assert_not_reached ();
}

typedef struct
{
  const char *name;
  guint       customer;
  guint       metric;
  const char *words;
  int         tenths;
} Change;

/* Of the first customer all shares stay: 0.19·(34 − 61) = −5.13, 0.2·(26 − 80), 0.2·(40 − 70), 0.2·(0 − 100).
 * The largest remainders go to the roundest: −41.93 in all. The second has 0.2 of 1 before and 0.2 of
 * 0.6 after: ½(1/5 + 1/3)·(99 − 100) = −0.27, and ½(1/5 + 1/3)·(80 − 50) = 8. */
static const Change changes[] = {
  { "fell", 0, 0, "Active users fell from 61 % to 34 %", -51 },
  { "days", 0, 1, "Last meeting is now 74 days ago", -108 },
  { "hurts", 0, 2, "Support tickets rose from 3 to 6", -60 },
  { "named", 0, 3, "Delinquent changed from no to yes", -200 },
  { "still", 0, 4, "NPS is still 8", 0 },
  { "one-day", 1, 1, "Last meeting is now 1 day ago", -3 },
  { "known", 1, 2, "Support tickets had no data, now 2", 80 },
};

static void
test_change (gconstpointer data)
{
  const Change *c = data;
  g_auto(Book) book = { 0, };
  g_autoptr(BwExplanation) explanation = NULL;
  const BwReason *reason;

  book_begin (&book, MODEL (""));
  explanation = bw_explain_change (book.before, book.now, c->customer);
  reason = find_reason (explanation, c->metric);
  assert_says (bw_change_words (book.before, book.now, reason), c->words);
  g_assert_cmpint (ABS (reason->tenths - c->tenths), <=, 1);
  g_assert_cmpint (llround (reason->points * 10), ==, c->tenths);
}

static void
test_gone (void)
{
  g_auto(Book) book = { 0, };
  BwReason reason = { .metric = 2, .raw = NAN, .raw_before = 3 };

  book_begin (&book, MODEL (""));
  assert_says (bw_change_words (book.before, book.now, &reason), "Support tickets has no data now");
}

static const struct
{
  guint       customer;
  const char *words;
} missing[] = {
  { 0, "Missing data or new segment" },
  { 1, "Active users, NPS have no data now" },
  { 2, "NPS had no data before" },
  { 3, "now in Everyone else" },
};

static void
test_missing (void)
{
  g_auto(Book) book = { 0, };

  book_begin (&book, MODEL (""));
  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    assert_says (bw_missing_words (book.before, book.now, missing[i].customer), missing[i].words);
}

static void
test_shown (void)
{
  static const struct
  {
    BwShownAs   as;
    double      score;
    const char *words, *with_number, *with_band;
  } rows[] = {
    { BW_SHOWN_NUMBER, 38.2, "38", "38", "38 At risk" },
    { BW_SHOWN_NUMBER, 69.6, "69.6", "69.6", "69.6 Watch" },
    { BW_SHOWN_PERCENT, 38.2, "38 %", "38 %", "38 % At risk" },
    { BW_SHOWN_LETTER, 38.2, "E", "E · 38", "E At risk" },
    { BW_SHOWN_LETTER, 85, "A", "A · 85", "A Healthy" },
    { BW_SHOWN_BAND, 38.2, "At risk", "At risk · 38", "At risk" },
    { BW_SHOWN_RANK, 38.2, "38", "38", "38 At risk" },
    { BW_SHOWN_PERCENTILE, 38.2, "38", "38", "38 At risk" },
  };
  g_autoptr(BwModel) model = fixture_model (MODEL (""));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      assert_says (bw_shown_words (rows[i].as, model, rows[i].score), rows[i].words);
      assert_says (bw_shown_words_with_number (rows[i].as, model, rows[i].score),
                   rows[i].with_number);
      assert_says (bw_shown_words_and_band (rows[i].as, model, rows[i].score), rows[i].with_band);
      assert_says (bw_shown_words (rows[i].as, model, NAN), "–");
    }
  assert_says (bw_shown_words_of_mean (BW_SHOWN_PERCENT, 71.24, 1), "71.2 %");
  assert_says (bw_shown_words_of_mean (BW_SHOWN_LETTER, 71.24, 1), "71.2");
  assert_says (bw_shown_words_of_mean (BW_SHOWN_PERCENT, NAN, 1), "–");
  assert_says (bw_shown_words_of_bar (BW_SHOWN_LETTER, model, 40, 42), " (D)");
  assert_says (bw_shown_words_of_bar (BW_SHOWN_LETTER, model, 54, 56), " (C–D)");
  assert_says (bw_shown_words_of_bar (BW_SHOWN_LETTER, model, 98, 100), " (A)");
  assert_says (bw_shown_words_of_bar (BW_SHOWN_NUMBER, model, 40, 42), "");
}

static void
test_two (void)
{
  static const struct
  {
    BwShownAs   as;
    double      from, to;
    const char *from_words, *to_words;
  } rows[] = {
    { BW_SHOWN_NUMBER, 75, 30, "75", "30" },
    { BW_SHOWN_LETTER, 75, 30, "B", "E" },
    { BW_SHOWN_LETTER, 38, 30, "38", "30" },
    { BW_SHOWN_LETTER, 30, 30, "E", "E" },
    { BW_SHOWN_BAND, 75, 30, "Healthy", "At risk" },
    { BW_SHOWN_BAND, 69.6, 41, "69.6", "41" },
    { BW_SHOWN_RANK, 75, 30, "75", "30" },
    { BW_SHOWN_LETTER, NAN, 30, "–", "E" },
  };
  g_autoptr(BwModel) model = fixture_model (MODEL (""));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *from, *to;

      bw_shown_words_of_two (rows[i].as, model, rows[i].from, rows[i].to, &from, &to);
      assert_says (from, rows[i].from_words);
      assert_says (to, rows[i].to_words);
    }
}

/* The first customer scores 36.46 now, the last of three in its segment. */
static void
test_sentence (void)
{
  g_auto(Book) book = { 0, };

  book_begin (&book, MODEL (""));
  g_assert_cmpfloat_with_epsilon (bw_results_get_score (book.now, 0), 36.46, 1e-9);
  assert_says (bw_shown_sentence (BW_SHOWN_NUMBER, book.now, 0, "Dunmore"), "Dunmore scores 36");
  assert_says (bw_shown_sentence (BW_SHOWN_PERCENT, book.now, 0, "Dunmore"), "Dunmore scores 36 %");
  assert_says (bw_shown_sentence (BW_SHOWN_LETTER, book.now, 0, "Dunmore"), "Dunmore scores E");
  assert_says (bw_shown_sentence (BW_SHOWN_BAND, book.now, 0, "Dunmore"), "Dunmore is At risk");
  assert_says (bw_shown_sentence (BW_SHOWN_RANK, book.now, 0, "Dunmore"),
               "Dunmore has rank 3 of 3");
  assert_says (bw_shown_words_of_row (BW_SHOWN_RANK, book.now, 0), "3");
  assert_says (bw_shown_words_in_full (BW_SHOWN_RANK, book.now, 0), "rank 3");
  assert_says (bw_shown_words_with_number_of_row (BW_SHOWN_RANK, book.now, 0), "rank 3 · 36");
}

static void
test_required (void)
{
  const BwRequiredMetric up = { .metric = 0, .possible = TRUE, .raw_now = 0.34, .raw = 0.5234 };
  const BwRequiredMetric down = { .metric = 2, .possible = TRUE, .raw_now = 6, .raw = 2.5 };
  const BwRequiredMetric days = { .metric = 1, .possible = TRUE, .raw_now = 74, .raw = 21.7 };
  const BwRequiredMetric unknown = { .metric = 0, .possible = TRUE, .raw_now = NAN, .raw = 0.5 };
  const BwRequiredMetric best = { .metric = 4, .most = 66.2 };
  BwRequired required = { .band = 2, .cap = BW_NONE };
  g_auto(Book) book = { 0, };

  book_begin (&book, MODEL (RULES));
  assert_says (bw_required_words (book.now, &up), "Active users at 53 % instead of 34 %");
  assert_says (bw_required_words (book.now, &down), "Support tickets at 2.5 instead of 6");
  assert_says (bw_required_words (book.now, &days), "Last meeting at 21 days instead of 74 days");
  assert_says (bw_required_words (book.now, &unknown), "Active users known, and at 50 %");
  assert_says (bw_required_say_best (book.now, &required, &best, BW_SHOWN_NUMBER),
               "NPS alone: 66 at best");
  assert_says (bw_required_say_best (book.now, &required, &best, BW_SHOWN_LETTER),
               "NPS alone: C at best");
  g_assert_null (bw_required_say_cap (book.now, &required));
  required.cap = 0;
  assert_says (bw_required_say_cap (book.now, &required),
               "Not while capped: “Delinquent” holds it at 49 or below");
}

/* Four can do it alone, the nearest first, of which the last lifts the most; one cannot. */
static void
test_required_many (void)
{
  BwRequiredMetric metrics[] = {
    { .metric = 0, .possible = TRUE, .most = 50 }, { .metric = 1, .possible = TRUE, .most = 52 },
    { .metric = 2, .possible = TRUE, .most = 51 }, { .metric = 3, .possible = TRUE, .most = 80 },
    { .metric = 4, .possible = FALSE, .most = 30 },
  };
  BwRequired required = { .band = 2, .cap = BW_NONE, .metrics = metrics, .n_metrics = 5 };
  guint chosen[4];
  g_auto(Book) book = { 0, };

  book_begin (&book, MODEL (RULES));
  g_assert_cmpuint (bw_required_choose (&required, chosen, 4), ==, 4);
  g_assert_null (bw_required_say_more (book.now, &required, chosen, 4));
  g_assert_cmpuint (bw_required_choose (&required, chosen, 2), ==, 2);
  g_assert_cmpuint (chosen[0], ==, 0);
  g_assert_cmpuint (chosen[1], ==, 3);
  assert_says (bw_required_say_more (book.now, &required, chosen, 2),
               "2 more: Last meeting, Support tickets");
  metrics[0].most = 90;
  g_assert_cmpuint (bw_required_choose (&required, chosen, 2), ==, 2);
  g_assert_cmpuint (chosen[1], ==, 1);
  required.n_metrics = 0;
  g_assert_cmpuint (bw_required_choose (&required, chosen, 2), ==, 0);
}

static void
test_tipping (void)
{
  const BwTipping more = { .metric = 4, .share = 0.12, .tips_at = 0.178, .band = 1 };
  const BwTipping little = { .metric = 4, .share = 0.12, .tips_at = 0.1214, .band = 0 };
  g_autoptr(BwModel) model = fixture_model (MODEL (""));

  assert_says (bw_tipping_words (model, &more),
               "With NPS at 18 % instead of 12 % it would be Watch.");
  assert_says (bw_tipping_words (model, &little),
               "With NPS at 12.2 % instead of 12 % it would be At risk.");
}

/* A band whose customers have none of the metric is said in words. */
static void
test_separation (void)
{
  static const struct
  {
    double      top, bottom;
    const char *words;
  } rows[] = {
    { 91.6, 20.4, "NPS: 92 against 20" },
    { 78, NAN, "NPS: 78 against no data" },
    { NAN, 20, "NPS: no data against 20" },
  };
  g_autoptr(BwModel) model = fixture_model (MODEL (RULES));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const BwMetricInsight insight = { .mean_top = rows[i].top, .mean_bottom = rows[i].bottom };

      assert_says (bw_separation_to_words (model, 4, &insight), rows[i].words);
    }
}

static void
test_hints (void)
{
  static const struct
  {
    BwHint      hint;
    const char *words;
  } rows[] = {
    { { BW_HINT_CONSTANT, 0, 3, 0, 0.97, 0.2 }, "“Delinquent” scores 97 % of the customers alike, so it hardly tells them apart." },
    { { BW_HINT_NO_DATA, 0, 4, 0, 0.21, 0 }, "“NPS” has data for only 21 % of the customers." },
    { { BW_HINT_TOGETHER, 0, 0, 1, -0.784, 0.39 }, "“Active users” and “Last meeting” move together (r = −0.78) and weigh 39 % together." },
    { { BW_HINT_LITTLE, 0, 4, 0, 0.04, 0.3 }, "“NPS” weighs 30 % and makes only 4 % of the differences." },
    { { BW_HINT_MUCH, 0, 4, 0, 0.3, 0.04 }, "“NPS” weighs only 4 % and makes 30 % of the differences." },
    { { BW_HINT_MOSTLY_TOP, BW_ALL_SEGMENTS, 0, 0, 0.86, 0 }, "86 % of the customers are in “Healthy”, so the score says little." },
    { { BW_HINT_MOSTLY_BOTTOM, BW_ALL_SEGMENTS, 0, 0, 0.9, 0 }, "90 % of the customers are in “At risk”, so the score says little." },
    { { BW_HINT_EMPTY_SEGMENT, 0, 0, 0, 0, 0 }, "No customer is in “Named”." },
    { { BW_HINT_NO_WEIGHTS, 1, 0, 0, 0, 0 }, "All weights of “Everyone else” are 0, so nobody in it is scored." },
    { { BW_HINT_IDLE_RULE, 0, 0, 0, 0, 0 }, "The cap “Delinquent” holds for nobody." },
    { { BW_HINT_IDLE_RULE, 0, 1, 0, 0, 0 }, "The floor “CSM vouches” holds for nobody." },
    { { BW_HINT_IDLE_RULE, 0, 9, 0, 0, 0 }, "A cap or floor holds for nobody." },
    { { BW_HINT_FLAT_SCALE, 0, 2, 0, 0, 0 }, "The scale of “Support tickets” gives every customer the same score." },
  };
  g_autoptr(BwModel) model = fixture_model (MODEL (RULES));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_says (bw_hint_to_words (model, &rows[i].hint), rows[i].words);
}

static void
test_days (void)
{
  g_auto(Book) book = { 0, };

  book_begin (&book, MODEL (""));
  assert_says (bw_words_day (book.panel, NEWEST - 30), "31 Oct");
  assert_says (bw_words_day (book.panel, NEWEST - 30 - 730), "31 Oct 2024");
  assert_says (bw_words_customers (1), "1 customer");
  assert_says (bw_words_customers (2), "2 customers");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/words/change/", changes[i].name, NULL);

      g_test_add_data_func (path, &changes[i], test_change);
    }
  g_test_add_func ("/chart/words/gone", test_gone);
  g_test_add_func ("/chart/words/missing", test_missing);
  g_test_add_func ("/chart/words/shown", test_shown);
  g_test_add_func ("/chart/words/two", test_two);
  g_test_add_func ("/chart/words/sentence", test_sentence);
  g_test_add_func ("/chart/words/required", test_required);
  g_test_add_func ("/chart/words/required-many", test_required_many);
  g_test_add_func ("/chart/words/tipping", test_tipping);
  g_test_add_func ("/chart/words/separation", test_separation);
  g_test_add_func ("/chart/words/hints", test_hints);
  g_test_add_func ("/chart/words/days", test_days);

  return g_test_run ();
}
