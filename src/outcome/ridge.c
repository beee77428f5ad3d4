/* Ridge logistic regression: who leaves, by metric scores, with coefficients that keep their sign. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Newton's steps on a convex loss. Where coefficients must not rise above 0, each step is the least of
 * its parabola under that bound, found coordinate by coordinate. */

#include "outcome/ridge.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <string.h>

#define MOST_STEPS  100
#define MOST_SWEEPS 2000
#define CLOSE       1e-9

/* What all coefficients are held down by a little, so that copies of a column can be told apart. */
#define FIRM 1e-9

typedef struct
{
  const BwDesign *design;
  double          penalty;
  gboolean        never_more;
  guint           n;        /* coefficients, the intercept first */
  double         *gradient;
  double         *hessian;  /* n × n */
  double         *step;
  double         *trial;
} Fit;

void
bw_design_init (BwDesign *self,
                gsize     n_rows,
                guint     n_columns)
{
  *self = (BwDesign) { n_rows, n_columns, g_new (double, MAX (n_rows * n_columns, 1)),
                       g_new (guint8, MAX (n_rows, 1)), g_new (double, MAX (n_rows, 1)) };
}

void
bw_design_clear (BwDesign *self)
{
  g_free (self->xs);
  g_free (self->gone);
  g_free (self->weights);
}

static double
log_odds (const double *xs,
          guint         n_columns,
          const double *coefficients)
{
  double sum = coefficients[0];

  for (guint i = 0; i < n_columns; i++)
    sum += coefficients[i + 1] * xs[i];

  return sum;
}

static double
log_one_plus_exp (double x)
{
  return x > 0 ? x + log1p (exp (-x)) : log1p (exp (x));
}

/**
 * bw_ridge_get_loss:
 * @coefficients: (array): the intercept, then one a column
 *
 * Returns: minus the logarithm of the likelihood of what came, over all rows
 */
double
bw_ridge_get_loss (const BwDesign *design,
                   const double   *coefficients)
{
  double loss = 0;

  for (gsize row = 0; row < design->n_rows; row++)
    {
      const double z = log_odds (design->xs + row * design->n_columns, design->n_columns, coefficients);

      loss += design->weights[row] * (log_one_plus_exp (z) - design->gone[row] * z);
    }

  return loss;
}

static double
penalised_loss (const Fit    *fit,
                const double *coefficients)
{
  double squares = 0;

  for (guint i = 1; i < fit->n; i++)
    squares += coefficients[i] * coefficients[i];

  return bw_ridge_get_loss (fit->design, coefficients) + fit->penalty * squares / 2;
}

/* Rows that are added to the derivatives at once, so that these are written less often. */
#define BLOCK 4

/* How wrong each row of a block is, and how curved the loss is there; beyond the rows not at all. */
typedef struct
{
  const double *xs[BLOCK];
  double        wrong[BLOCK];
  double        curvature[BLOCK];
} Block;

static void
fill_block (Block          *block,
            const BwDesign *design,
            gsize           first,
            const double   *coefficients)
{
  for (gsize i = 0; i < BLOCK; i++)
    {
      const gsize row = MIN (first + i, design->n_rows - 1);
      const double weight = first + i < design->n_rows ? design->weights[row] : 0;
      double p;

      block->xs[i] = design->xs + row * design->n_columns;
      p = 1 / (1 + exp (-log_odds (block->xs[i], design->n_columns, coefficients)));
      block->wrong[i] = weight * (p - design->gone[row]);
      block->curvature[i] = weight * p * (1 - p);
    }
}

static void
add_block (Fit         *fit,
           const Block *block)
{
  const double *const *xs = block->xs;

  for (guint k = 0; k < BLOCK; k++)
    {
      fit->gradient[0] += block->wrong[k];
      fit->hessian[0] += block->curvature[k];
    }
  for (guint i = 1; i < fit->n; i++)
    {
      double *line = fit->hessian + (gsize) i * fit->n;
      double parts[BLOCK];

      for (guint k = 0; k < BLOCK; k++)
        {
          parts[k] = block->curvature[k] * xs[k][i - 1];
          fit->gradient[i] += block->wrong[k] * xs[k][i - 1];
          line[0] += parts[k];
        }
      for (guint j = 1; j <= i; j++)
        line[j] += parts[0] * xs[0][j - 1] + parts[1] * xs[1][j - 1] + parts[2] * xs[2][j - 1] +
                   parts[3] * xs[3][j - 1];
    }
}

