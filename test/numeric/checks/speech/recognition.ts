import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { set, vector } from '../../given';

const { cos, exp, log, sin } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const product = (values: readonly number[]) => values.reduce((total, value) => total * value, 1);

/** What the network says of the labels 1 and 2 and of the blank, 0, at four frames. */
const OUTPUTS = [
  [0.2, 0.5, 0.3],
  [0.3, 0.6, 0.1],
  [0.45, 0.35, 0.2],
  [0.1, 0.3, 0.6],
];
const output = (t: number, label: number) => OUTPUTS[t]?.[label] ?? 0;

/** All paths over some frames. */
function paths(frames: number): readonly (readonly number[])[] {
  return frames === 0
    ? [[]]
    : paths(frames - 1).flatMap((path) => [0, 1, 2].map((label) => [...path, label]));
}
const collapsed = (path: readonly number[]) =>
  path.filter((label, t) => label !== path[t - 1]).filter((label) => label !== 0);
const removed = (path: readonly number[]) =>
  path.filter((label) => label !== 0).filter((label, i, kept) => label !== kept[i - 1]);

/** The sum over all paths that a map brings to the text. */
function bruteForce(text: readonly number[], map = collapsed, frames = 4): number {
  const fitting = paths(frames).filter((path) => map(path).join() === text.join());
  return sum(fitting.map((path) => product(path.map((label, t) => output(t, label)))));
}

type Skips = (label: number, before: number) => boolean;
const skips: Skips = (label, before) => label !== 0 && label !== before;

/** The forward variables of the last frame, from place 1 on. */
function forward(text: readonly number[], skip: Skips = skips): readonly number[] {
  const extended = [0, ...text.flatMap((label) => [label, 0])];
  const first = extended.map((label, s) => (s < 2 ? output(0, label) : 0));
  return [1, 2, 3].reduce<readonly number[]>(
    (alpha, t) =>
      extended.map((label, s) => {
        const skipped = skip(label, extended[s - 2] ?? -1) ? (alpha[s - 2] ?? 0) : 0;
        return output(t, label) * ((alpha[s] ?? 0) + (alpha[s - 1] ?? 0) + skipped);
      }),
    first,
  );
}
const ended = (alpha: readonly number[]) => sum(alpha.slice(-2));
const TEXTS = [[1], [1, 1], [1, 2], [2, 1, 2]];

/** The transducer: the chances of blank and of the next label of a text of two, at frame t after u labels. */
const blank = (t: number, u: number) => (t < 1 ? 0 : 0.3 + 0.1 * t + 0.15 * u);
const label = (t: number, u: number) => (u < 0 ? 0 : 1 - blank(t, u) - 0.05 * t);

/** The sum over all orders of moves from frame 1 without labels. */
function reaching(t: number, u: number): number {
  const walk = (frame: number, put: number): number => {
    if (frame > t || put > u) return 0;
    if (frame === t && put === u) return 1;
    return blank(frame, put) * walk(frame + 1, put) + label(frame, put) * walk(frame, put + 1);
  };
  return walk(1, 0);
}

/** Vectors by angle and length; the cosines of the similarities are known without them. */
const pointing = (angle: number, length: number) => vector([length * cos(angle), length * sin(angle)]);
const cosine = (a: Matrix, b: Matrix) => a.dot(b) / (a.norm() * b.norm());
const odds = [1.1, 2.3].map((angle) => exp((cos(angle) - cos(0.4)) / 0.3));

const SHARES = [
  [0.5, 0.2, 0.3],
  [0.1, 0.2, 0.7],
];
/** How far the shares are from equal ones, in nats. */
const surplus = SHARES.map((shares) => sum(shares.map((share) => share * log(3 * share))));

export const recognition: readonly Check[] = [
  functionCheck('ctc-forward', {
    states: 'brute force over all paths',
    formula: () => TEXTS.map((text) => ended(forward(text))),
    against: () => TEXTS.map((text) => bruteForce(text)),
    mutants: {
      'blanks skipped between equal labels': () =>
        TEXTS.map((text) => ended(forward(text, (here) => here !== 0))),
      'always skipped': () => TEXTS.map((text) => ended(forward(text, () => true))),
      'nothing skipped': () => TEXTS.map((text) => ended(forward(text, () => false))),
    },
  }),
  latexCheck('ctc-loss', {
    states: 'brute force over all paths',
    cases: TEXTS.map((text) => ({
      given: {
        '\\mathcal{L}_{\\mathrm{CTC}}': -log(bruteForce(text)),
        '\\alpha': [(s: number) => forward(text)[s - 1] ?? Number.NaN],
        T: 1,
        U: text.length,
      },
    })),
  }),
  functionCheck('ctc-probability', {
    states: 'two frames worked by hand, and the sum over all texts',
    formula: () => [
      bruteForce([1], collapsed, 2),
      sum([...new Set(paths(4).map((path) => collapsed(path).join()))].map(probabilityOf)),
      bruteForce([1, 1], collapsed, 3),
    ],
    // A label twice, before a blank or after one; and twice the label with a blank between.
    against: () => [0.5 * 0.6 + 0.5 * 0.3 + 0.2 * 0.6, 1, 0.5 * 0.3 * 0.35],
    mutants: {
      'blanks removed first': () => [bruteForce([1], removed, 2), 1, bruteForce([1, 1], removed, 3)],
    },
  }),
  latexCheck('rnnt-forward', {
    states: 'brute force over the orders of moves',
    cases: [
      { t: 2, u: 1 },
      { t: 3, u: 2 },
      { t: 1, u: 2 },
      { t: 3, u: 0 },
    ].map(({ t, u }) => ({
      given: {
        '\\alpha': (frame: number, put: number) => (frame < 1 || put < 0 ? 0 : reaching(frame, put)),
        '\\varnothing': blank,
        y: label,
        t,
        u,
        T: 3,
        U: 2,
        'p(\\mathbf{y} \\mid \\mathbf{x})':
          // The last blank comes after all frames and labels.
          reaching(3, 2) * 0.9,
      },
    })),
  }),
  latexCheck('wav2vec2-contrastive-loss', {
    states: 'the angles between the vectors',
    symmetric: ['\\operatorname{sim}'],
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{m}}': log(1 + sum(odds)),
          '\\operatorname{sim}': cosine,
          '\\mathbf{c}': [pointing(0, 2), pointing(1, 3)],
          '\\mathbf{q}': [pointing(0.4, 3), pointing(1, 1)],
          t: 1,
          '\\kappa': 0.3,
          '\\mathcal{Q}_{t}': set([pointing(0.4, 3), pointing(1.1, 1.5), pointing(-2.3, 0.5)]),
        },
      },
    ],
  }),
  latexCheck('wav2vec2-diversity-loss', {
    states: 'the divergence from equal shares',
    cases: [
      {
        given: {
          '\\mathcal{L}_{\\mathrm{d}}': (sum(surplus) - 2 * log(3)) / 6,
          G: 2,
          V: 3,
          '\\bar{p}': SHARES,
        },
      },
    ],
  }),
];

function probabilityOf(text: string): number {
  return bruteForce(text === '' ? [] : text.split(',').map(Number));
}
