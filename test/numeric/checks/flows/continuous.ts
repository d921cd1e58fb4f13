import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative, gradient, jacobian } from '../../differences';
import { matrix, vector } from '../../given';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';
import { form, logStretch, overSigns, pair, range, signs, standard } from './scene';

/** A velocity field of the plane with a parameter, and its paths by the method of Runge and Kutta. */
const PARAMETER = 0.8;
const velocity = (z: Matrix, t: number, parameter = PARAMETER) => {
  const [a, b] = pair(z);
  return vector([Math.sin(parameter * b) - 0.4 * a + 0.3 * t, 0.5 * a * b - parameter * t * b + 0.2]);
};
type Field = (z: Matrix, t: number) => Matrix;
function solved(field: Field, start: Matrix, from: number, to: number): Matrix {
  const steps = 60;
  const step = (to - from) / steps;
  const ahead = (z: Matrix, slope: Matrix, by: number) => Matrix.add(z, Matrix.mul(slope, by));
  return range(steps).reduce((z, n) => {
    const t = from + n * step;
    const k1 = field(z, t);
    const k2 = field(ahead(z, k1, step / 2), t + step / 2);
    const k3 = field(ahead(z, k2, step / 2), t + step / 2);
    const k4 = field(ahead(z, k3, step), t + step);
    return [k1, k2, k2, k3, k3, k4].reduce((sum, slope) => ahead(sum, slope, step / 6), z);
  }, start);
}
const start = vector([0.7, -0.9]);
const pathTo = (t: number, z = start, parameter = PARAMETER) =>
  solved((at, s) => velocity(at, s, parameter), z, 0, t);
const slopesAt = (t: number) => jacobian((z) => velocity(z, t), pathTo(t));
const logDensity = (t: number) => Math.log(standard(start)) - logStretch((z) => pathTo(t, z), start);

const spent = (weight: number, end = 1) =>
  weight * overSigns((v) => integrate((t) => form(v, slopesAt(t)), 0, end, 1e-8));

/** A loss of the final state, its gradient, and the adjoint that is carried back from there. */
const loss = (z: Matrix) => z.get(0, 0) ** 2 + Math.exp(z.get(0, 0) * z.get(1, 0));
const end = pathTo(1);
const joined = (above: Matrix, below: Matrix) => vector([...above.to1DArray(), ...below.to1DArray()]);
const [top, bottom] = [
  (both: Matrix) => both.subMatrix(0, 1, 0, 0),
  (both: Matrix) => both.subMatrix(2, 3, 0, 0),
];
/** State and adjoint, backwards in time together. */
const backTo = (t: number, sign = -1, turned = true) =>
  solved(
    (both, s) => {
      const slopes = jacobian((z) => velocity(z, s), top(both));
      return joined(velocity(both, s), (turned ? slopes.transpose() : slopes).mmul(bottom(both)).mul(sign));
    },
    joined(end, gradient(loss, end)),
    1,
    t,
  );
const adjoint = (t: number, sign = -1, turned = true) => bottom(backTo(t, sign, turned));
const spentAt = (t: number) => {
  const both = backTo(t);
  return bottom(both).dot(parameterSlope(top(both), t));
};
const early = 0.25;
const laterLoss = (z: Matrix) => loss(solved((at, t) => velocity(at, t), z, early, 1));
const parameterSlope = (z: Matrix, t: number) =>
  vector([0, 1].map((i) => derivative((parameter) => velocity(z, t, parameter).get(i, 0), PARAMETER)));
/** Simpson's rule, as each value of the adjoint costs a solution. */
const simpson = (f: (t: number) => number, n = 20) =>
  range(n + 1).reduce(
    (sum, i) => sum + (f(i / n) * (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2)) / (3 * n),
    0,
  );

export const continuous: readonly Check[] = [
  latexCheck('continuous-flow', {
    states: 'the volume of a numerical flow, by finite differences',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\frac{\\mathrm{d} \\log p(\\mathbf{z}(t))}{\\mathrm{d}t}': derivative(logDensity, 0.6),
          '\\frac{\\partial f}{\\partial \\mathbf{z}(t)}': slopesAt(0.6),
        },
      },
    ],
  }),
  functionCheck('ffjord-log-density', {
    states: 'the volume of a numerical flow',
    formula: () => Math.log(standard(start)) - spent(1),
    against: () => logDensity(1),
    tolerance: 1e-6,
    mutants: {
      'the other sign': () => Math.log(standard(start)) + spent(1),
      'half the time': () => Math.log(standard(start)) - spent(1, 0.5),
    },
  }),
  latexCheck('hutchinson-trace', {
    states: 'all random signs, and axes at random, of a matrix with a known trace',
    cases: [signs, [vector([Math.SQRT2, 0]), vector([0, -Math.SQRT2])]].map((support) => ({
      given: {
        '\\operatorname{tr}(\\mathbf{A})': 2.5,
        '\\mathbf{A}': matrix([
          [1.8, -0.6],
          [2.3, 0.7],
        ]),
        '\\mathbb{E}_{\\mathbf{v}}': expectation(
          '\\mathbf{v}',
          support,
          support.map(() => 1 / support.length),
        ),
      },
    })),
  }),
  latexCheck('neural-ode', {
    states: 'paths by the method of Runge and Kutta',
    cases: [
      {
        given: {
          t: 0.7,
          '\\mathbf{z}': (t: number) => pathTo(t),
          'f_{\\theta}': (at: Matrix, t: number) => velocity(at, t),
        },
      },
    ],
  }),
  functionCheck('neural-ode-adjoint', {
    states: 'finite differences of the loss in an early state',
    formula: () => adjoint(early),
    against: () => gradient(laterLoss, pathTo(early)),
    tolerance: 1e-6,
    mutants: {
      'the other sign': () => adjoint(early, 1),
      'the Jacobian transposed': () => adjoint(early, -1, false),
    },
  }),
  functionCheck('neural-ode-gradient', {
    states: 'finite differences of the loss in the parameter',
    formula: () => simpson(spentAt),
    against: () => derivative((parameter) => loss(pathTo(1, start, parameter)), PARAMETER),
    tolerance: 1e-6,
    mutants: {
      'the other sign': () => -simpson(spentAt),
      'the adjoint of the end': () => simpson((t) => adjoint(1).dot(parameterSlope(pathTo(t), t))),
    },
  }),
];
