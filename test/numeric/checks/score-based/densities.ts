import { Matrix } from 'ml-matrix';
import { type Check, functionCheck } from '../../check';
import { derivative } from '../../differences';
import { densityAt } from '../../gaussians';
import { matrix, vector } from '../../given';
import { integrate } from '../../quadrature';

type Field = (x: number, t: number) => number;

const bell = (x: number, mean: number, variance: number) =>
  Math.exp(-((x - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);

/** Data in two clusters, shrunk by a factor and blurred by a variance. */
const clusters = [
  { weight: 0.35, mean: -0.9, variance: 0.3 },
  { weight: 0.65, mean: 1.2, variance: 0.5 },
];
const noised = (shrink: (t: number) => number, blur: (t: number) => number): Field => {
  return (x, t) =>
    clusters.reduce(
      (sum, { weight, mean, variance }) =>
        sum + weight * bell(x, mean * shrink(t), variance * shrink(t) ** 2 + blur(t)),
      0,
    );
};

/** A rate of noise that grows, and its integral. */
const rate = (t: number) => 0.4 + 1.2 * t;
const total = (t: number) => 0.4 * t + 0.6 * t ** 2;
const decay = (t: number) => Math.exp(-total(t) / 2);
const level = (t: number) => 0.2 * 6 ** t;

const preserving = noised(decay, (t) => 1 - decay(t) ** 2);
const subPreserving = noised(decay, (t) => (1 - decay(t) ** 2) ** 2);
const exploding = noised(
  () => 1,
  (t) => level(t) ** 2 - level(0) ** 2,
);
const reverting = { pull: 0.8, centre: 0.4, noise: 0.9 };
const meanReverting: Field = (x, t) => {
  const left = Math.exp(-reverting.pull * t);
  const variance = (reverting.noise ** 2 / (2 * reverting.pull)) * (1 - left ** 2);
  return bell(x, reverting.centre + (1.7 - reverting.centre) * left, variance);
};

const places = [-0.8, 0.3, 1.5];
const time = 0.7;
const over = (of: (x: number) => number) => places.map(of);
const slope = (f: (x: number) => number, x: number) => derivative(f, x);
const curvature = (f: (x: number) => number, x: number) => derivative((y) => derivative(f, y), x);
const growth = (p: Field) => over((x) => derivative((t) => p(x, t), time));
const score = (p: Field) => (x: number) => slope((y) => Math.log(p(y, time)), x);

/** How the density changes at once if its process has a drift and a variance of noise, as the equation would have it. */
const carried = (p: Field, drift: (x: number) => number, variance: number) =>
  over((x) => -slope((y) => drift(y) * p(y, time), x) + (variance / 2) * curvature((y) => p(y, time), x));

const vp = (share: number) => (x: number) => -share * rate(time) * x;
const backwards = (factor: number) =>
  carried(preserving, (x) => -(vp(0.5)(x) - factor * rate(time) * score(preserving)(x)), rate(time));
const flow = (factor: number) =>
  carried(preserving, (x) => vp(0.5)(x) - factor * rate(time) * score(preserving)(x), 0);
const subVariance = (factor: number) => rate(time) * (1 - Math.exp(-factor * total(time)));

/** A landscape with two valleys, and the density that settles on it. */
const target = (x: number) => Math.exp(-0.25 * x ** 4 + 0.9 * x ** 2 + 0.4 * x);
const settled = (noise: number) => carried(target, (x) => slope((y) => Math.log(target(y)), x), noise ** 2);

/** Two prices whose logarithms are normal: noise that grows with the state, and that is shared. */
const market = { start: [1.2, 0.8], drift: [0.3, -0.2] };
const shares = matrix([
  [0.5, 0.2],
  [-0.1, 0.4],
]);
const noiseOf = (x: readonly number[]) => Matrix.diag([...x]).mmul(shares);
const covariance = shares.mmul(shares.transpose());
const at = (list: readonly number[], i: number) => list[i] ?? Number.NaN;
const prices = (x: readonly number[], t: number) => {
  const logs = [0, 1].map(
    (i) => Math.log(at(market.start, i)) + (at(market.drift, i) - covariance.get(i, i) / 2) * t,
  );
  const density = densityAt(vector(x.map(Math.log)), {
    mean: vector(logs),
    covariance: Matrix.mul(covariance, t),
  });
  return density / (at(x, 0) * at(x, 1));
};
const moved = (x: readonly number[], i: number, to: number) => x.map((old, k) => (k === i ? to : old));
const partial = (f: (x: readonly number[]) => number, i: number) => (x: readonly number[]) =>
  derivative((to) => f(moved(x, i, to)), at(x, i));

function fokkerPlanck(spread: (x: readonly number[]) => Matrix, half: number): number {
  const here = [1.1, 0.9];
  const axes = [0, 1];
  const drift = axes.map((i) => partial((x) => at(market.drift, i) * at(x, i) * prices(x, time), i)(here));
  const diffusion = axes.flatMap((i) =>
    axes.map((j) =>
      partial(
        partial((x) => spread(x).get(i, j) * prices(x, time), j),
        i,
      )(here),
    ),
  );
  return -at(drift, 0) - at(drift, 1) + half * diffusion.reduce((sum, part) => sum + part, 0);
}
const outer = (x: readonly number[]) => noiseOf(x).mmul(noiseOf(x).transpose());

/** Normal data of a variance under the variance-preserving process, whose probability flow stretches it evenly. */
const spreads = [0.3, 2.1];
const starts = [0.7, -1.6];
const varianceAt = (start: number, t: number) => 1 + (start - 1) * decay(t) ** 2;
const flowSlope = (start: number, t: number) => (rate(t) / 2) * (1 / varianceAt(start, t) - 1);
const end = 1.1;
const likelihood = (sign: number) =>
  starts.reduce((sum, x, i) => {
    const spread = at(spreads, i);
    const arrived = x * Math.sqrt(varianceAt(spread, end) / spread);
    const stretch = integrate((t) => flowSlope(spread, t), 0, end);
    return sum + Math.log(bell(arrived, 0, varianceAt(spread, end))) + sign * stretch;
  }, 0);

const gaussianDivergence = (variance: number, other: number) =>
  0.5 * (variance / other - 1 - Math.log(variance / other));
/** The bound for the true score of other data, where it is attained; both run to the same noise. */
const bound = (half: number) => {
  const [truth, model] = [at(spreads, 0), at(spreads, 1)];
  const gap = (t: number) => 1 / varianceAt(truth, t) - 1 / varianceAt(model, t);
  const matched = integrate((t) => rate(t) * gap(t) ** 2 * varianceAt(truth, t), 0, end);
  return half * matched + gaussianDivergence(varianceAt(truth, end), varianceAt(model, end));
};

export const densities: readonly Check[] = [
  functionCheck('fokker-planck', {
    states: 'the density of two prices, whose logarithms are normal, in time',
    tolerance: 1e-6,
    formula: () => fokkerPlanck(outer, 0.5),
    against: () => derivative((t) => prices([1.1, 0.9], t), time),
    mutants: {
      'without the half': () => fokkerPlanck(outer, 1),
      'with the diffusion matrix itself': () => fokkerPlanck(noiseOf, 0.5),
      'transposed on the left': () => fokkerPlanck((x) => noiseOf(x).transpose().mmul(noiseOf(x)), 0.5),
    },
  }),
  functionCheck('langevin-diffusion', {
    states: 'the target density, which must not change',
    tolerance: 1e-6,
    formula: () => settled(Math.SQRT2),
    against: () => [0, 0, 0],
    mutants: { 'noise of one': () => settled(1) },
  }),
  functionCheck('ornstein-uhlenbeck', {
    states: 'the change of its transition density in time',
    tolerance: 1e-6,
    formula: () =>
      carried(meanReverting, (x) => reverting.pull * (reverting.centre - x), reverting.noise ** 2),
    against: () => growth(meanReverting),
    mutants: {
      'pushed away': () =>
        carried(meanReverting, (x) => reverting.pull * (x - reverting.centre), reverting.noise ** 2),
    },
  }),
  functionCheck('probability-flow-likelihood', {
    states: 'the normal density of the data',
    formula: () => likelihood(1),
    against: () => starts.reduce((sum, x, i) => sum + Math.log(bell(x, 0, at(spreads, i))), 0),
    mutants: { 'with the other sign': () => likelihood(-1) },
  }),
  functionCheck('probability-flow-ode', {
    states: 'the change of the noisy density in time',
    tolerance: 1e-6,
    formula: () => flow(0.5),
    against: () => growth(preserving),
    mutants: { 'without the half': () => flow(1), 'with the other sign': () => flow(-0.5) },
  }),
  functionCheck('score-likelihood-bound', {
    states: 'the divergence of normal data, where the bound is attained',
    formula: () => bound(0.5),
    against: () => gaussianDivergence(at(spreads, 0), at(spreads, 1)),
    mutants: { 'without the half': () => bound(1) },
  }),
  functionCheck('sde-reverse', {
    states: 'the change of the noisy density backwards in time',
    tolerance: 1e-6,
    formula: () => backwards(1),
    against: () => growth(preserving).map((change) => -change),
    mutants: { 'with half the score': () => backwards(0.5), 'with the other sign': () => backwards(-1) },
  }),
  functionCheck('sde-sub-variance-preserving', {
    states: 'the change in time of data that is shrunk and blurred',
    tolerance: 1e-6,
    formula: () => carried(subPreserving, vp(0.5), subVariance(2)),
    against: () => growth(subPreserving),
    mutants: {
      'without the two in the exponent': () => carried(subPreserving, vp(0.5), subVariance(1)),
      'without the half': () => carried(subPreserving, vp(1), subVariance(2)),
    },
  }),
  functionCheck('sde-variance-exploding', {
    states: 'the change in time of data that is blurred',
    tolerance: 1e-6,
    formula: () =>
      carried(
        exploding,
        () => 0,
        derivative((t) => level(t) ** 2, time),
      ),
    against: () => growth(exploding),
    mutants: {
      'without the square': () => carried(exploding, () => 0, derivative(level, time)),
    },
  }),
  functionCheck('sde-variance-preserving', {
    states: 'the change in time of data that is shrunk and blurred',
    tolerance: 1e-6,
    formula: () => carried(preserving, vp(0.5), rate(time)),
    against: () => growth(preserving),
    mutants: {
      'without the half': () => carried(preserving, vp(1), rate(time)),
      'without the root': () => carried(preserving, vp(0.5), rate(time) ** 2),
    },
  }),
];
