import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { from, identity, matrix, vector } from '../../given';
import { random } from '../../random';
import { at, decays, gates, keys, outer, product, queries, STEPS, strengths, total, values } from './scene';

const before = random(5).matrix(3, 2);

/** The squared error of what a memory returns for the last key. */
function recallError(memory: Matrix): number {
  const error = memory.mmul(at(keys, 3)).sub(at(values, 3));
  return 0.5 * error.dot(error);
}

const descended = Matrix.sub(
  before,
  new Matrix(
    [0, 1, 2].map((i) =>
      [0, 1].map((j) => {
        const moved = (by: number) => {
          const memory = before.clone();
          memory.set(i, j, memory.get(i, j) + by);
          return recallError(memory);
        };
        // The error is quadratic: its central difference is exact.
        return at(strengths, 3) * (moved(0.5) - moved(-0.5));
      }),
    ),
  ),
);

/** The gated memory after erasing and writing, by entries. */
const corrected = (() => {
  const [decay, strength, key, value] = [at(decays, 3), at(strengths, 3), at(keys, 3), at(values, 3)];
  return new Matrix(
    [0, 1, 2].map((i) =>
      [0, 1].map((j) => {
        const held = (column: number) => decay * before.get(i, column);
        const recalled = held(0) * key.get(0, 0) + held(1) * key.get(1, 0);
        return held(j) + strength * (value.get(i, 0) - recalled) * key.get(j, 0);
      }),
    ),
  );
})();

/** How much of what step `s` wrote is left at step `t`, both from 1. */
const left = (s: number, t: number) =>
  Matrix.diag([0, 1].map((i) => product(s + 1, t, (u) => at(gates, u - 1).get(i, 0))));

const gatedMemory = (t: number) =>
  total(1, t, (s) => left(s, t).mmul(outer(at(keys, s - 1), at(values, s - 1))));

const DECAY = 0.8;
const retained = (t: number) =>
  total(1, t, (s) => outer(at(keys, s - 1), at(values, s - 1)).mul(DECAY ** (t - s)));

/** The output at each step as attention over the steps before it, with a weight for each pair. */
function attended(weight: (s: number, t: number) => number): readonly Matrix[] {
  return Array.from({ length: STEPS }, (_, i) =>
    total(1, i + 1, (s) =>
      Matrix.mul(at(values, s - 1), at(queries, i).dot(at(keys, s - 1)) * weight(s, i + 1)),
    ),
  );
}

const rows = (columns: readonly Matrix[]) => matrix(columns.map((column) => column.to1DArray()));

/** The output at each step by the recurrence with a number as decay. */
function recurred(decay: (step: number) => number): readonly Matrix[] {
  let memory = Matrix.zeros(2, 3);
  return keys.map((key, i) => {
    memory = Matrix.mul(memory, decay(i)).add(outer(key, at(values, i)));
    return memory.transpose().mmul(at(queries, i));
  });
}

/** A mask and its entries. */
function maskOf(letter: string, entry: (i: number, j: number) => number) {
  const table = keys.map((_, i) => keys.map((__, j) => (i < j ? 0 : entry(i + 1, j + 1))));
  return { [letter]: table, [`\\mathbf{${letter}}`]: matrix(table) };
}

export const linearAttention: readonly Check[] = [
  latexCheck('deltanet', {
    states: 'a step down the gradient of the squared error',
    cases: [
      {
        given: {
          '\\mathbf{S}': from(3, [before, descended]),
          '\\mathbf{k}': keys,
          '\\mathbf{v}': values,
          '\\mathbf{q}': queries,
          '\\beta': strengths,
          '\\mathbf{I}': identity(2),
          '\\mathbf{o}_{t}': vector(
            descended.to2DArray().map((row) => at(queries, 3).dot(Matrix.columnVector(row))),
          ),
          t: 4,
        },
      },
    ],
  }),
  latexCheck('deltanet-gated', {
    states: 'erasing and writing by entries',
    cases: [
      {
        given: {
          '\\mathbf{S}': from(3, [before, corrected]),
          '\\mathbf{k}': keys,
          '\\mathbf{v}': values,
          '\\alpha': decays,
          '\\beta': strengths,
          '\\mathbf{I}': identity(2),
          t: 4,
        },
      },
    ],
  }),
  latexCheck('gated-linear-attention', {
    states: 'all writes, each with its product of gates',
    cases: [
      {
        given: {
          '\\mathbf{S}': from(3, [gatedMemory(3), gatedMemory(4)]),
          '\\boldsymbol{\\alpha}': gates,
          '\\mathbf{k}': keys,
          '\\mathbf{v}': values,
          '\\mathbf{q}': queries,
          '\\mathbf{o}_{t}': total(1, 4, (s) =>
            Matrix.mul(at(values, s - 1), at(queries, 3).dot(left(s, 4).mmul(at(keys, s - 1)))),
          ),
          t: 4,
        },
      },
    ],
  }),
  latexCheck('retention-parallel', {
    states: 'the recurrence, a step at a time',
    cases: [
      { i: 4, j: 1 },
      { i: 2, j: 2 },
      { i: 1, j: 3 },
    ].map((pair) => ({
      given: {
        '\\operatorname{Retention}(\\mathbf{X})': rows(recurred(() => DECAY)),
        '\\mathbf{Q}': rows(queries),
        '\\mathbf{K}': rows(keys),
        '\\mathbf{V}': rows(values),
        '\\gamma': DECAY,
        ...maskOf('D', (i, j) => product(j + 1, i, () => DECAY)),
        ...pair,
      },
    })),
  }),
  latexCheck('retention-recurrent', {
    states: 'attention with decaying weights',
    cases: [
      {
        given: {
          '\\mathbf{S}': from(3, [retained(3), retained(4)]),
          '\\gamma': DECAY,
          '\\mathbf{k}': keys,
          '\\mathbf{v}': values,
          '\\mathbf{q}': queries,
          '\\mathbf{h}': attended((s, t) => DECAY ** (t - s)),
          i: 4,
        },
      },
    ],
  }),
  latexCheck('ssd-matrix', {
    states: 'the recurrence, a step at a time',
    cases: [
      { i: 4, j: 1 },
      { i: 2, j: 2 },
      { i: 1, j: 3 },
    ].map((pair) => ({
      given: {
        '\\mathbf{Y}': rows(recurred((i) => at(decays, i))),
        '\\mathbf{C}': rows(queries),
        '\\mathbf{B}': rows(keys),
        '\\mathbf{X}': rows(values),
        a: decays,
        ...maskOf('L', (i, j) => Math.exp(decays.slice(j, i).reduce((sum, a) => sum + Math.log(a), 0))),
        ...pair,
      },
    })),
  }),
];
