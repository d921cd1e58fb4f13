import { type Check, functionCheck, latexCheck } from '../../check';
import { from } from '../../given';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';
import { stationaryPoint } from '../../stationary';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const normalized = (weights: readonly number[]) => weights.map((weight) => weight / total(weights));

/** Three outcomes, and ten samples in which each occurs just as often as the proposal says. */
const outcomes = [1, 2, 3];
const target = [0.15, 0.6, 0.25];
const proposal = [0.5, 0.3, 0.2];
const samples = [1, 2, 1, 3, 1, 2, 1, 1, 3, 2];
const worth = [4, -1.5, 2.5];
const mean = total(target.map((p, i) => p * (worth[i] ?? 0)));
const entry = (list: readonly number[]) => (x: number) => list[x - 1] ?? Number.NaN;

/** Weights that lead from one distribution over three states to another, and Metropolis steps for each. */
const ladder = [
  [1, 1.5, 2.2],
  [2.5, 1.8, 0.9],
  [3, 0.7, 1.1],
  [6, 0.4, 2],
];
const rung = (t: number) => entry(ladder[t] ?? []);

/** The chance of a Metropolis step for a rung, with proposals that are as likely for all states. */
function metropolis(t: number, here: number, next: number): number {
  const step = (to: number) => Math.min(1, rung(t)(to) / rung(t)(here)) / 3;
  return here === next ? 1 - total(outcomes.filter((to) => to !== here).map(step)) : step(next);
}

/** The weight of a run as the ratio of the chances to meet it backwards from the target and forwards. */
function weightOfRun(run: readonly number[]): number {
  const last = run.length - 1;
  const steps = run.slice(1).map((next, k) => ({ t: k + 1, here: run[k] ?? 0, next }));
  const forwards = steps.reduce((all, { t, here, next }) => all * metropolis(t, here, next), 1);
  const backwards = steps.reduce((all, { t, here, next }) => all * metropolis(t, next, here), 1);
  return (rung(last + 1)(run[last] ?? 0) * backwards) / (rung(0)(run[0] ?? 0) * forwards);
}

/** A quantity that is a control variate in other units: its estimate has no error left. */
const control = [0.3, 2, -1.4];
const slope = 1.7;
const quantity = control.map((g) => 0.8 + slope * g);
const average = (of: (x: number) => number) => total(outcomes.map((x, i) => (target[i] ?? 0) * of(x)));
const spread = (of: (x: number) => number) => average((x) => (of(x) - average(of)) ** 2);
const [f, g] = [entry(quantity), entry(control)];
const bestCoefficient = stationaryPoint((c) => spread((x) => f(x) - c.get(0, 0) * g(x)), [0.5])[0] ?? 0;

const rate = 0.7;
const cumulative = (x: number) => (x < 0 ? 0 : 1 - Math.exp(-rate * x ** 1.5));
const density = (x: number) => rate * 1.5 * Math.sqrt(x) * Math.exp(-rate * x ** 1.5);

/** The smallest place with at least a probability below it, by halving. */
function quantile(u: number): number {
  let [low, high] = [0, 40];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (cumulative(middle) >= u) high = middle;
    else low = middle;
  }
  return high;
}

const moments = (of: (u: number) => number) =>
  [1, 2].map((power) => integrate((u) => of(u) ** power, 0, 1, 1e-8));

const sizes = [0.9, 2.4, 0.6];
const bound = 9;

/** The share of proposals that is kept, and what is kept, for a chance to keep each. */
function kept(chance: (x: number) => number): readonly number[] {
  const share = outcomes.map((x) => entry(proposal)(x) * chance(x));
  return [total(share), ...normalized(share)];
}

export const importance: readonly Check[] = [
  latexCheck('annealed-importance-sampling', {
    states: 'the chances of the run backwards and forwards',
    cases: [
      [1, 3, 2],
      [2, 2, 1],
      [3, 1, 3],
    ].map((run) => ({
      given: {
        w: weightOfRun(run),
        T: 3,
        '\\tilde{p}': from(0, ladder.map(entry)),
        '\\mathbf{x}': from(0, run),
      },
    })),
  }),
  latexCheck('control-variate', {
    states: 'a control variate in other units, which leaves no error; least variance',
    cases: [
      {
        given: {
          '\\hat{\\mu}': average(f),
          N: 4,
          f,
          g,
          c: slope,
          'c^{*}': bestCoefficient,
          '\\mathbf{x}': [1, 3, 3, 2],
          '\\mathbb{E}_{p(\\mathbf{x})}': expectation('\\mathbf{x}', outcomes, target),
          '\\operatorname{Cov}\\left( f(\\mathbf{x}), g(\\mathbf{x}) \\right)':
            average((x) => f(x) * g(x)) - average(f) * average(g),
          '\\operatorname{Var}\\left( g(\\mathbf{x}) \\right)': average((x) => g(x) ** 2) - average(g) ** 2,
        },
      },
    ],
  }),
  latexCheck('importance-sampling', {
    states: 'the expectation over three outcomes, and samples in proportion to the proposal',
    near: 1e-9,
    cases: [
      {
        given: {
          '\\mathbb{E}_{p(\\mathbf{x})}': expectation('\\mathbf{x}', outcomes, target),
          '\\mathbb{E}_{q(\\mathbf{x})}': expectation('\\mathbf{x}', outcomes, proposal),
          p: entry(target),
          q: entry(proposal),
          f: entry(worth),
          N: samples.length,
          '\\mathbf{x}': samples,
        },
      },
    ],
  }),
  latexCheck('importance-sampling-self-normalized', {
    states: 'the expectation over three outcomes, and samples in proportion to the proposal',
    near: 1e-9,
    cases: [
      {
        given: {
          '\\mathbb{E}_{p(\\mathbf{x})}\\left[ f(\\mathbf{x}) \\right]': mean,
          i: 4,
          '\\tilde{p}': (x: number) => 7 * entry(target)(x),
          q: entry(proposal),
          f: entry(worth),
          N: samples.length,
          '\\mathbf{x}': samples,
        },
      },
    ],
  }),
  functionCheck('inverse-transform-sampling', {
    states: 'moments of the density',
    tolerance: 1e-5,
    formula: () => moments(quantile),
    against: () => [1, 2].map((power) => integrate((x) => x ** power * density(x), 0, 40)),
    mutants: {
      'the function for its inverse': () => moments(cumulative),
      'half of the probability': () => moments((u) => quantile(u / 2)),
    },
  }),
  functionCheck('rejection-sampling', {
    states: 'the normalized target, and the share of its mass in the bound',
    formula: () => kept((x) => entry(sizes)(x) / (bound * entry(proposal)(x))),
    against: () => [total(sizes) / bound, ...normalized(sizes)],
    mutants: {
      'without the proposal': () => kept((x) => entry(sizes)(x) / bound),
      'without the bound': () => kept((x) => entry(sizes)(x) / entry(proposal)(x)),
      'of the square root': () => kept((x) => Math.sqrt(entry(sizes)(x) / (bound * entry(proposal)(x)))),
    },
  }),
];
