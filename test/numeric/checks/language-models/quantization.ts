import { Matrix, solve } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { derivative } from '../../differences';
import { matrix, set, vector } from '../../given';
import { integrate } from '../../quadrature';

const WEIGHTS = [
  [0.2, -2.1, 0.6],
  [2.4, -0.5, 0.2],
];

const round = (x: number) => Math.round(x);
const clip = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x));

/** The code from −128 to 127 whose value on the grid is nearest. */
function nearest(x: number): number {
  const codes = Array.from({ length: 256 }, (_, i) => i - 128);
  const error = (code: number) => Math.abs(x - (-1 + 0.01 * (code + 128)));
  return codes.reduce((a, b) => (error(b) < error(a) ? b : a));
}

const LAYER = matrix([
  [0.6, -0.4],
  [0.45, 0.9],
]);
const INPUTS = matrix([
  [1, 2, -1],
  [1.1, 1.8, 0.3],
]);
const GRID = [-1, 0, 1];
const ROWS = GRID.flatMap((a) => GRID.map((b) => [a, b]));

/** Row by row, as no row's error depends on another: the least quadratic form of the Gram matrix. */
function quantizedRow(weights: readonly number[]): readonly number[] {
  const gram = INPUTS.mmul(INPUTS.transpose());
  const error = (codes: readonly number[]) => {
    const gap = Matrix.rowVector(weights.map((weight, i) => weight - (codes[i] ?? 0)));
    return gap.mmul(gram).mmul(gap.transpose()).get(0, 0);
  };
  return ROWS.reduce((a, b) => (error(b) < error(a) ? b : a));
}

const HESSIAN = matrix([
  [4, 0.6, -0.3],
  [0.6, 1, 0.2],
  [-0.3, 0.2, 3],
]);
const ROWS_OF_WEIGHTS = [
  [0.6, -0.35, 1.4],
  [-3.93, -3.8, -3.68],
];
const PLACES = [1, 2, 3];

/** The change of least error that brings one weight to the grid, from the conditions with a multiplier. */
function compensation(weights: readonly number[], place: number) {
  const unit = vector(PLACES.map((each) => (each === place ? 1 : 0)));
  const weight = weights[place - 1] ?? 0;
  const system = Matrix.zeros(4, 4);
  system.setSubMatrix(HESSIAN, 0, 0);
  system.setSubMatrix(unit, 0, 3);
  system.setSubMatrix(unit.transpose(), 3, 0);
  const solution = solve(system, vector([0, 0, 0, round(weight) - weight]));
  const change = solution.subMatrix(0, 2, 0, 0);
  const error = change.transpose().mmul(HESSIAN).mmul(change).get(0, 0);
  return { place, change, error, column: solve(HESSIAN, unit) };
}

const cheapest = (weights: readonly number[]) =>
  PLACES.map((place) => compensation(weights, place)).reduce((a, b) => (b.error < a.error ? b : a));

const SCALES = [2, 0.5, 4];
const smoothed = {
  X: [
    [16, -1, 3],
    [5, 0.5, -8],
  ],
  W: [
    [-4, 2],
    [4, 1],
    [0.5, 0.25],
  ],
};

/** A quantizer of step one between −2 and 3, averaged over a shift before it that is even over one step. */
const averaged = (x: number) => integrate((shift) => clip(round(x + shift), -2, 3), -0.5, 0.5, 1e-9);

