import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { from } from '../../given';
import { integrate } from '../../quadrature';

const SERIES = [3, 4.5, 4, 6.2, 5.1, 7.7, 9, 8.2];
const [ALPHA, BETA, GAMMA] = [0.3, 0.2, 0.45];
const weights = { '\\alpha': ALPHA, '\\beta': BETA };

interface State {
  readonly level: number;
  readonly slope: number;
  readonly seasons: readonly number[];
}

/** Exponential smoothing in its error-correction form, from the states before the first value to that after the last. */
function states(
  correct: (state: State, y: number, season: number) => State,
  seasons: readonly number[],
): readonly State[] {
  const all: State[] = [{ level: 2.5, slope: 0.6, seasons }];
  for (const y of SERIES) {
    const state = all.at(-1);
    if (state !== undefined) all.push(correct(state, y, state.seasons.at(-seasons.length) ?? 0));
  }
  return all;
}

const trend = states(({ level, slope }, y) => {
  const error = y - level - slope;
  return { level: level + slope + ALPHA * error, slope: slope + ALPHA * BETA * error, seasons: [] };
}, []);

const additive = states(
  ({ level, slope, seasons }, y, season) => {
    const error = y - level - slope - season;
    return {
      level: level + slope + ALPHA * error,
      slope: slope + ALPHA * BETA * error,
      seasons: [...seasons, season + GAMMA * error],
    };
  },
  [0.5, -0.8, 0.3],
);

const multiplicative = states(
  ({ level, slope, seasons }, y, season) => {
    const error = y / ((level + slope) * season) - 1;
    return {
      level: (level + slope) * (1 + ALPHA * error),
      slope: slope + ALPHA * BETA * (level + slope) * error,
      seasons: [...seasons, season * (1 + GAMMA * error)],
    };
  },
  [1.2, 0.7, 1.1],
);

const levels = (all: readonly State[]) =>
  from(
    0,
    all.map(({ level }) => level),
  );
const slopes = (all: readonly State[]) =>
  from(
    0,
    all.map(({ slope }) => slope),
  );

/** The latest time up to `t` in the same part of a season of `m` as the time `h` steps later. */
function sameSeason(t: number, h: number, m: number): number {
  let time = t + h;
  while (time > t) time -= m;
  return time;
}

/** A forecast from the states, `h` steps after time `t`; seasons begin at time 1 − m. */
function forecast(all: readonly State[], t: number, h: number) {
  const { level, slope } = all[t] ?? { level: 0, slope: 0 };
  return { line: level + h * slope, season: all[t]?.seasons[sameSeason(t, h, 3) + 2] ?? 0 };
}
const seasonal = (all: readonly State[], t: number, h: number) => ({
  '\\ell': levels(all),
  b: slopes(all),
  s: from(-2, all.at(-1)?.seasons ?? []),
  ...weights,
  '\\gamma': GAMMA,
  y: SERIES,
  m: 3,
  t,
  h,
});

/** A straight line with a season of five that sums to zero. */
const PATTERN = [2, -1, 0.5, 1, -2.5];
const patterned = Array.from({ length: 9 }, (_, i) => 4 + 0.3 * (i + 1) + (PATTERN[i % 5] ?? 0));

/** The weighted mean of all values so far, and of a first level. */
const weightedMean = (t: number) =>
  SERIES.slice(0, t).reduce(
    (sum, y, i) => sum + ALPHA * (1 - ALPHA) ** (t - 1 - i) * y,
    2.5 * (1 - ALPHA) ** t,
  );

const HORIZONS = [
  { t: 4, h: 2 },
  { t: 5, h: 3 },
  { t: 7, h: 4 },
];

const AHEAD = [1, 2, 3, 4, 5, 6, 7];

export const smoothing: readonly Check[] = [
  latexCheck('boxcox-transform', {
    states: 'the integral of a power, by quadrature',
    cases: [0.5, -1.3, 0].map((power) => ({
      given: { 'w_{t}': integrate((u) => u ** (power - 1), 1, 3.7), 'y_{t}': 3.7, '\\lambda': power },
    })),
  }),
  latexCheck('drift-forecast', {
    states: 'the mean of all steps',
    cases: [3, 5].map((h) => ({
      given: {
        '\\hat{y}_{T+h \\mid T}': 8.2 + (h * (1.5 - 0.5 + 2.2 - 1.1 + 2.6 + 1.3 - 0.8)) / 7,
        T: 8,
        h,
        y: SERIES,
      },
    })),
  }),
  latexCheck('exponential-smoothing', {
    states: 'the weighted mean of all values',
    cases: [4, 6].map((t) => ({
      given: {
        '\\ell': from(0, [0, 1, 2, 3, 4, 5, 6].map(weightedMean)),
        '\\hat{y}_{t+1 \\mid t}': weightedMean(t),
        '\\alpha': ALPHA,
        y: SERIES,
        t,
      },
    })),
  }),
  latexCheck('holt-linear-trend', {
    states: 'the error-correction form',
    cases: HORIZONS.map(({ t, h }) => ({
      given: {
        '\\ell': levels(trend),
        b: slopes(trend),
        '\\hat{y}_{t+h \\mid t}': forecast(trend, t, h).line,
        ...weights,
        y: SERIES,
        t,
        h,
      },
    })),
  }),
  latexCheck('holt-winters', {
    states: 'the error-correction form',
    cases: HORIZONS.map(({ t, h }) => {
      const { line, season } = forecast(additive, t, h);
      return { given: { '\\hat{y}_{t+h \\mid t}': line + season, ...seasonal(additive, t, h) } };
    }),
  }),
  latexCheck('holt-winters-multiplicative', {
    states: 'the error-correction form',
    cases: HORIZONS.map(({ t, h }) => {
      const { line, season } = forecast(multiplicative, t, h);
      return { given: { '\\hat{y}_{t+h \\mid t}': line * season, ...seasonal(multiplicative, t, h) } };
    }),
  }),
  latexCheck('moving-average-smoother', {
    states: 'a line whose season averages out',
    cases: [4, 6].map((t) => ({ given: { '\\hat{T}_{t}': 4 + 0.3 * t, k: 2, y: patterned, t } })),
  }),
  latexCheck('revin', {
    states: 'a window worked by hand, and its own values given back',
    cases: [2, 3].map((t) => {
      // The window has the mean 5 and the variance 5; with 4 more the root is 3.
      const window = [2, 4, 8, 6];
      const scaled = window.map((x) => (1.7 * (x - 5)) / 3 + 0.2);
      return {
        given: {
          '\\tilde{x}': scaled,
          '\\tilde{y}': scaled,
          '\\hat{y}': window,
          x: window,
          T: 4,
          '\\epsilon': 4,
          '\\gamma': 1.7,
          '\\beta': 0.2,
          '\\mu': 5,
          '\\sigma^{2}': 5,
          t,
        },
      };
    }),
  }),
  unchecked('seasonal-decomposition', 'definition'),
  unchecked('seasonal-decomposition-multiplicative', 'definition'),
  functionCheck('seasonal-naive-forecast', {
    states: 'steps back, season by season',
    formula: () => AHEAD.map((h) => 8 + h - 3 * (Math.floor((h - 1) / 3) + 1)),
    against: () => AHEAD.map((h) => sameSeason(8, h, 3)),
    mutants: {
      'a whole season late': () => AHEAD.map((h) => 8 + h - 3 * Math.floor((h - 1) / 3)),
      'without the step before the division': () => AHEAD.map((h) => 8 + h - 3 * (Math.floor(h / 3) + 1)),
    },
  }),
];
