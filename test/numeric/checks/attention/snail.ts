import { Matrix } from 'ml-matrix';
import { type Check, latexCheck, unchecked } from '../../check';
import { elementwise, matrix, row } from '../../given';
import { attended, KEYS, logistic, moved, QUERIES, type Rows, TO_VALUE, TOKENS } from './scene';

const { exp } = Math;

const SOURCE: Rows = [...TOKENS, [0.9, 0.8]];
const CAUSAL = matrix([0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (j <= i ? 0 : -Infinity))));

/** Steps of a sequence shifted down by two, as a matrix. */
const BACK = matrix([0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i - j === 2 ? 1 : 0))));
const SIGNAL = [moved(TO_VALUE, 1), moved(TO_VALUE, -1)];
const GATE = [moved(TO_VALUE, 0.3), moved(TO_VALUE, -0.7)];
const dilated = (kernel: readonly Rows[]) =>
  Matrix.add(
    BACK.mmul(matrix(SOURCE)).mmul(matrix(kernel[0] ?? [])),
    matrix(SOURCE).mmul(matrix(kernel[1] ?? [])),
  ).to2DArray();

/** The causal convolution with dilation 2, step by step; the kernel's halves are one above the other. */
function convolution(steps: Matrix, kernel: Matrix): Matrix {
  return matrix(
    steps.to2DArray().map((now, i) => {
      const before = i < 2 ? [0, 0] : steps.getRow(i - 2);
      return row([...before, ...now])
        .mmul(kernel)
        .to1DArray();
    }),
  );
}

export const snail: readonly Check[] = [
  latexCheck('snail-attention-block', {
    states: 'attention to each beginning of the sequence',
    cases: [
      {
        given: {
          '\\operatorname{AttentionBlock}(\\mathbf{X})': matrix(
            SOURCE.map((token, i) => [
              ...token,
              ...(attended(QUERIES.slice(i, i + 1), KEYS.slice(0, i + 1), SOURCE.slice(0, i + 1))[0] ?? []),
            ]),
          ),
          '\\mathbf{X}': matrix(SOURCE),
          '\\mathbf{Q}': matrix(QUERIES),
          '\\mathbf{K}': matrix(KEYS),
          '\\mathbf{V}': matrix(SOURCE),
          '\\mathbf{M}': CAUSAL,
          'd_{k}': 3,
        },
      },
    ],
  }),
  latexCheck('snail-dense-block', {
    states: 'products with a shift, and the gate by a hyperbolic tangent',
    cases: [
      {
        given: {
          '\\operatorname{DenseBlock}_{R}(\\mathbf{X})': matrix(
            SOURCE.map((token, i) => [
              ...token,
              ...(dilated(SIGNAL)[i] ?? []).map(
                (entry, j) => (1 - 2 / (1 + exp(2 * entry))) * logistic(dilated(GATE)[i]?.[j] ?? 0),
              ),
            ]),
          ),
          '\\ast_{R}': convolution,
          '\\sigma': elementwise((x) => 1 / (1 + exp(-x))),
          '\\mathbf{X}': matrix(SOURCE),
          '\\mathbf{W}_{f}': matrix(SIGNAL.flat()),
          '\\mathbf{W}_{g}': matrix(GATE.flat()),
        },
      },
    ],
  }),
  unchecked('snail-tc-block', 'architecture'),
];