export const quantization: readonly Check[] = [
  latexCheck('bitnet-ternary', {
    states: 'a hand-worked case',
    cases: WEIGHTS.flatMap((row, i) =>
      row.map((_, j) => ({
        given: {
          '\\tilde{W}': matrix([
            [0, -1, 0],
            [1, 0, 0],
          ]),
          W: matrix(WEIGHTS),
          i: i + 1,
          j: j + 1,
          '\\gamma': 1,
          '\\epsilon': 0.3,
          n: 2,
          m: 3,
          '\\operatorname{round}': round,
        },
      })),
    ),
  }),
  latexCheck('gptq-objective', {
    states: 'the rows one by one, by the Gram matrix',
    cases: [
      {
        given: {
          '\\hat{\\mathbf{W}}': matrix(LAYER.to2DArray().map(quantizedRow)),
          '\\mathbf{W}': LAYER,
          '\\mathbf{X}': INPUTS,
          '\\mathcal{Q}': set(ROWS.flatMap((first) => ROWS.map((second) => matrix([first, second])))),
        },
      },
    ],
    same: {
      "\\hat{\\mathbf{W}} = \\operatorname*{arg\\,min}_{\\mathbf{W}' \\in \\mathcal{Q}} \\; \\left\\lVert \\mathbf{W} \\mathbf{X} - \\mathbf{W}' \\mathbf{X} \\right\\rVert_{F}":
        'a norm and its square are least at the same place',
      "\\hat{\\mathbf{W}} = \\operatorname*{arg\\,min}_{\\mathbf{W}' \\in \\mathcal{Q}} \\; \\left\\lVert \\mathbf{W} \\mathbf{X} - \\mathbf{W}' \\mathbf{X} \\right\\rVert_{F}^{3}":
        'so is its cube',
    },
  }),
  latexCheck('gptq-update', {
    states: 'the quadratic program with a multiplier',
    cases: ROWS_OF_WEIGHTS.map((weights) => {
      const { place, change, column } = cheapest(weights);
      return {
        given: {
          q: place,
          F: set(PLACES),
          w: weights,
          '\\operatorname{quant}': round,
          '\\mathbf{H}_{F}': HESSIAN,
          '\\boldsymbol{\\delta}_{F}': change,
          '\\left[ \\mathbf{H}_{F}^{-1} \\right]_{:, q}': column,
        },
      };
    }),
  }),
  latexCheck('quantization-affine', {
    states: 'the nearest code of the grid',
    cases: [0.503, -0.2, 1.9, -4].map((x) => ({
      given: {
        q: nearest(x),
        x,
        s: 0.01,
        z: -28,
        'q_{\\mathrm{min}}': -128,
        'q_{\\mathrm{max}}': 127,
        'x_{\\mathrm{min}}': -1,
        'x_{\\mathrm{max}}': 1.55,
        '\\operatorname{round}': round,
        '\\operatorname{clip}': clip,
      },
    })),
  }),
  latexCheck('quantization-dequantize', {
    states: 'steps from the end of the range',
    cases: [22, -100].map((q) => ({
      given: { '\\hat{x}': -1 + 0.01 * (q + 128), s: 0.01, q, z: -28 },
    })),
  }),
  latexCheck('quantization-symmetric', {
    states: 'a hand-worked case',
    cases: [7, -2, 1, -6].map((code, i) => ({
      given: {
        'q_{i}': code,
        i: i + 1,
        x: [3.5, -1.2, 0.6, -3.1],
        s: 0.5,
        b: 4,
        '\\operatorname{round}': round,
      },
    })),
  }),
  latexCheck('smoothquant', {
    states: 'a hand-worked case',
    cases: [1, 2, 3].map((j) => ({
      given: {
        '\\mathbf{Y}': matrix([
          [16 * -4 - 4 + 1.5, 32 - 1 + 0.75],
          [-20 + 2 - 4, 10 + 0.5 - 2],
        ]),
        '\\mathbf{X}': matrix(smoothed.X),
        '\\mathbf{W}': matrix(smoothed.W),
        X: matrix(smoothed.X),
        W: matrix(smoothed.W),
        '\\mathbf{s}': vector(SCALES),
        s: SCALES,
        j,
        '\\alpha': 0.5,
      },
    })),
  }),
  latexCheck('straight-through-quantization', {
    states: 'the slope of the quantizer averaged over a shift',
    cases: [0.4, 4.2, -3.7].map((x) => ({
      given: {
        '\\frac{\\partial \\mathcal{L}}{\\partial x}': 1.7 * derivative(averaged, x),
        '\\frac{\\partial \\mathcal{L}}{\\partial \\hat{x}}': 1.7,
        x,
        'x_{\\mathrm{min}}': -2,
        'x_{\\mathrm{max}}': 3,
      },
    })),
    near: 1e-5,
  }),
];
