import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { elementwise, from, matrix, vector } from '../../given';

const { tanh } = Math;

/** A network of three layers, from two inputs over three and two units to two outputs. */
const WEIGHTS = [
  matrix([
    [0.5, -0.8],
    [1.1, 0.3],
    [-0.4, 0.9],
  ]),
  matrix([
    [0.7, -0.2, 0.6],
    [-1, 0.4, 0.1],
  ]),
  matrix([
    [0.3, 1.2],
    [-0.9, 0.5],
  ]),
];
const BIASES = [vector([0.1, -0.3, 0.2]), vector([0.4, -0.1]), vector([-0.2, 0.6])];
const INPUT = vector([0.8, -0.5]);
const active = (z: Matrix) => vector(z.to1DArray().map(tanh));
const lossOf = (a: Matrix) => (a.get(0, 0) - 1) ** 2 + 3 * a.get(1, 0) ** 3;

/** A layer by sums of products, unit by unit. */
function weighted(weights: Matrix, a: Matrix, biases: Matrix): Matrix {
  return vector(
    weights.to2DArray().map((row, i) => row.reduce((z, w, j) => z + w * a.get(j, 0), biases.get(i, 0))),
  );
}

/** What the layers after one make of its weighted inputs. */
function lossFrom(layer: number, z: Matrix): number {
  const [weights, biases] = [WEIGHTS[layer], BIASES[layer]];
  if (weights === undefined || biases === undefined) return lossOf(active(z));
  return lossFrom(layer + 1, weighted(weights, active(z), biases));
}

function forward(): { readonly z: readonly Matrix[]; readonly a: readonly Matrix[] } {
  const z: Matrix[] = [];
  const a = [INPUT];
  WEIGHTS.forEach((weights, i) => {
    const next = weighted(weights, a[i] ?? INPUT, BIASES[i] ?? INPUT);
    z.push(next);
    a.push(active(next));
  });
  return { z, a };
}
const { z: SUMS, a: ACTIVATIONS } = forward();
const ERRORS = SUMS.map((z, i) => gradient((at) => lossFrom(i + 1, at), z));

const scene = (l: number) => ({
  l,
  '\\boldsymbol{\\delta}': ERRORS,
  '\\mathbf{W}': WEIGHTS,
  '\\mathbf{z}': SUMS,
  "\\phi'": elementwise((x) => 1 - tanh(x) ** 2),
});

export const network: readonly Check[] = [
  latexCheck('backpropagation', {
    states: 'finite differences',
    cases: [1, 2].map((l) => {
      const [weights, biases, a] = [WEIGHTS[l - 1], BIASES[l - 1], ACTIVATIONS[l - 1]];
      if (weights === undefined || biases === undefined || a === undefined) return { given: {} };
      const by = (w: Matrix, b: Matrix) => lossFrom(l, weighted(w, a, b));
      return {
        given: {
          ...scene(l),
          L: 3,
          '\\mathbf{a}': from(0, ACTIVATIONS),
          '\\nabla_{\\mathbf{a}^{(L)}} \\mathcal{L}': gradient(lossOf, ACTIVATIONS[3] ?? INPUT),
          '\\nabla_{\\mathbf{W}^{(l)}} \\mathcal{L}': gradient((w) => by(w, biases), weights),
          '\\nabla_{\\mathbf{b}^{(l)}} \\mathcal{L}': gradient((b) => by(weights, b), biases),
        },
      };
    }),
  }),
  latexCheck('backpropagation-delta', {
    states: 'finite differences',
    cases: [1, 2].map((l) => ({ given: scene(l) })),
  }),
  latexCheck('mlp-layer', {
    states: 'sums unit by unit',
    cases: [1, 2].map((l) => ({
      given: {
        l,
        '\\mathbf{z}': SUMS,
        '\\mathbf{W}': WEIGHTS,
        '\\mathbf{a}': from(0, ACTIVATIONS),
        '\\mathbf{b}': BIASES,
        '\\phi': elementwise((x) => (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1)),
      },
    })),
  }),
];
