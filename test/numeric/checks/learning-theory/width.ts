import { jStat } from 'jstat';
import { Matrix } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';
import { gradient } from '../../differences';
import { identity, matrix, row, vector } from '../../given';
import { integrate } from '../../quadrature';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A network of two hidden units on the plane: for each two weights and one to the output. */
const weights = [0.7, -0.4, 1.2, 0.3, 0.9, -1.5];
const units = [0, 3].map((start) => weights.slice(start, start + 3));
function network(x: Matrix, theta: Matrix): number {
  const [a = 0, b = 0, out = 0, c = 0, d = 0, other = 0] = theta.to1DArray();
  const [first, second] = [x.get(0, 0), x.get(1, 0)];
  return out * Math.tanh(a * first + b * second) + other * Math.tanh(c * first + d * second);
}
/** Its tangent kernel by hand: the outputs' weights add products of activations, the others products of slopes. */
function tangentKernel(x: Matrix, y: Matrix): number {
  return sum(
    units.map(([a = 0, b = 0, out = 0]) => {
      const [u, v] = [x, y].map((point) => a * point.get(0, 0) + b * point.get(1, 0));
      const slopes = out ** 2 / (Math.cosh(u ?? 0) * Math.cosh(v ?? 0)) ** 2;
      return Math.tanh(u ?? 0) * Math.tanh(v ?? 0) + slopes * x.dot(y);
    }),
  );
}
const [here, there] = [vector([0.8, -0.5]), vector([1.1, 0.6])];

/** Training inputs, labels, and the network at its start. */
const inputs = matrix([
  [0.2, 1],
  [-1, 0.4],
  [0.9, -0.6],
]);
const labels = vector([1, -0.5, 2]);
const kernel = (left: Matrix, right: Matrix) =>
  new Matrix(
    left
      .to2DArray()
      .map((a) =>
        right.to2DArray().map((b) => Math.exp(-sum(a.map((entry, i) => (entry - (b[i] ?? 0)) ** 2)) / 2)),
      ),
  );
const start = (points: Matrix) => vector(points.to2DArray().map(([a = 0, b = 0]) => 0.3 * a - 0.2 * b ** 2));
const place = row([0.5, 0.1]);
const rate = 0.7;

/** The output at a place after some time of gradient flow, by the rule of Runge and Kutta. */
function trained(time: number): number {
  const all = new Matrix([...inputs.to2DArray(), ...place.to2DArray()]);
  const towards = kernel(all, inputs);
  const flow = (outputs: Matrix) => towards.mmul(Matrix.sub(labels, outputs.subMatrix(0, 2, 0, 0))).mul(rate);
  const moved = (outputs: Matrix, by: Matrix, step: number) => Matrix.add(outputs, Matrix.mul(by, step));
  let outputs = start(all);
  const step = time / 400;
  for (let i = 0; i < 400; i++) {
    const one = flow(outputs);
    const two = flow(moved(outputs, one, step / 2));
    const three = flow(moved(outputs, two, step / 2));
    const four = flow(moved(outputs, three, step));
    const mean = Matrix.add(one, four)
      .add(Matrix.add(two, three).mul(2))
      .mul(1 / 6);
    outputs = moved(outputs, mean, step);
  }
  return outputs.get(3, 0);
}
/** The exponential of a matrix by its series. */
function exponential(exponent: Matrix): Matrix {
  let term = identity(exponent.rows);
  let result = term;
  for (let k = 1; k < 60; k++) {
    term = term.mmul(exponent).mul(1 / k);
    result = Matrix.add(result, term);
  }
  return result;
}

/** The mean of the product of two rectified normals; the inner one is in closed form, the outer one by quadrature. */
function rectifiedProduct(a: number, b: number, covariance: number): number {
  const slope = covariance / Math.sqrt(a);
  const spread = Math.sqrt(b - slope ** 2);
  return integrate(
    (z) => {
      const inner =
        slope * z * jStat.normal.cdf(slope * z, 0, spread) +
        spread ** 2 * jStat.normal.pdf(slope * z, 0, spread);
      return Math.sqrt(a) * z * inner * jStat.normal.pdf(z, 0, 1);
    },
    0,
    12,
  );
}
const layerKernel = (x: Matrix, y: Matrix) => 0.4 + 0.8 * x.dot(y);

export const width: readonly Check[] = [
  latexCheck('neural-tangent-kernel', {
    states: 'the kernel of two hidden units by hand',
    cases: [
      {
        given: {
          "\\Theta(\\mathbf{x}, \\mathbf{x}')": tangentKernel(here, there),
          '\\nabla_{\\boldsymbol{\\theta}} f': (x: Matrix, theta: Matrix) =>
            gradient((parameters) => network(x, parameters), theta),
          '\\mathbf{x}': here,
          "\\mathbf{x}'": there,
          '\\boldsymbol{\\theta}': vector(weights),
        },
      },
    ],
  }),
  latexCheck('neural-tangent-kernel-dynamics', {
    states: 'gradient flow by the rule of Runge and Kutta',
    cases: [0.8, 3].map((time) => ({
      given: {
        'f_{t}(\\mathbf{x})': trained(time),
        'f_{0}': start,
        '\\mathbf{x}': place,
        '\\mathbf{X}': inputs,
        '\\mathbf{I}': identity(3),
        '\\mathbf{y}': labels,
        '\\Theta': kernel,
        'e^{- \\eta \\Theta(\\mathbf{X}, \\mathbf{X}) t}': exponential(
          kernel(inputs, inputs).mul(-rate * time),
        ),
      },
    })),
  }),
  latexCheck('nngp-relu-kernel', {
    states: 'the mean product of rectified normals, by quadrature',
    symmetric: ['K^{(l)}'],
    cases: [
      [here, there],
      [here, vector([-0.9, 0.2])],
    ].map(([x = here, y = there]) => ({
      given: {
        "K^{(l+1)}(\\mathbf{x}, \\mathbf{x}')":
          0.3 ** 2 + 1.6 ** 2 * rectifiedProduct(layerKernel(x, x), layerKernel(y, y), layerKernel(x, y)),
        'K^{(l)}': layerKernel,
        '\\mathbf{x}': x,
        "\\mathbf{x}'": y,
        '\\sigma_{b}': 0.3,
        '\\sigma_{w}': 1.6,
      },
    })),
  }),
  unchecked('universal-approximation', 'theorem'),
];
