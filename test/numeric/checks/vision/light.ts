import { Matrix } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { from, vector } from '../../given';
import { operator } from '../../operators';
import { integrate } from '../../quadrature';
import { type Place, ROTATION } from './scene';

const { cos, PI, sin, sqrt } = Math;
const range = (length: number) => Array.from({ length }, (_, i) => i);

/** The integral over a half of the sphere, in degrees from its pole; twelve turns are exact for low degrees. */
function overSphere(of: (direction: Matrix) => number, pole: Matrix, lowest: number): number {
  const turns = range(12).map((k) => (2 * PI * k) / 12);
  return integrate(
    (z) => {
      const radius = sqrt(1 - z * z);
      const values = turns.map((angle) =>
        of(pole.mmul(vector([radius * cos(angle), radius * sin(angle), z]))),
      );
      return (values.reduce((sum, value) => sum + value, 0) * 2 * PI) / 12;
    },
    lowest,
    1,
  );
}
const UP = Matrix.eye(3, 3);

/** Real spherical harmonics to the second degree, from the lowest order to the highest. */
const HARMONICS: readonly (readonly ((d: Place) => number)[])[] = [
  [() => sqrt(1 / (4 * PI))],
  [([, y]) => sqrt(3 / (4 * PI)) * y, ([, , z]) => sqrt(3 / (4 * PI)) * z, ([x]) => sqrt(3 / (4 * PI)) * x],
  [
    ([x, y]) => sqrt(15 / (4 * PI)) * x * y,
    ([, y, z]) => sqrt(15 / (4 * PI)) * y * z,
    ([, , z]) => sqrt(5 / (16 * PI)) * (3 * z * z - 1),
    ([x, , z]) => sqrt(15 / (4 * PI)) * x * z,
    ([x, y]) => sqrt(15 / (16 * PI)) * (x * x - y * y),
  ],
];
const placeOf = (d: Matrix): Place => [d.get(0, 0), d.get(1, 0), d.get(2, 0)];
const light = ([x, y, z]: Place) =>
  1 + 0.7 * z + 0.4 * x - 0.3 * y + 0.5 * z * z + 0.2 * x * y - 0.6 * y * z + 0.3 * x * z - 0.2 * y * y;
const byOrders = (of: (harmonic: (d: Place) => number) => number | ((d: Matrix) => number)) =>
  from(
    0,
    HARMONICS.map((orders, l) => from(-l, orders.map(of))),
  );
/** Legendre's polynomials. */
const LEGENDRE = [() => 1, (z: number) => z, (z: number) => (3 * z * z - 1) / 2];

export const lights: readonly Check[] = [
  latexCheck('rendering-equation', {
    states: 'a matt surface under light that grows towards the top',
    cases: [
      {
        given: {
          // A share of 0.6 of the integral of 2π cos² sin from 0 to a right angle, over π.
          'L_{\\mathrm{o}}(\\mathbf{x}, \\boldsymbol{\\omega}_{\\mathrm{o}})': 0.25 + (0.6 * 2) / 3,
          'L_{\\mathrm{e}}(\\mathbf{x}, \\boldsymbol{\\omega}_{\\mathrm{o}})': 0.25,
          '\\mathbf{x}': vector([5, 6, 7]),
          '\\boldsymbol{\\omega}_{\\mathrm{o}}': vector([0.6, 0, 0.8]),
          'f_{\\mathrm{r}}': () => 0.6 / PI,
          'L_{\\mathrm{i}}': (_: Matrix, direction: Matrix) => direction.get(2, 0),
          '\\mathbf{n}': vector([0, 0, 1]),
          '\\int_{\\Omega}': operator('\\boldsymbol{\\omega}_{\\mathrm{i}}', (body) =>
            overSphere((direction) => Number(body(direction)), UP, 0),
          ),
        },
      },
    ],
  }),
  latexCheck('spherical-harmonics-irradiance', {
    states: 'quadrature of the light over the hemisphere',
    near: 1e-7,
    cases: [
      {
        given: {
          'E(\\mathbf{n})': overSphere(
            (d) => light(placeOf(d)) * d.dot(ROTATION.getColumnVector(2)),
            ROTATION,
            0,
          ),
          '\\mathbf{n}': ROTATION.getColumnVector(2),
          A: from(
            0,
            LEGENDRE.map((polynomial) => 2 * PI * integrate((z) => z * polynomial(z), 0, 1)),
          ),
          L: byOrders((harmonic) => overSphere((d) => light(placeOf(d)) * harmonic(placeOf(d)), UP, -1)),
          Y: byOrders((harmonic) => (d: Matrix) => harmonic(placeOf(d))),
        },
      },
    ],
  }),
];
