import { jStat } from 'jstat';
import type { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { derivative, jacobian } from '../../differences';
import { computed, from, matrix, set, vector } from '../../given';
import { integrate } from '../../quadrature';
import { bell, DENSITIES, type Flow, STEPS, standard, UNSTEPS } from './scene';

const identityMap: Flow = (x) => x;
const [bend = identityMap, turn = identityMap] = STEPS;
const [unbend = identityMap, unturn = identityMap] = UNSTEPS;
const [bent = standard, turned = standard] = DENSITIES;
const z = vector([0.8, -0.5]);
const x = turn(bend(z));

/** A decreasing map of the line, whose density comes from the distribution function. */
const decreasing = (at: number) => (Math.log(at) - 0.3) / -0.7;

/** A map of the line, and the distribution that it makes. */
const warp = (at: number) => at + at ** 3 / 3 - 0.4;
const mass = (at: number) => jStat.normal.cdf(warp(at), 0, 1);

/** Three shears are a turn. */
const angle = 0.9;
const shears: readonly Matrix[] = [
  matrix([
    [1, -Math.tan(angle / 2)],
    [0, 1],
  ]),
  matrix([
    [1, 0],
    [Math.sin(angle), 1],
  ]),
  matrix([
    [1, -Math.tan(angle / 2)],
    [0, 1],
  ]),
];
const stretch = matrix([
  [2, 0],
  [0, 3],
]);
const steps = [stretch, ...shears];
const composed = (maps: readonly Matrix[]) => maps.reduce((at, map) => map.mmul(at), z);

export const change: readonly Check[] = [
  latexCheck('flow-change-of-variables', {
    states: 'the product of a density and a conditional one',
    cases: [
      {
        given: {
          'p(\\mathbf{x})': turned(x),
          '\\tilde{p}': standard,
          f: (at: Matrix) => unbend(unturn(at)),
          '\\mathbf{x}': x,
        },
      },
    ],
  }),
  latexCheck('flow-change-of-variables-generative', {
    states: 'the product of a density and a conditional one',
    cases: [
      {
        given: {
          'p(\\mathbf{x})': turned(x),
          '\\tilde{p}': standard,
          g: (at: Matrix) => turn(bend(at)),
          '\\mathbf{x}': x,
          '\\mathbf{z}': z,
        },
      },
    ],
  }),
  latexCheck('flow-change-of-variables-scalar', {
    states: 'the log-normal density of a library',
    cases: [
      {
        given: {
          p: (at: number) => jStat.lognormal.pdf(at, 0.3, 0.7),
          x: 1.9,
          '\\tilde{p}': (at: number) => bell(at),
          z: computed((get) => decreasing(get('x'))),
        },
      },
    ],
  }),
  functionCheck('flow-composition', {
    states: 'three shears, which are a turn',
    formula: () => composed(steps),
    against: () =>
      matrix([
        [Math.cos(angle), -Math.sin(angle)],
        [Math.sin(angle), Math.cos(angle)],
      ])
        .mmul(stretch)
        .mmul(z),
    mutants: {
      'steps from the last to the first': () => composed(steps.toReversed()),
      'without the last step': () => composed(steps.slice(0, -1)),
    },
  }),
  functionCheck('flow-conservation', {
    states: 'quadrature of the slope of a distribution function',
    formula: () => [
      integrate((at) => derivative(mass, at), -8, 8, 1e-9),
      integrate((at) => bell(at), -Infinity, Infinity),
    ],
    against: () => [1, 1],
    mutants: {
      'the density of the latent at the data': () => [integrate((at) => bell(warp(at)), -8, 8), 1],
    },
  }),
  latexCheck('flow-inverse-jacobian', {
    states: 'finite differences of a map and of its inverse',
    cases: [
      {
        given: {
          '\\frac{\\partial \\mathbf{z}}{\\partial \\mathbf{x}}': jacobian((at) => unbend(unturn(at)), x),
          '\\frac{\\partial \\mathbf{x}}{\\partial \\mathbf{z}}': jacobian((at) => turn(bend(at)), z),
        },
      },
    ],
  }),
  latexCheck('flow-log-det-chain', {
    states: 'the product of a density and a conditional one',
    cases: [
      {
        given: {
          'p(\\mathbf{x})': turned(x),
          '\\tilde{p}': standard,
          '\\mathbf{z}': from(0, [z, bend(z), x]),
          K: 2,
          f: STEPS,
        },
      },
    ],
  }),
  latexCheck('flow-log-det-step', {
    states: 'products of a density and a conditional one',
    cases: [1, 2].map((k) => ({
      given: {
        k,
        p: from(0, [standard, bent, turned]),
        '\\mathbf{z}': from(0, [z, bend(z), x]),
        f: STEPS,
      },
    })),
  }),
  latexCheck('flow-nll', {
    states: 'a hand-worked case of a standard normal density',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\mathcal{D})': (1.25 + 9 + 0.25 + 4) / 2 / 3 + Math.log(2 * Math.PI),
          '\\mathcal{D}': set([vector([1, 0.5]), vector([-3, 0.5]), vector([0, 2])]),
          p: standard,
        },
      },
    ],
  }),
];
