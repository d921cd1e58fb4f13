import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { from, matrix, vector } from '../../given';
import { random } from '../../random';
import { block, pairs, upTo } from './scene';

const source = random(17);
const LENGTH = 8;
const inputs = upTo(LENGTH).map(() => source.normals(2));
const bias = source.normals(3);
const weights = upTo(3).map(() => source.matrix(3, 2));

/** The output at a position, from the input's side: `tap` says with which weight a position counts, if with any. */
function gathered(tap: (position: number) => number | null): Matrix {
  return inputs.reduce((sum, input, index) => {
    const place = tap(index + 1);
    const weight = place === null ? undefined : weights[place];
    return weight === undefined ? sum : Matrix.add(sum, weight.mmul(input));
  }, bias.clone());
}
const between = (place: number) => (Number.isInteger(place) && place >= 0 && place < 3 ? place : null);

const sequence = { '\\mathbf{b}': bias, '\\mathbf{x}': inputs, K: 3, '\\Delta': 1 };

const stamped = block(4);
const small = [0.7, -1.2, 0.4];
/** A strided convolution as a matrix: from an input of 8 to an output of 3. */
const strided = matrix(upTo(3).map((i) => upTo(8).map((m) => stamped(m - 2 * (i - 1)))));
const transposed = strided.transpose().mmul(vector(small));

const shuffled = block(2, 3, 12);
/** Laying out: each input pixel becomes a square of two by two, whose columns are blocks of six channels. */
function laidOut(row: number, column: number, channel: number): number {
  for (const [i = 0, j = 0] of pairs(upTo(2), upTo(3))) {
    let place = 0;
    for (const right of [0, 1]) {
      for (const down of [0, 1]) {
        for (const c of [0, 1, 2]) {
          place += 1;
          if (row === 2 * (i - 1) + down && column === 2 * (j - 1) + right && channel === c) {
            return shuffled(i, j, place);
          }
        }
      }
    }
  }
  return Number.NaN;
}

const map = [
  [
    [1, -2, 4],
    [0.5, 3, -1],
  ],
  [
    [2, 2, -6],
    [1, 0.5, 3],
  ],
];

export const sequences: readonly Check[] = [
  latexCheck('convolution-1d', {
    states: 'every input sent to the outputs in its reach',
    cases: [
      {
        given: {
          ...sequence,
          '\\mathbf{h}_{t}': gathered((position) => between(position - 4 + 1)),
          '\\mathbf{W}': from(-1, weights),
          t: 4,
        },
      },
    ],
  }),
  latexCheck('convolution-causal', {
    states: 'every input sent to the outputs in its reach',
    cases: [
      {
        given: {
          ...sequence,
          '\\mathbf{h}_{t}': gathered((position) => between(5 - position)),
          '\\mathbf{W}': from(0, weights),
          t: 5,
        },
      },
    ],
  }),
  latexCheck('convolution-causal-dilated', {
    states: 'every input sent to the outputs in its reach',
    cases: [
      {
        given: {
          ...sequence,
          '\\mathbf{h}_{t}': gathered((position) => between((8 - position) / 3)),
          '\\mathbf{W}': from(0, weights),
          r: 3,
          t: 8,
        },
      },
    ],
  }),
  latexCheck('convolution-transposed', {
    states: 'the transpose of a strided convolution as a matrix',
    cases: [3, 5].map((m) => ({
      given: {
        'h[m]': transposed.get(m, 0),
        W: (place: number) => stamped(place + 1),
        x: (place: number) => small[place] ?? Number.NaN,
        n: 3,
        s: 2,
        m,
      },
    })),
  }),
  latexCheck('pixel-shuffle', {
    states: 'squares laid out one after another',
    cases: [
      [1, 5, 2],
      [3, 2, 1],
      [0, 3, 0],
    ].map(([i = 0, j = 0, c = 0]) => ({
      given: {
        'y[i, j, c]': laidOut(i, j, c),
        x: (row: number, column: number, channel: number) => shuffled(row + 1, column + 1, channel + 1),
        '\\operatorname{mod}': (value: number, by: number) => value % by,
        r: 2,
        C: 3,
        i,
        j,
        c,
      },
    })),
  }),
  latexCheck('squeeze-excitation', {
    states: 'a hand-worked case with two channels',
    cases: [
      {
        given: {
          '\\tilde{\\mathbf{x}}': map.map((rows, c) => matrix(rows).mul([4 / 5, 1 / 10][c] ?? 0)),
          '\\mathbf{u}': map.map(matrix),
          u: map.map((rows) => (i: number, j: number) => rows[i - 1]?.[j - 1] ?? Number.NaN),
          s: [4 / 5, 1 / 10],
          '\\mathbf{s}': vector([4 / 5, 1 / 10]),
          // The means are 5.5 / 6 and 2.5 / 6.
          z: [5.5 / 6, 2.5 / 6],
          '\\mathbf{z}': vector([5.5 / 6, 2.5 / 6]),
          // The first unit is 6, the second is cut at zero.
          '\\mathbf{W}_{1}': matrix([
            [6, 1.2],
            [-3, 1],
          ]),
          '\\mathbf{W}_{2}': matrix([
            [Math.log(4) / 6, 5],
            [-Math.log(9) / 6, 7],
          ]),
          H: 2,
          W: 3,
          c: 1,
        },
      },
    ],
  }),
];
