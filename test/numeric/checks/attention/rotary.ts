import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { indexed, vector } from '../../given';
import { sum } from './scene';

const { cos, sin, sqrt, PI } = Math;

/** Angles a step for a head of eight channels. */
const ANGLES = [1, 0.1, 0.01, 0.001];

/** The block-diagonal rotation of RoPE for two pairs of channels. */
function rotation(position: number): Matrix {
  const result = Matrix.zeros(4, 4);
  for (const [pair, angle] of [0.7, 0.2].entries()) {
    const [c, s] = [cos(position * angle), sin(position * angle)];
    result.setSubMatrix(
      [
        [c, -s],
        [s, c],
      ],
      2 * pair,
      2 * pair,
    );
  }
  return result;
}

/** A pair of channels turned step by step, by products of complex numbers. */
function turned([x, y]: readonly [number, number], steps: number, angle: number): readonly number[] {
  let [a, b] = [x, y];
  for (let step = 0; step < steps; step++)
    [a, b] = [a * cos(angle) - b * sin(angle), a * sin(angle) + b * cos(angle)];
  return [a, b];
}

const HEAD: readonly number[] = [0.4, -1.2, 0.9, 0.3, -0.7, 1.5, 2, -0.6];
const TURNED = ANGLES.flatMap((angle, l) => turned([HEAD[2 * l] ?? 0, HEAD[2 * l + 1] ?? 0], 3, angle));

const QUERY = [0.5, -1, 0.3, 1.2];
const KEY = [0.9, 0.4, -0.8, 0.7];
type Complex = readonly [re: number, im: number];
const pairs = (x: readonly number[]): readonly Complex[] => [
  [x[0] ?? 0, x[1] ?? 0],
  [x[2] ?? 0, x[3] ?? 0],
];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const real = (offset: number, of: (k: Complex) => Complex) =>
  sum(
    pairs(QUERY).map((q, l) => {
      const angle = offset * ([0.7, 0.2][l] ?? 0);
      return times(times(q, of(pairs(KEY)[l] ?? [0, 0])), [cos(angle), sin(angle)])[0];
    }),
  );
const conjugate = ([re, im]: Complex): Complex => [re, -im];

export const rotary: readonly Check[] = [
  latexCheck('rope-attention', {
    states: 'rotations of two pairs of channels',
    cases: [
      { i: 5, j: 2 },
      { i: 1, j: 4 },
    ].map(({ i, j }) => ({
      given: {
        i,
        j,
        '\\mathbf{R}': indexed((position) => rotation(position)),
        '\\mathbf{q}': indexed((position) => vector(QUERY.map((x) => x + 0.1 * position))),
        '\\mathbf{k}': indexed((position) => vector(KEY.map((x) => x * position))),
      },
    })),
  }),
  functionCheck('rope-complex', {
    states: 'rotations by matrices',
    formula: () => real(5 - 2, conjugate),
    against: () =>
      rotation(5)
        .mmul(vector(QUERY))
        .dot(rotation(2).mmul(vector(KEY))),
    mutants: {
      'without the conjugate': () => real(5 - 2, (k) => k),
      'the offset the other way': () => real(2 - 5, conjugate),
      'the sum of the positions': () => real(5 + 2, conjugate),
    },
  }),
  latexCheck('rope-ntk-scaling', {
    states: 'a geometric sequence from the old first to a fraction of the old last',
    cases: [1, 2, 4].map((l) => ({
      given: { "\\theta_{l}'": (0.001 / 3) ** ((l - 1) / 3), l, b: 10000, s: 3, d: 8 },
    })),
  }),
  latexCheck('rope-position-interpolation', {
    states: 'an angle by hand',
    cases: [
      {
        given: {
          // 4096 of 8192 positions are 1024 of 2048, of which 6144 are half a turn.
          "f'(\\mathbf{x}, m)": vector([1.5 * sqrt(3) + 0.5, 1.5 - sqrt(3) / 2]),
          f: (x: Matrix, m: number) => vector(turned([x.get(0, 0), x.get(1, 0)], 1, (m * PI) / 6144)),
          '\\mathbf{x}': vector([3, -1]),
          m: 4096,
          L: 2048,
          "L'": 8192,
        },
      },
    ],
  }),
  latexCheck('rope-rotation', {
    states: 'products of complex numbers, step by step',
    cases: [1, 2, 4].map((l) => ({ given: { "x'": TURNED, x: HEAD, l, m: 3, d: 8 } })),
  }),
  latexCheck('rope-yarn', {
    states: 'pairs below, above and between the limits by hand',
    cases: [
      { l: 1, angle: 0.05 },
      { l: 2, angle: 0.01 * (22 / 31 / 4 + 9 / 31) },
      { l: 3, angle: 0.0005 / 4 },
    ].map(({ l, angle }) => ({
      given: {
        // 50, 10 and half a turn in the old context.
        "\\theta_{l}'": angle,
        '\\theta': [0.05, 0.01, 0.0005],
        l,
        s: 4,
        L: 2000 * PI,
        '\\pi': PI,
        '\\alpha': 1,
        '\\beta': 32,
      },
    })),
  }),
];
