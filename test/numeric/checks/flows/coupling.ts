import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { derivative, jacobian } from '../../differences';
import { indexed, vector } from '../../given';
import { sigmoid } from './scene';

/** Four components, of which the first passes; one number moves the other three. */
const x = vector([0.8, -0.5, 1.4, 0.3]);
const only = (head: Matrix | number) => (typeof head === 'number' ? head : Number.NaN);
const shift = (head: Matrix | number) => {
  const a = only(head);
  return vector([a ** 2, 3 * a, -a]);
};
const logs = (head: Matrix | number) => {
  const a = only(head);
  return vector([0.5 * a, -a, a ** 2]);
};
const added = vector([0.8, 0.14, 3.8, -0.5]);
/** With factors of 2, 1/4 and 1.8. */
const doubled = vector([0.8, -0.36, 2.75, -0.26]);
const logsOf = (head: Matrix | number) => {
  const a = only(head);
  return vector([Math.log(a + 1.2), -Math.log(5 * a), Math.log(1 + a)]);
};
const scaled = (at: Matrix) => {
  const [a = 0, b = 0, c = 0, d = 0] = at.to1DArray();
  const e = Math.exp;
  return vector([a, b * e(a / 2) + a ** 2, c / e(a) + 3 * a, d * e(a ** 2) - a]);
};
const sizes = { d: 1, D: 4 };

/** The same layer by a mask, for networks that see all that is left. */
const mask = vector([1, 0, 0, 0]);
const whole = (part: (head: number) => Matrix) => (at: Matrix) => vector([9, ...part(at.sum()).to1DArray()]);

/** Logistic latents behind one additive layer and a scaling. */
const scales = [1.8, -0.6];
const bump = (a: number) => Math.sin(2 * a);
const distribution = (i: number, at: number) => {
  const scale = scales[i] ?? Number.NaN;
  return scale < 0 ? 1 - sigmoid(scale * at) : sigmoid(scale * at);
};
const point = vector([0.7, -0.4]);

/** One bin of a spline, inverted by the solution of a quadratic equation. */
const bin = { x0: -0.4, x1: 1.1, y0: 0.3, y1: 2.5, d0: 0.7, d1: 2.2 };
const placeOf = (y: number) => {
  const rise = bin.y1 - bin.y0;
  const slope = rise / (bin.x1 - bin.x0);
  const bend = bin.d1 + bin.d0 - 2 * slope;
  const up = y - bin.y0;
  const a = rise * (slope - bin.d0) + up * bend;
  const b = rise * bin.d0 - up * bend;
  const c = -slope * up;
  return (2 * c) / (-b - Math.sqrt(b ** 2 - 4 * a * c));
};
const inputOf = (y: number) => bin.x0 + placeOf(y) * (bin.x1 - bin.x0);
const knots = { '\\delta_{k}': bin.d0, '\\delta_{k+1}': bin.d1 };

/** Steps of which the LaTeX itself is differentiated. */
const z = vector([0.7, -0.3, 1.2]);
const slope = (at: number) => 1 - Math.tanh(at) ** 2;

export const coupling: readonly Check[] = [
  latexCheck('nice-coupling', {
    states: 'a hand-worked case',
    cases: [{ given: { ...sizes, '\\mathbf{x}': x, '\\mathbf{y}': added, m: shift } }],
  }),
  latexCheck('nice-coupling-inverse', {
    states: 'the way back of a hand-worked case',
    cases: [{ given: { ...sizes, '\\mathbf{x}': x, '\\mathbf{y}': added, m: shift } }],
  }),
  latexCheck('nice-log-likelihood', {
    states: 'slopes of logistic distribution functions',
    cases: [
      {
        given: {
          'p(\\mathbf{x})':
            derivative((a) => distribution(0, a), point.get(0, 0)) *
            derivative((b) => distribution(1, b + bump(point.get(0, 0))), point.get(1, 0)),
          '\\mathbf{x}': point,
          D: 2,
          '\\tilde{p}': [1, 2].map(() => (at: number) => sigmoid(at) * sigmoid(-at)),
          f: [(at: Matrix) => 1.8 * at.get(0, 0), (at: Matrix) => -0.6 * (at.get(1, 0) + bump(at.get(0, 0)))],
          S: indexed((i, j) => (i === j ? (scales[i - 1] ?? Number.NaN) : 0)),
        },
      },
    ],
  }),
  latexCheck('realnvp-coupling', {
    states: 'a hand-worked case',
    cases: [{ given: { ...sizes, '\\mathbf{x}': x, '\\mathbf{y}': doubled, s: logsOf, t: shift } }],
  }),
  latexCheck('realnvp-coupling-inverse', {
    states: 'the way back',
    cases: [{ given: { ...sizes, '\\mathbf{x}': x, '\\mathbf{y}': scaled(x), s: logs, t: shift } }],
  }),
  latexCheck('realnvp-log-det', {
    states: 'finite differences',
    same: {
      '\\log \\left\\lvert \\frac{\\partial \\mathbf{y}}{\\partial \\mathbf{x}} \\right\\rvert = \\sum_{j=1}^{D-d} s(\\mathbf{x}_{1:d})_{j}':
        'bars around a matrix are its determinant, which is positive here',
    },
    cases: [
      {
        given: {
          ...sizes,
          '\\frac{\\partial \\mathbf{y}}{\\partial \\mathbf{x}}': jacobian(scaled, x),
          '\\mathbf{x}': x,
          s: logs,
        },
      },
    ],
  }),
  latexCheck('realnvp-masked-coupling', {
    states: 'the layer without a mask',
    broadcast: true,
    cases: [
      {
        given: {
          '\\mathbf{y}': scaled(x),
          '\\mathbf{x}': x,
          '\\mathbf{b}': mask,
          s: whole(logs),
          t: whole(shift),
        },
      },
    ],
  }),
  latexCheck('neural-spline-flow', {
    states: 'the inverse by a quadratic equation',
    cases: [0.9, 2.1].map((y) => ({
      given: {
        y,
        x: inputOf(y),
        'x_{k}': bin.x0,
        'x_{k+1}': bin.x1,
        'y_{k}': bin.y0,
        'y_{k+1}': bin.y1,
        ...knots,
      },
    })),
  }),
  latexCheck('neural-spline-flow-derivative', {
    states: 'the slope of the inverse by finite differences',
    cases: [0.9, 2.1].map((y) => ({
      given: {
        '\\frac{\\mathrm{d}y}{\\mathrm{d}x}': 1 / derivative(inputOf, y),
        k: 1,
        's_{k}': 2.2 / 1.5,
        '\\xi': placeOf(y),
        ...knots,
      },
    })),
  }),
  latexCheck('planar-flow', {
    states: 'finite differences of its first row',
    cases: [vector([0.4, 0.9, -0.8]), vector([-9, 12, -15])].map((u) => ({
      given: {
        '\\mathbf{z}': z,
        '\\mathbf{u}': u,
        '\\mathbf{w}': vector([1.1, -0.6, 0.5]),
        b: 0.2,
        h: Math.tanh,
        "h'": slope,
      },
    })),
  }),
];
