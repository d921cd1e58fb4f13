import { type Check, functionCheck, latexCheck } from '../../check';
import { indexed } from '../../given';
import { operator, summation } from '../../operators';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const mean = (values: readonly number[]) => total(values) / values.length;
const normalized = (weights: readonly number[]) => weights.map((weight) => weight / total(weights));

/** Three states, with how often each proposes each. */
const sizes = [1.2, 0.5, 3.1];
const proposals = [
  [0.2, 0.5, 0.3],
  [0.6, 0.1, 0.3],
  [0.25, 0.35, 0.4],
];
const size = (x: number) => sizes[x - 1] ?? Number.NaN;
const proposed = (next: number, here: number) => proposals[here - 1]?.[next - 1] ?? Number.NaN;
const flow = (here: number, next: number) => (size(here) / total(sizes)) * proposed(next, here);

/** The energies of three states, with what they weigh at an inverse temperature. */
const energies = [0.7, 2.1, -0.4];
const energy = (x: number) => energies[x - 1] ?? Number.NaN;
const settled = (beta: number) => normalized(energies.map((value) => Math.exp(-beta * value)));
const chanceAt = (beta: number, x: number) => settled(beta)[x - 1] ?? Number.NaN;

const pairs = [
  [1, 2],
  [2, 1],
  [3, 2],
  [2, 3],
  [1, 3],
];

/** Two coordinates of two and three values, with their joint weights. */
const table = [
  [0.3, 1.4, 0.8],
  [1.1, 0.2, 0.9],
];
const places = table.flatMap((line, a) => line.map((_, b): readonly [number, number] => [a, b]));
const cell = (a: number, b: number) => table[a]?.[b] ?? Number.NaN;
const joint = normalized(table.flat());

/** A sweep over both coordinates, which starts from the joint distribution; the second may see the old first one. */
function swept(seesNew: boolean): readonly number[] {
  const ofFirst = (a: number, b: number) => cell(a, b) / total(table.map((line) => line[b] ?? 0));
  const ofSecond = (b: number, a: number) => cell(a, b) / total(table[a] ?? []);
  return places.map(([a, b]) =>
    total(
      places.map(([oldA, oldB], k) => (joint[k] ?? 0) * ofFirst(a, oldB) * ofSecond(b, seesNew ? a : oldA)),
    ),
  );
}

/** A step of the slice sampler on weighted places, from their distribution; heights between two weights are alike. */
function sliced(
  height: (x: number) => number,
  isIn: (size: number, level: number) => boolean,
): readonly number[] {
  const weights = places.map(([a, b]) => cell(a, b));
  const levels = [0, ...new Set(weights.toSorted((a, b) => a - b))];
  return weights.map((to) =>
    total(
      weights.map((here, k) => {
        const top = height(here);
        const chances = levels.slice(1).map((level, n) => {
          const below = levels[n] ?? 0;
          const share = Math.max(0, Math.min(level, top) - below) / top;
          const slice = weights.filter((weight) => isIn(weight, (below + level) / 2));
          return isIn(to, (below + level) / 2) ? share / slice.length : 0;
        });
        return (joint[k] ?? 0) * total(chances);
      }),
    ),
  );
}

const runs = [
  [1.2, 0.4, 1.9, 1.1, 0.7],
  [2.6, 1.7, 2.2, 3.1, 2.4],
  [0.2, 1.3, 0.9, -0.4, 0.6],
];
const draws = runs.flat();
const about = (values: readonly number[], centre: number) =>
  total(values.map((value) => (value - centre) ** 2));
const within = total(runs.map((run) => about(run, mean(run))));
const between = about(draws, mean(draws)) - within;
/** The mean squares of an analysis of variance, between groups and within them. */
const squares = { between: between / 2, within: within / 12 };

const persistence = 0.6;

export const chains: readonly Check[] = [
  latexCheck('gelman-rubin-statistic', {
    states: 'the analysis of variance, by differences of sums of squares',
    cases: [
      {
        given: {
          '\\hat{R}': Math.sqrt((4 + squares.between / squares.within) / 5),
          n: 5,
          m: 3,
          W: squares.within,
          B: squares.between,
          '\\bar{\\theta}': mean(draws),
          '\\sum_{j=1}^{m}': summation(
            ['\\bar{\\theta}_{j}', 's_{j}'],
            runs.map((run) => [mean(run), Math.sqrt(about(run, mean(run)) / 4)]),
          ),
        },
      },
    ],
  }),
  functionCheck('gibbs-step', {
    states: 'the joint distribution, which a sweep leaves as it is',
    formula: () => swept(true),
    against: () => joint,
    mutants: { 'all coordinates at once': () => swept(false) },
  }),
  latexCheck('mcmc-effective-sample-size', {
    states: 'the variance of the mean of an autoregression',
    cases: [
      {
        given: {
          // Its samples have the variance 1 / (1 - a²), and N times the variance of their mean tends to 1 / (1 - a)².
          'N_{\\mathrm{eff}}': (500 / (1 - persistence ** 2)) * (1 - persistence) ** 2,
          N: 500,
          '\\rho': indexed((k) => persistence ** k),
          '\\sum_{k=1}^{\\infty}': operator('k', (term) =>
            total(Array.from({ length: 100 }, (_, k) => Number(term(k + 1)))),
          ),
        },
      },
    ],
  }),
  latexCheck('metropolis-hastings', {
    states: 'the largest flow that is the same both ways',
    cases: pairs.map(([here = 0, next = 0]) => ({
      given: {
        "\\alpha(\\mathbf{x}, \\mathbf{x}')": Math.min(flow(here, next), flow(next, here)) / flow(here, next),
        p: size,
        q: proposed,
        '\\mathbf{x}': here,
        "\\mathbf{x}'": next,
      },
    })),
  }),
  latexCheck('simulated-annealing', {
    states: 'the Boltzmann distribution, in balance',
    cases: pairs.map(([here = 0, next = 0]) => ({
      given: {
        '\\alpha': Math.min(1, chanceAt(1 / 1.7, next) / chanceAt(1 / 1.7, here)),
        E: energy,
        '\\mathbf{x}': here,
        "\\mathbf{x}'": next,
        T: 1.7,
      },
    })),
  }),
  functionCheck('slice-sampling', {
    states: 'the target, which a step leaves as it is',
    formula: () =>
      sliced(
        (x) => x,
        (weight, level) => weight > level,
      ),
    against: () => joint,
    mutants: {
      'heights of another distribution': () => sliced(Math.sqrt, (weight, level) => weight > level),
      'a slice that is not cut': () =>
        sliced(
          (x) => x,
          () => true,
        ),
    },
  }),
  latexCheck('tempering-swap', {
    states: 'the joint distribution of two chains, in balance',
    cases: pairs.map(([x1 = 0, x2 = 0]) => {
      const [cold, hot] = [1.3, 0.4];
      const now = chanceAt(cold, x1) * chanceAt(hot, x2);
      return {
        given: {
          '\\alpha': Math.min(1, (chanceAt(cold, x2) * chanceAt(hot, x1)) / now),
          '\\beta': [0.9, cold, hot],
          E: energy,
          '\\mathbf{x}': [1, x1, x2],
          i: 2,
          j: 3,
        },
      };
    }),
  }),
];
