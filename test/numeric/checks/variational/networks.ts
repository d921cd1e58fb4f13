import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { computed } from '../../given';
import { expectation } from '../../operators';
import { integrate } from '../../quadrature';
import { at, total } from './scene';

const BITS = [0, 1];
const triples = BITS.flatMap((a) => BITS.flatMap((b) => BITS.map((c): readonly number[] => [a, b, c])));

/** Three bits made of independent noises: two roots, and a child that is on if either gets through to it. */
const NOISES = [0.3, 0.6, 0.8, 0.45];
const worlds = triples
  .flatMap((roots) => BITS.map((last) => [...roots, last]))
  .map((noise) => {
    const chance = noise.reduce(
      (product, bit, i) => product * (bit === 1 ? at(NOISES, i) : 1 - at(NOISES, i)),
      1,
    );
    const [a = 0, b = 0, c = 0, d = 0] = noise;
    return { bits: [a, b, Math.max(Math.min(a, c), Math.min(b, d))], chance };
  });
const chanceOf = (has: (bits: readonly number[]) => boolean) =>
  total(worlds.filter(({ bits }) => has(bits)).map(({ chance }) => chance));
const parentsOf = (j: number) => (j === 3 ? [0, 1] : []);

function network(values: readonly number[]) {
  const alike = (bits: readonly number[], places: readonly number[]) =>
    places.every((place) => bits[place] === values[place]);
  return {
    M: 3,
    j: 1,
    'p_{\\theta}(\\mathbf{x}_{1}, \\dots, \\mathbf{x}_{M})': chanceOf((bits) => alike(bits, [0, 1, 2])),
    'p_{\\theta}(\\mathbf{x}_{j} \\mid A(\\mathbf{x}_{j}))': computed((get) => {
      const parents = parentsOf(get('j'));
      return (
        chanceOf((bits) => alike(bits, [...parents, get('j') - 1])) / chanceOf((bits) => alike(bits, parents))
      );
    }),
  };
}

/**
 * Two chains through levels of two states, from the top down and from the data up. The number of a state holds its
 * level, so that a probability knows what it is of: 20 and 21 are the states of level 2, 0 and 1 those of the data.
 */
const TOP = 3;
const paths = [0, 1, 2, 3].reduce<readonly (readonly number[])[]>(
  (all, level) => all.flatMap((path) => BITS.map((bit) => [...path, 10 * level + bit])),
  [[]],
);
const move = (from: number, to: number, stay: number) => (from % 10 === to % 10 ? stay : 1 - stay);
const stays = [0.8, 0.35, 0.6];
const downward = (path: readonly number[]) =>
  stays.reduce(
    (chance, stay, t) => chance * move(at(path, t + 1), at(path, t), stay),
    at(path, TOP) === 30 ? 0.3 : 0.7,
  );
/** How likely the data point 1 is to the chain that climbs. */
const START = 0.3;
const upward = (path: readonly number[]) =>
  stays.reduce(
    (chance, stay, t) => chance * move(at(path, t), at(path, t + 1), 1 - stay / 2),
    at(path, 0) === 1 ? START : 1 - START,
  );

type States = number | readonly number[];
function probability(process: (path: readonly number[]) => number) {
  const mass = (states: readonly number[]) =>
    total(
      paths
        .filter((path) => states.every((state) => at(path, Math.floor(state / 10)) === state))
        .map(process),
    );
  return (wanted: States, ...given: readonly States[]) => {
    const [known, asked] = [given.flat(), [wanted].flat()];
    return mass([...asked, ...known]) / mass(known);
  };
}
const p = probability(downward);
const q = probability(upward);

/** A joint probability has a list after the data; any other has the states that it is given. */
const jointly = (wanted: States, given?: States) =>
  given === undefined
    ? p(wanted)
    : typeof wanted === 'number' && typeof given !== 'number'
      ? p([wanted, ...given])
      : p(wanted, given);

/** The paths from a data point up, with probabilities that an encoder gives them. */
function climb(encoder: (levels: readonly number[]) => number) {
  const levels = paths.filter((path) => path[0] === 1).map((path) => path.slice(1));
  return expectation('\\mathbf{z}', levels, levels.map(encoder));
}

const hierarchy = {
  '\\mathbf{x}': 1,
  '\\mathbf{z}': [11, 20, 31],
  T: TOP,
  p,
  'p_{\\theta}': jointly,
  'q_{\\phi}': q,
};
const EXPECTATION = '\\mathbb{E}_{q_{\\phi}(\\mathbf{z}_{1:T} \\mid \\mathbf{x})}';

const normal = (x: number, mean: number, deviation: number) =>
  Math.exp(-(((x - mean) / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));
/** A flow of two affine steps from `N(0.2, 0.5²)` to `N(-0.64, 0.6²)`, and a model `N(z; 0, 1) N(x; z, 1)`. */
const flowBound = (change: number) =>
  integrate(
    (start) => {
      const end = -0.8 * (1.5 * start + 0.5);
      const model = normal(end, 0, 1) * normal(0.9, end, 1);
      return normal(start, 0.2, 0.5) * (Math.log(model) - Math.log(normal(start, 0.2, 0.5)) + change);
    },
    -5,
    5,
  );

export const networks: readonly Check[] = [
  latexCheck('bayesian-network', {
    states: 'counts over all noises of a noisy or',
    cases: [
      [1, 0, 1],
      [0, 1, 0],
      [1, 1, 1],
    ].map((values) => ({ given: network(values) })),
  }),
  unchecked('bayesian-network-parameters', 'architecture'),
  latexCheck('hvae-elbo', {
    states: 'the likelihood over all paths; attained by the true posterior',
    cases: [
      { ...hierarchy, [EXPECTATION]: climb((levels) => q(levels, 1)) },
      {
        ...hierarchy,
        'q_{\\phi}': p,
        [EXPECTATION]: climb((levels) => p(levels, 1)),
      },
    ].map((given) => ({ given })),
  }),
  latexCheck('hvae-joint', {
    states: 'conditionals counted over all paths',
    cases: [
      [11, 20, 31],
      [10, 21, 30],
    ].map((levels) => ({
      given: {
        ...hierarchy,
        '\\mathbf{z}': levels,
        'p_{\\theta}(\\mathbf{x}, \\mathbf{z}_{1:T})': downward([1, ...levels]),
      },
    })),
  }),
  latexCheck('hvae-posterior', {
    states: 'conditionals counted over all paths',
    cases: [
      [11, 20, 31],
      [10, 21, 30],
    ].map((levels) => ({
      given: {
        ...hierarchy,
        '\\mathbf{z}': levels,
        'q_{\\phi}(\\mathbf{z}_{1:T} \\mid \\mathbf{x})': upward([1, ...levels]) / START,
      },
    })),
  }),
  unchecked('mean-field-family', 'definition'),
  unchecked('vae-approximate-posterior', 'definition'),
  functionCheck('vae-flow-bound', {
    states: 'the bound with the normal density that the flow ends in',
    formula: () => flowBound(Math.log(1.5) + Math.log(0.8)),
    against: () =>
      integrate(
        (z) => {
          const density = normal(z, -0.64, 0.6);
          return density * Math.log((normal(z, 0, 1) * normal(0.9, z, 1)) / density);
        },
        -6,
        5,
      ),
    mutants: {
      'the volumes the other way': () => flowBound(-Math.log(1.5) - Math.log(0.8)),
      'without the last step': () => flowBound(Math.log(1.5)),
    },
  }),
];
