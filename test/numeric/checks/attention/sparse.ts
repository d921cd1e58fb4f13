import { type Check, functionCheck, latexCheck } from '../../check';
import { set, vector } from '../../given';
import { attended, KEYS, perPosition, QUERIES, VALUES } from './scene';

const { max } = Math;

/** What query `i` gets from the positions of a list, all counted from 1. */
const seenFrom = (i: number, positions: readonly number[]) =>
  vector(
    attended(
      QUERIES.slice(i - 1, i),
      positions.map((j) => KEYS[j - 1] ?? []),
      positions.map((j) => VALUES[j - 1] ?? []),
    )[0] ?? [],
  );

const strided = (i: number, stride: number, first: (i: number) => number) => {
  const earlier = Array.from({ length: i }, (_, j) => j + 1);
  return [...earlier.filter((j) => j >= first(i)), ...earlier.filter((j) => (i - j) % stride === 0)];
};

export const sparse: readonly Check[] = [
  latexCheck('sliding-window-attention', {
    states: 'attention to a part of the sequence',
    cases: [
      { i: 4, w: 3, seen: [2, 3, 4] },
      { i: 2, w: 3, seen: [1, 2] },
      { i: 4, w: 1, seen: [4] },
      { i: 3, w: 2, seen: [2, 3] },
    ].map(({ i, w, seen }) => ({ given: { ...perPosition, '\\mathbf{h}_{i}': seenFrom(i, seen), i, w } })),
  }),
  latexCheck('sparse-attention', {
    states: 'attention to a part of the sequence',
    cases: [3, 4].map((i) => ({
      given: {
        ...perPosition,
        '\\mathbf{h}_{i}': seenFrom(i, i === 3 ? [1, 3] : [1, 2, 4]),
        '\\mathcal{S}': [set([1]), set([2]), set([1, 3]), set([1, 2, 4])],
        i,
      },
    })),
  }),
  functionCheck('sparse-attention-strided', {
    states: 'positions written down by hand',
    formula: () => [9, 2].flatMap((i) => strided(i, 3, () => max(1, i - 3))),
    against: () => [6, 7, 8, 9, 3, 6, 9, 1, 2, 2],
    mutants: {
      'a window that is one shorter': () => [9, 2].flatMap((i) => strided(i, 3, () => max(1, i - 2))),
      'another stride': () => [9, 2].flatMap((i) => strided(i, 4, () => max(1, i - 3))),
      'a window of multiples': () => [9, 2].flatMap((i) => strided(i, 3, () => i - (i % 3))),
    },
  }),
];
