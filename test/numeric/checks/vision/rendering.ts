import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { differences } from '../../differences';
import { matrix, vector } from '../../given';
import { integrate } from '../../quadrature';
import { random } from '../../random';
import { column, type Place, ROTATION, SHIFT } from './scene';

const { cos, exp, PI, sin } = Math;
const generator = random(29);
const range = (length: number) => Array.from({ length }, (_, i) => i);
const total = (parts: readonly Matrix[]) => parts.reduce((left, right) => Matrix.add(left, right));

/** Colours laid over each other, each over all that is behind it. */
function over(colours: readonly Matrix[], opacities: readonly number[]): Matrix {
  return colours.reduceRight(
    (behind, colour, i) => {
      const opacity = opacities[i] ?? 0;
      return Matrix.add(Matrix.mul(colour, opacity), Matrix.mul(behind, 1 - opacity));
    },
    Matrix.zeros(3, 1),
  );
}
const COLOURS = [vector([0.9, 0.2, 0.1]), vector([0.3, 0.8, 0.4]), vector([0.2, 0.1, 0.7])];
const PIXEL = vector([0.3, -0.2]);
const CENTRES = [vector([0.1, 0.5]), vector([0.7, -0.4]), vector([0, 0.1])];
const COVARIANCES = range(3).map(() => generator.positive(2));
const OPACITIES = [0.8, 0.6, 0.9];
/** The opacity at a pixel, where the splat is a round one on whitened coordinates. */
function opacityAt(x: Matrix, i: number): number {
  const gap = Matrix.sub(x, CENTRES[i] ?? x);
  const lower = new CholeskyDecomposition(COVARIANCES[i] ?? x).lowerTriangularMatrix;
  const first = gap.get(0, 0) / lower.get(0, 0);
  const second = (gap.get(1, 0) - lower.get(1, 0) * first) / lower.get(1, 1);
  return (OPACITIES[i] ?? 0) * exp(-(first ** 2) / 2) * exp(-(second ** 2) / 2);
}

const SCALES = [1.5, 0.4, 0.8];
const ELLIPSOID = total(
  SCALES.map((scale, i) => {
    const axis = ROTATION.getColumnVector(i);
    return axis.mmul(axis.transpose()).mul(scale ** 2);
  }),
);

/** A splat before the camera, and how its image moves along each column of a root of its covariance. */
const CENTRE: Place = [0.5, -0.3, 3];
const ahead = Matrix.add(ROTATION.mmul(column(CENTRE)), column(SHIFT));
function image(place: Matrix): Matrix {
  const [x = 0, y = 0, z = 1] = Matrix.add(ROTATION.mmul(place), column(SHIFT)).to1DArray();
  return vector([(2 * x) / z, (3 * y) / z]);
}
const SPLAT = generator.positive(3);
const ROOT = new CholeskyDecomposition(SPLAT).lowerTriangularMatrix;
const SPOT = total(
  range(3).map((i) => {
    const moved = (step: number) =>
      image(Matrix.add(column(CENTRE), Matrix.mul(ROOT.getColumnVector(i), step)));
    const along = differences(moved, 0, (parts) =>
      total(parts.map(({ value, weight }) => Matrix.mul(value, weight))),
    );
    return along.mmul(along.transpose());
  }),
);
const [X = 0, Y = 0, Z = 1] = ahead.to1DArray();
const JACOBIAN = matrix([
  [2 / Z, 0, (-2 * X) / Z ** 2],
  [0, 3 / Z, (-3 * Y) / Z ** 2],
]);

/** A ray along the third axis from 0.5 to 2.5 through a medium that grows denser; and what it has passed. */
const RAY = {
  't_{\\mathrm{n}}': 0.5,
  '\\mathbf{r}': (t: number) => vector([0.1, 0.2, t]),
  '\\sigma': (place: Matrix) => 0.3 + 0.4 * place.get(2, 0),
};
const passed = (t: number) => 0.3 * (t - 0.5) + 0.2 * (t ** 2 - 0.25);

/** A medium in steps, seen by quadrature. */
const STEPS = [
  { density: 0.4, length: 0.5, colour: 0.9 },
  { density: 1.3, length: 0.3, colour: 0.2 },
  { density: 0.7, length: 0.8, colour: 0.6 },
];
function throughSteps(): number {
  let depth = 0;
  let light = 0;
  for (const { density, length, colour } of STEPS) {
    const before = depth;
    light += integrate((s) => exp(-before - density * s) * density * colour, 0, length);
    depth += density * length;
  }
  return light;
}

