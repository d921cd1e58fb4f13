import type { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { matrix, row, vector } from '../../given';
import {
  applied,
  averaged,
  dot,
  KEYS,
  moved,
  QUERIES,
  type Rows,
  TO_KEY,
  TO_QUERY,
  transposed,
} from './scene';

const { sqrt } = Math;

const LATENTS: Rows = [
  [0.6, -0.8],
  [1.1, 0.4],
  [-0.3, 0.9],
];
const UP: Rows = transposed(TO_QUERY);
const ROTARY_KEYS: Rows = [
  [0.2, 1],
  [-0.7, 0.5],
  [1.2, -0.4],
];
const ROTARY = [0.8, -0.5];
const ASKING = QUERIES[0] ?? [];

/** A head whose queries and keys have contents and positions one after the other. */
const latentHead = (t: number) =>
  averaged(
    KEYS.slice(0, t).map(
      (key, j) => dot([...ASKING, ...ROTARY], [...key, ...(ROTARY_KEYS[j] ?? [])]) / sqrt(5),
    ),
    LATENTS.slice(0, t),
  );

const DOWN = matrix(TO_QUERY);
const UP_KEY = matrix(moved(UP, 0.4));
const UP_VALUE = matrix(moved(UP, -0.9));
const TO_ROTARY = matrix(TO_KEY);
const HIDDEN = vector([0.7, -1.1, 0.4]);
const TURN = matrix([
  [0.6, -0.8],
  [0.8, 0.6],
]);

export const latent: readonly Check[] = [
  latexCheck('mla-absorption', {
    states: 'a matrix and its transpose, each written down',
    cases: [
      {
        given: {
          t: 2,
          i: 1,
          j: 2,
          '\\mathbf{q}': [[vector([1, 1, 1])], [vector(ASKING)]],
          '\\mathbf{W}_{i}^{\\mathrm{UK}}': matrix(UP),
          '\\mathbf{W}_{i}^{\\mathrm{UK} \\top}': matrix(TO_QUERY),
          '\\mathbf{c}^{\\mathrm{KV}}': LATENTS.map(vector),
        },
      },
    ],
  }),
  latexCheck('mla-attention', {
    states: 'the slope of the normalizer, with queries and keys put together',
    cases: [2, 3].map((t) => ({
      given: {
        t,
        i: 1,
        j: 1,
        'd_{h}': 3,
        'd_{h}^{\\mathrm{R}}': 2,
        '\\mathbf{o}_{t,i}': vector(latentHead(t)),
        '\\mathbf{v}^{\\mathrm{C}}': LATENTS.map((latent) => [vector(latent)]),
        '\\mathbf{q}^{\\mathrm{C} \\top}': [1, 2, 3].map(() => [row(ASKING)]),
        '\\mathbf{k}^{\\mathrm{C}}': KEYS.map((key) => [vector(key)]),
        '\\mathbf{q}^{\\mathrm{R} \\top}': [1, 2, 3].map(() => [row(ROTARY)]),
        '\\mathbf{k}^{\\mathrm{R}}': ROTARY_KEYS.map(vector),
      },
    })),
  }),
  latexCheck('mla-compression', {
    states: 'products in the other order',
    cases: [
      {
        given: {
          t: 1,
          '\\mathbf{h}': [HIDDEN],
          '\\mathbf{c}_{t}^{\\mathrm{KV}}': vector(applied(TO_QUERY, HIDDEN.to1DArray())),
          '\\mathbf{k}_{t}^{\\mathrm{C}}': UP_KEY.mmul(DOWN).mmul(HIDDEN),
          '\\mathbf{v}_{t}^{\\mathrm{C}}': UP_VALUE.mmul(DOWN).mmul(HIDDEN),
          '\\mathbf{k}_{t}^{\\mathrm{R}}': TURN.mmul(TO_ROTARY).mmul(HIDDEN),
          '\\mathbf{W}^{\\mathrm{DKV}}': DOWN,
          '\\mathbf{W}^{\\mathrm{UK}}': UP_KEY,
          '\\mathbf{W}^{\\mathrm{UV}}': UP_VALUE,
          '\\mathbf{W}^{\\mathrm{KR}}': TO_ROTARY,
          '\\operatorname{RoPE}': (x: Matrix) => TURN.mmul(x),
        },
      },
    ],
  }),
];
