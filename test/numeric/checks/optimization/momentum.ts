import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { from, vector } from '../../given';
import { decayingSum, quadratic, range, slope } from './scene';

const START = vector([3, 1]);
const [RATE, INERTIA] = [0.1, 0.8];
const NABLA = '\\nabla_{\\boldsymbol{\\theta}} \\mathcal{L}';

const byDifferences = (x: Matrix) => gradient(quadratic, x);
const gained = (x: Matrix, d: Matrix, times: number) => Matrix.add(x, Matrix.mul(d, times));

/** The heavy ball, each step as a decaying sum of all gradients so far. */
function heavyBall(steps: number) {
  const places = [START];
  const gradients: Matrix[] = [];
  for (const _ of range(steps)) {
    const here = places.at(-1) ?? START;
    gradients.push(slope(here));
    places.push(gained(here, decayingSum(INERTIA, gradients), -RATE));
  }
  return { places, gradients };
}

/** Nesterov's method with a constant momentum: extrapolate the last move, then take a gradient step. */
function lookahead(steps: number) {
  const places = [START, START];
  const ahead: Matrix[] = [];
  for (const i of range(steps)) {
    const [before, here] = [places[i] ?? START, places[i + 1] ?? START];
    const point = gained(here, Matrix.sub(here, before), INERTIA);
    ahead.push(point);
    places.push(gained(point, slope(point), -RATE));
  }
  const moves = range(steps + 1).map((i) => Matrix.sub(places[i + 1] ?? START, places[i] ?? START));
  return { places: places.slice(1), moves, ahead };
}

/** Acceleration as a coupling with a second sequence of ever longer steps, which carries no momentum. */
function coupled(bound: number, steps: number, proximal: (x: Matrix) => Matrix) {
  const numbers = [1];
  const places = [START];
  const points = [START];
  let far = START;
  for (const k of range(steps)) {
    const [t, point] = [numbers[k] ?? 1, points[k] ?? START];
    const next = proximal(gained(point, slope(point), -1 / bound));
    far = gained(far, Matrix.sub(next, point), t);
    // The next number solves s (s − 1) = t², by Newton's method.
    const after = range(30).reduce((s) => s - (s * s - s - t * t) / (2 * s - 1), t + 1);
    numbers.push(after);
    places.push(next);
    points.push(Matrix.add(Matrix.mul(next, 1 - 1 / after), Matrix.div(far, after)));
  }
  return { numbers, places, points };
}

const shrunk = (x: Matrix) => Matrix.div(x, 1.2);
const ball = heavyBall(4);
const ahead = lookahead(4);
const accelerated = coupled(4, 4, (x) => x);
const fast = coupled(5, 4, shrunk);

export const momentum: readonly Check[] = [
  latexCheck('polyak-momentum', {
    states: 'decaying sums of all gradients',
    cases: [
      { given: { t: 3, '\\eta': RATE, '\\mu': INERTIA, f: quadratic, '\\mathbf{x}': from(0, ball.places) } },
    ],
  }),
  latexCheck('sgd-momentum', {
    states: 'decaying sums of all gradients',
    cases: [
      {
        given: {
          t: 3,
          '\\eta': RATE,
          '\\mu': INERTIA,
          '\\mathbf{g}': ball.gradients,
          '\\mathbf{v}': ball.gradients.map((_, i) => decayingSum(INERTIA, ball.gradients.slice(0, i + 1))),
          '\\boldsymbol{\\theta}': from(0, ball.places),
        },
      },
    ],
  }),
  latexCheck('nesterov-momentum', {
    states: 'extrapolation and a gradient step',
    cases: [
      {
        given: {
          t: 2,
          '\\eta': RATE,
          '\\mu': INERTIA,
          [NABLA]: byDifferences,
          '\\mathbf{v}': from(0, ahead.moves),
          '\\boldsymbol{\\theta}': from(0, ahead.places),
        },
      },
    ],
  }),
  latexCheck('nesterov-momentum-at-iterate', {
    states: 'the points ahead of the form with lookahead',
    cases: [
      {
        given: {
          t: 3,
          '\\eta': RATE,
          '\\mu': INERTIA,
          '\\mathbf{g}': ahead.ahead.map(slope),
          '\\mathbf{b}': from(
            0,
            ahead.moves.map((move) => Matrix.div(move, -RATE)),
          ),
          '\\boldsymbol{\\theta}': from(0, ahead.ahead),
        },
      },
    ],
  }),
  latexCheck('nesterov-accelerated-gradient', {
    states: 'the coupling with a sequence of longer steps',
    cases: [
      {
        given: {
          k: 2,
          L: 4,
          f: quadratic,
          t: from(0, accelerated.numbers),
          '\\mathbf{x}': from(0, accelerated.places),
          '\\mathbf{y}': from(0, accelerated.points),
        },
      },
    ],
  }),
  latexCheck('fista', {
    states: 'the coupling with a sequence of longer steps',
    cases: [
      {
        given: {
          k: 3,
          '\\eta': 0.2,
          f: quadratic,
          '\\operatorname{prox}_{\\eta g}': shrunk,
          t: fast.numbers,
          '\\mathbf{x}': from(0, fast.places),
          '\\mathbf{y}': fast.points,
        },
      },
    ],
  }),
];