/** The encoding by the formula of the double angle. */
function doubled(p: number, levels: number): readonly number[] {
  let [sine, cosine] = [sin(PI * p), cos(PI * p)];
  return range(levels).flatMap(() => {
    const here = [sine, cosine];
    [sine, cosine] = [2 * sine * cosine, cosine ** 2 - sine ** 2];
    return here;
  });
}
const waves = (of: (l: number) => number) =>
  range(4).flatMap((l) => [sin(of(l) * PI * 0.3), cos(of(l) * PI * 0.3)]);

export const rendering: readonly Check[] = [
  latexCheck('gaussian-splatting-blending', {
    states: 'splats laid over each other from the back',
    cases: [
      {
        given: {
          '\\mathbf{C}(\\mathbf{x})': over(
            COLOURS,
            range(3).map((i) => opacityAt(PIXEL, i)),
          ),
          '\\mathbf{x}': PIXEL,
          N: 3,
          i: 2,
          '\\mathbf{c}': COLOURS,
          '\\alpha': range(3).map((i) => (x: Matrix) => opacityAt(x, i)),
          o: OPACITIES,
          '\\boldsymbol{\\mu}': CENTRES,
          '\\boldsymbol{\\Sigma}': COVARIANCES,
        },
      },
    ],
  }),
  latexCheck('gaussian-splatting-covariance', {
    states: 'a sum over the axes of the ellipsoid',
    same: {
      '\\boldsymbol{\\Sigma} = \\mathbf{R} \\mathbf{S} \\mathbf{S} \\mathbf{R}^{\\top}':
        'the scales are diagonal',
      '\\boldsymbol{\\Sigma} = \\mathbf{R} \\mathbf{S}^{\\top} \\mathbf{S} \\mathbf{R}^{\\top}':
        'the scales are diagonal',
    },
    cases: [
      {
        given: {
          '\\boldsymbol{\\Sigma}': ELLIPSOID,
          '\\mathbf{R}': ROTATION,
          '\\mathbf{S}': Matrix.diag(SCALES),
        },
      },
    ],
  }),
  latexCheck('gaussian-splatting-projection', {
    states: 'finite differences of the projection',
    cases: [
      {
        given: {
          "\\boldsymbol{\\Sigma}'": SPOT,
          '\\boldsymbol{\\Sigma}': SPLAT,
          '\\mathbf{J}': JACOBIAN,
          '\\mathbf{W}': ROTATION,
        },
      },
    ],
  }),
  functionCheck('nerf-positional-encoding', {
    states: 'the double angle, level by level',
    formula: () => waves((l) => 2 ** l),
    against: () => doubled(0.3, 4),
    mutants: {
      'frequencies in equal steps': () => waves((l) => l + 1),
      'from the second frequency': () => waves((l) => 2 ** (l + 1)),
    },
  }),
  latexCheck('nerf-quadrature', {
    states: 'quadrature through a medium in steps',
    cases: [
      {
        given: {
          '\\hat{\\mathbf{C}}(\\mathbf{r})': throughSteps(),
          N: 3,
          '\\sigma': STEPS.map(({ density }) => density),
          '\\delta': STEPS.map(({ length }) => length),
          '\\mathbf{c}': STEPS.map(({ colour }) => colour),
        },
      },
    ],
  }),
  latexCheck('nerf-transmittance', {
    states: 'a density with a known integral',
    cases: [{ given: { ...RAY, 'T(t)': exp(-passed(1.7)), t: 1.7 } }],
  }),
  latexCheck('nerf-volume-rendering', {
    states: 'colours as bright as the way is long, which integrate by substitution',
    cases: [
      {
        given: {
          ...RAY,
          '\\mathbf{C}(\\mathbf{r})': 2 * (1 - (1 + passed(2.5)) * exp(-passed(2.5))),
          't_{\\mathrm{f}}': 2.5,
          '\\mathbf{c}': (place: Matrix, direction: Matrix) => passed(place.get(2, 0)) * direction.get(0, 0),
          '\\mathbf{d}': vector([2, 0.5, 1]),
        },
      },
    ],
  }),
];
