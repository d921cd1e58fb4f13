import { type Check, latexCheck } from '../../check';

/** The height at `x` of straight lines between corners. */
function between(corners: readonly (readonly [x: number, height: number])[], x: number): number {
  const next = corners.findIndex(([at]) => at >= x);
  const [right, above] = corners[next] ?? [0, Number.NaN];
  const [left, below] = corners[next - 1] ?? [right - 1, above];
  return above + ((x - right) * (above - below)) / (right - left);
}

const [LEAST, MOST] = [0.2, 1.5];
const bounds = { '\\eta_{\\min}': LEAST, '\\eta_{\\max}': MOST };

/** Half a wave between two heights, as its half angle gives it. */
const halfWave = (from: number, to: number, share: number) =>
  from * Math.cos((Math.PI * share) / 2) ** 2 + to * Math.sin((Math.PI * share) / 2) ** 2;

export const schedules: readonly Check[] = [
  latexCheck('schedule-cosine', {
    states: 'squares of the half angle',
    cases: [0, 3, 7, 10].map((t) => ({
      given: { ...bounds, t, T: 10, '\\eta_{t}': halfWave(MOST, LEAST, t / 10) },
    })),
  }),
  latexCheck('schedule-cyclical', {
    states: 'straight lines between corners',
    cases: [0, 3, 5, 8, 9, 13, 15, 17].map((t) => ({
      given: {
        ...bounds,
        t,
        s: 5,
        '\\eta_{t}': between(
          [
            [-5, MOST],
            [0, LEAST],
            [5, MOST],
            [10, LEAST],
            [15, MOST],
            [20, LEAST],
          ],
          t,
        ),
      },
    })),
  }),
  latexCheck('schedule-exponential-decay', {
    states: 'one factor after another',
    cases: [0, 4].map((t) => ({
      given: {
        t,
        '\\eta_{0}': 0.3,
        '\\gamma': 0.9,
        '\\eta_{t}': Array.from({ length: t }).reduce((rate: number) => rate * 0.9, 0.3),
      },
    })),
  }),
  latexCheck('schedule-inverse-square-root', {
    states: 'the peak at the end of the warm-up, and a line and a root beside it',
    cases: [1, 250, 400, 1600, 5000].map((t) => {
      const peak = 1 / Math.sqrt(512 * 400);
      return {
        given: {
          t,
          d: 512,
          'T_{\\mathrm{w}}': 400,
          '\\eta_{t}': t < 400 ? (peak * t) / 400 : peak / Math.sqrt(t / 400),
        },
      };
    }),
    tolerance: 1e-9,
  }),
  latexCheck('schedule-one-cycle', {
    states: 'squares of the half angle',
    cases: [0, 1, 3, 5, 8, 10].map((t) => ({
      given: {
        t,
        T: 10,
        'T_{1}': 3,
        '\\eta_{0}': 0.4,
        '\\eta_{\\max}': MOST,
        '\\eta_{T}': 0.1,
        '\\eta_{t}': t < 3 ? halfWave(0.4, MOST, t / 3) : halfWave(MOST, 0.1, (t - 3) / 7),
      },
    })),
  }),
  latexCheck('schedule-polynomial-decay', {
    states: 'hand-worked cases',
    cases: [
      { t: 2, p: 1, now: 0.24 },
      { t: 3, p: 2, now: 0.147 },
      { t: 3.6, p: 0.5, now: 0.24 },
      { t: 10, p: 0.9, now: 0 },
    ].map(({ t, p, now }) => ({ given: { t, T: 10, p, '\\eta_{0}': 0.3, '\\eta_{t}': now } })),
  }),
  latexCheck('schedule-step-decay', {
    states: 'one drop after another',
    cases: [0, 4, 5, 17].map((t) => {
      let rate = 0.8;
      for (let step = 1; step <= t; step++) if (step % 5 === 0) rate *= 0.3;
      return { given: { t, s: 5, '\\gamma': 0.3, '\\eta_{0}': 0.8, '\\eta_{t}': rate } };
    }),
  }),
  latexCheck('schedule-warmup', {
    states: 'straight lines between corners',
    cases: [0, 3, 8, 9].map((t) => ({
      given: {
        t,
        'T_{\\mathrm{w}}': 8,
        '\\eta_{\\max}': MOST,
        '\\eta_{t}': between(
          [
            [0, 0],
            [8, MOST],
            [20, MOST],
          ],
          t,
        ),
      },
    })),
  }),
  latexCheck('schedule-wsd', {
    states: 'straight lines between corners',
    cases: [0, 3, 8, 9, 12, 13, 20].map((t) => ({
      given: {
        t,
        T: 20,
        'T_{\\mathrm{w}}': 8,
        'T_{\\mathrm{s}}': 12,
        '\\phi': (steps: number) => 1 - steps / 10,
        '\\eta_{\\max}': MOST,
        '\\eta_{t}': between(
          [
            [0, 0],
            [8, MOST],
            [12, MOST],
            [22, 0],
          ],
          t,
        ),
      },
    })),
  }),
];
