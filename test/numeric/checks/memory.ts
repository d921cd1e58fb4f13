import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../check';
import { matrix, vector } from '../given';

/** Four places of the memory, three numbers in each; places count from 0. */
const BEFORE = [
  [0.7, -1.2, 2],
  [1.4, 0.3, -0.6],
  [-0.9, 1.1, 0.8],
  [0.2, 2.5, -1.7],
];
const WEIGHTS = [0.15, 0.35, 0.1, 0.4];
const ERASE = [0.9, 0.2, 0.6];
const ADD = [1.3, -0.4, 0.7];

const place = (rows: readonly (readonly number[])[]) => (i: number) => vector(rows[i] ?? []);
const entry = (values: readonly number[]) => (i: number) => values[i] ?? Number.NaN;

const ones = Matrix.ones(4, 3);
const spread = (values: readonly number[]) => vector(WEIGHTS).mmul(vector(values).transpose());
/** Erase and add for all places at once, as products of columns and rows. */
const erased = Matrix.mul(matrix(BEFORE), Matrix.sub(ones, spread(ERASE)));
const written = Matrix.add(erased, spread(ADD));
const rowsOf = (memory: Matrix) => place(memory.to2DArray());

const memory = {
  '\\mathbf{M}_{t-1}': place(BEFORE),
  '\\mathbf{1}': vector([1, 1, 1]),
  '\\mathbf{e}_{t}': vector(ERASE),
  '\\mathbf{a}_{t}': vector(ADD),
  'w_{t}': entry(WEIGHTS),
  i: 2,
};

/** Similarities for which the odds of the places are 1 : 2 : 4 : 3. */
const SHARPNESS = 1.7;
const content = {
  '\\beta_{t}': SHARPNESS,
  '\\mathbf{k}_{t}': 5,
  '\\mathbf{M}_{t}': (i: number) => i,
  K: (_: number, i: number) => Math.log([1, 2, 4, 3][i] ?? Number.NaN) / SHARPNESS,
  N: 4,
};

/** The gated weighting comes from 0.6 (0.1, 0.2, 0.4, 0.3) + 0.4 (0.5, 0.25, 0.05, 0.2). */
const GATED = [0.26, 0.22, 0.26, 0.26];
const gate = {
  'g_{t}': 0.6,
  '\\mathbf{w}^{g}_{t}': vector(GATED),
  '\\mathbf{w}^{c}_{t}': vector([0.1, 0.2, 0.4, 0.3]),
  '\\mathbf{w}_{t-1}': vector([0.5, 0.25, 0.05, 0.2]),
};

/** A shift mostly by one place, a little by none, and least of all backwards. */
const SHIFT = [0.2, 0.7, 0, 0.1];
const shift = (step: number) => SHIFT[((step % 4) + 4) % 4] ?? Number.NaN;

/** The ring of weights turned by each shift in turn. */
function turned(weights: readonly number[]): readonly number[] {
  const sum = [0, 0, 0, 0];
  let ring = [...weights];
  for (const share of SHIFT) {
    ring.forEach((weight, i) => {
      sum[i] = (sum[i] ?? 0) + share * weight;
    });
    ring = [...ring.slice(-1), ...ring.slice(0, -1)];
  }
  return sum;
}

const UNEVEN = [0.05, 0.6, 0.25, 0.1];

/** Sharpened by logarithms. */
function sharpened(weights: readonly number[], power: number): readonly number[] {
  const logs = weights.map((weight) => power * Math.log(weight));
  const normalizer = Math.log(logs.reduce((sum, log) => sum + Math.exp(log), 0));
  return logs.map((log) => Math.exp(log - normalizer));
}

export const memoryChecks: readonly Check[] = [
  latexCheck('ntm-add', {
    states: 'the whole memory at once, by outer products',
    cases: [
      {
        given: { ...memory, '\\tilde{\\mathbf{M}}_{t}': rowsOf(erased), '\\mathbf{M}_{t}': rowsOf(written) },
      },
    ],
  }),
  latexCheck('ntm-addressing', {
    states: 'hand-worked odds, turned rings and logarithms, one after another',
    cases: [1, 3].map((i) => ({
      given: {
        ...content,
        ...gate,
        'w^{c}_{t}': entry([0.1, 0.2, 0.4, 0.3]),
        'w^{g}_{t}': entry(GATED),
        's_{t}': shift,
        '\\tilde{w}_{t}': entry(turned(GATED)),
        'w_{t}': entry(sharpened(turned(GATED), 2.5)),
        '\\gamma_{t}': 2.5,
        i,
      },
    })),
  }),
  latexCheck('ntm-content-addressing', {
    states: 'hand-worked odds',
    cases: [2, 3].map((i) => ({ given: { ...content, 'w^{c}_{t}': entry([0.1, 0.2, 0.4, 0.3]), i } })),
  }),
  latexCheck('ntm-erase', {
    states: 'the whole memory at once, by outer products',
    cases: [{ given: { ...memory, '\\tilde{\\mathbf{M}}_{t}': rowsOf(erased) } }],
  }),
  latexCheck('ntm-interpolation', { states: 'a hand-worked case', cases: [{ given: gate }] }),
  latexCheck('ntm-read', {
    states: 'a product of matrices',
    cases: [
      {
        given: {
          '\\mathbf{r}_{t}': matrix(BEFORE).transpose().mmul(vector(WEIGHTS)),
          '\\mathbf{M}_{t}': place(BEFORE),
          'w_{t}': entry(WEIGHTS),
          N: 4,
        },
      },
    ],
  }),
  latexCheck('ntm-sharpening', {
    states: 'a hand-worked case: cubes of 1, 2, 3, 4',
    cases: [1, 2].map((i) => ({
      given: {
        'w_{t}': entry([0.01, 0.08, 0.27, 0.64]),
        '\\tilde{w}_{t}': entry([0.1, 0.2, 0.3, 0.4]),
        '\\gamma_{t}': 3,
        N: 4,
        i,
      },
    })),
  }),
  latexCheck('ntm-shift', {
    states: 'the ring of weights turned by each shift',
    cases: [0, 2].map((i) => ({
      given: { '\\tilde{w}_{t}': entry(turned(UNEVEN)), 'w^{g}_{t}': entry(UNEVEN), 's_{t}': shift, N: 4, i },
    })),
  }),
  latexCheck('ntm-similarity', {
    states: 'the cosine of a known angle',
    cases: [
      {
        given: {
          'K[\\mathbf{u}, \\mathbf{v}]': Math.cos(0.7),
          '\\mathbf{u}': vector([3 * Math.cos(1.1), 3 * Math.sin(1.1)]),
          '\\mathbf{v}': vector([0.4 * Math.cos(1.8), 0.4 * Math.sin(1.8)]),
        },
      },
    ],
  }),
  latexCheck('ntm-write', {
    states: 'the whole memory at once, by outer products',
    cases: [
      {
        given: { ...memory, '\\tilde{\\mathbf{M}}_{t}': rowsOf(erased), '\\mathbf{M}_{t}': rowsOf(written) },
      },
    ],
  }),
];