/* First and second derivatives of the penalised loss. */
static void
differentiate (Fit          *fit,
               const double *coefficients)
{
  const BwDesign *design = fit->design;
  const guint n = fit->n;

  memset (fit->gradient, 0, n * sizeof (double));
  memset (fit->hessian, 0, (gsize) n * n * sizeof (double));
  for (gsize first = 0; first < design->n_rows; first += BLOCK)
    {
      Block block;

      fill_block (&block, design, first, coefficients);
      add_block (fit, &block);
    }
  for (guint i = 0; i < n; i++)
    {
      fit->gradient[i] += i > 0 ? fit->penalty * coefficients[i] : 0;
      fit->hessian[i * n + i] += (i > 0 ? fit->penalty : 0) + FIRM;
      for (guint j = 0; j < i; j++)
        fit->hessian[j * n + i] = fit->hessian[i * n + j];
    }
}

/* The step to the bottom of the parabola. Returns: whether there is one, and it keeps the bound */
static gboolean
step_freely (Fit          *fit,
             const double *coefficients)
{
  const guint n = fit->n;
  g_autofree double *factor = g_memdup2 (fit->hessian, (gsize) n * n * sizeof (double));
  gsl_matrix_view matrix = gsl_matrix_view_array (factor, n, n);
  gsl_vector_view step = gsl_vector_view_array (fit->step, n);

  for (guint i = 0; i < n; i++)
    fit->step[i] = -fit->gradient[i];
  if (gsl_linalg_cholesky_decomp1 (&matrix.matrix) != GSL_SUCCESS ||
      gsl_linalg_cholesky_svx (&matrix.matrix, &step.vector) != GSL_SUCCESS)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!isfinite (fit->step[i]) || (fit->never_more && i > 0 && coefficients[i] + fit->step[i] > 0))
        return FALSE;
    }

  return TRUE;
}

/* The lowest point of the parabola that keeps the bound, one coordinate after the other. */
static void
step_within (Fit          *fit,
             const double *coefficients)
{
  const guint n = fit->n;

  memset (fit->step, 0, n * sizeof (double));
  for (guint sweep = 0; sweep < MOST_SWEEPS; sweep++)
    {
      double most = 0;

      for (guint i = 0; i < n; i++)
        {
          const double *line = fit->hessian + (gsize) i * n;
          const double before = fit->step[i];
          double slope = fit->gradient[i];

          for (guint j = 0; j < n; j++)
            slope += line[j] * fit->step[j];
          fit->step[i] -= slope / line[i];
          if (fit->never_more && i > 0)
            fit->step[i] = fmin (fit->step[i], -coefficients[i]);
          most = fmax (most, fabs (fit->step[i] - before));
        }
      if (most < CLOSE / 10)
        break;
    }
}

/* Goes along the step, half of it while it leads up. Returns: how far a coefficient moved at most */
static double
go (Fit    *fit,
    double *coefficients,
    double *loss)
{
  double part = 1, most = 0, next;

  for (;; part /= 2)
    {
      for (guint i = 0; i < fit->n; i++)
        fit->trial[i] = coefficients[i] + part * fit->step[i];
      next = penalised_loss (fit, fit->trial);
      if (next <= *loss)
        break;
      if (part < CLOSE)
        return 0;
    }

  for (guint i = 0; i < fit->n; i++)
    most = fmax (most, fabs (part * fit->step[i]));
  memcpy (coefficients, fit->trial, fit->n * sizeof (double));
  *loss = next;

  return most;
}

/**
 * bw_ridge_fit:
 * @penalty: at least 0; the loss has @penalty / 2 · Σ b² over all but the intercept
 * @never_more: whether no coefficient but the intercept may be above 0
 * @coefficients: (inout) (array): the intercept, then one a column: where to begin, then the fit; zeros
 *   will do
 *
 * Shape: rows to a coefficient a column. Errors: none. Cost: rows · columns² / 2 a step, about eight
 * steps from zeros.
 *
 * Returns: whether it came to rest; it does not where the two kinds are apart and nothing is penalised
 */
gboolean
bw_ridge_fit (const BwDesign *design,
              double          penalty,
              gboolean        never_more,
              double         *coefficients)
{
  const guint n = design->n_columns + 1;
  g_autofree double *room = g_new (double, (gsize) n * (n + 3));
  Fit fit = { design, penalty, never_more, n, room, room + n, room + n + (gsize) n * n,
              room + 2 * n + (gsize) n * n };
  double loss;

  gsl_set_error_handler_off ();
  loss = penalised_loss (&fit, coefficients);
  for (guint step = 0; step < MOST_STEPS; step++)
    {
      differentiate (&fit, coefficients);
      if (!step_freely (&fit, coefficients))
        step_within (&fit, coefficients);
      if (go (&fit, coefficients, &loss) < CLOSE)
        return TRUE;
    }

  return FALSE;
}
