import { inverse, type Matrix, SVD } from 'ml-matrix';
import { type Check, latexCheck } from '../../check';
import { matrix, vector } from '../../given';
import {
  column,
  columns,
  cross,
  crossMatrix,
  FIRST,
  intrinsics,
  move,
  type Place,
  ROTATION,
  SECOND,
  SHIFT,
  seen,
  turn,
  UNITS,
} from './scene';

/** Eight places, and a ninth. */
const PLACES: readonly Place[] = [
  [0.5, 0.2, 3],
  [-0.7, 1.1, 2.5],
  [1.3, -0.4, 4],
  [-1.2, -0.9, 3.6],
  [0.1, 0.8, 5],
  [1.9, 1.4, 2.8],
  [-0.3, -1.6, 4.4],
  [0.9, -1.1, 2.2],
];
const NINTH: Place = [-0.8, 0.3, 3.3];

/** The vector that a matrix brings nearest to zero. */
function kernelOf(rows: readonly (readonly number[])[]): readonly number[] {
  const { rightSingularVectors } = new SVD(matrix(rows).transpose().mmul(matrix(rows)));
  return rightSingularVectors.getColumn(rightSingularVectors.columns - 1);
}

/** The algorithm of eight points. */
function fromEightPoints(): Matrix {
  const pairs = PLACES.map((place) => ({ here: seen(FIRST, place), there: seen(SECOND, move(place)) }));
  const f = kernelOf(pairs.map(({ here, there }) => there.flatMap((y) => here.map((x) => y * x))));
  return matrix([f.slice(0, 3), f.slice(3, 6), f.slice(6)]);
}

/** The epipole crossed with the homography of what is infinitely far away, for the same scale. */
function fromEpipole(): Matrix {
  const far = intrinsics(SECOND)
    .mmul(ROTATION)
    .mmul(inverse(intrinsics(FIRST)));
  const [x = 0, y = 0, z = 0] = intrinsics(SECOND).mmul(column(SHIFT)).to1DArray();
  const size = SECOND.focal[0] * SECOND.focal[1];
  const images = [0, 1, 2].map((i): Place => {
    const [a = 0, b = 0, c = 0] = far.getColumn(i);
    return cross([x, y, z], [a, b, c]);
  });
  return columns(images).div(size);
}

/** A plane in the first camera's frame, and three of its places. */
const NORMAL: Place = [2 / 3, -1 / 3, -2 / 3];
const OFFSET = 2;
const ON_PLANE: readonly Place[] = [
  [0, 0, 3],
  [1, 0, 4],
  [1, 2, 3],
];
const deep = ([x, y]: Place, depth: number): Place => [x * depth, y * depth, depth];
const seenHere = (place: Place) => deep(seen(FIRST, place), place[2]);
const seenThere = (place: Place) => deep(seen(SECOND, move(place)), move(place)[2]);

const [u, v] = seen(FIRST, move(NINTH));

export const cameras: readonly Check[] = [
  latexCheck('camera-intrinsics', {
    states: 'a product of a shift, a scaling and a shear',
    cases: [
      {
        given: {
          '\\mathbf{K}': intrinsics(FIRST),
          'f_{x}': FIRST.focal[0],
          'f_{y}': FIRST.focal[1],
          s: FIRST.skew,
          'c_{x}': FIRST.centre[0],
          'c_{y}': FIRST.centre[1],
        },
      },
    ],
  }),
  latexCheck('camera-projection', {
    states: 'a ray cut by the image plane',
    cases: [
      {
        given: {
          '\\lambda': move(NINTH)[2],
          u,
          v,
          '\\mathbf{K}': intrinsics(FIRST),
          '\\mathbf{R}': ROTATION,
          '\\mathbf{x}': column(NINTH),
          '\\mathbf{t}': column(SHIFT),
        },
      },
    ],
  }),
  latexCheck('epipolar-constraint', {
    states: 'a ninth pair, with the matrix from eight pairs',
    cases: [
      {
        given: {
          "\\mathbf{x}'": column(seen(SECOND, move(NINTH))),
          '\\mathbf{F}': fromEightPoints(),
          '\\mathbf{x}': column(seen(FIRST, NINTH)),
        },
      },
    ],
  }),
  latexCheck('essential-matrix', {
    states: 'the epipole and the homography of the infinitely far',
    cases: [
      {
        given: {
          '\\mathbf{E}': columns(UNITS.map((unit) => cross(SHIFT, turn(unit)))),
          '[\\mathbf{t}]_{\\times}': crossMatrix(SHIFT),
          '\\mathbf{R}': ROTATION,
          '\\mathbf{F}': fromEpipole(),
          "\\mathbf{K}'": intrinsics(SECOND),
          '\\mathbf{K}': intrinsics(FIRST),
        },
      },
    ],
  }),
  latexCheck('homography', {
    states: 'fractions worked by hand',
    cases: [
      {
        given: {
          '\\lambda': 9 / 4,
          "x'": 28 / 9,
          "y'": 10 / 3,
          '\\mathbf{H}': matrix([
            [1, 2, 3],
            [4, -1, 1 / 2],
            [1 / 2, 1 / 4, 1],
          ]),
          x: 2,
          y: 1,
        },
      },
    ],
  }),
  latexCheck('homography-plane', {
    states: 'three places of the plane in both images',
    cases: [
      {
        given: {
          '\\mathbf{H}': columns(ON_PLANE.map(seenThere)).mmul(inverse(columns(ON_PLANE.map(seenHere)))),
          "\\mathbf{K}'": intrinsics(SECOND),
          '\\mathbf{K}': intrinsics(FIRST),
          '\\mathbf{R}': ROTATION,
          '\\mathbf{t}': column(SHIFT),
          '\\mathbf{n}': column(NORMAL),
          d: OFFSET,
        },
      },
    ],
  }),
  latexCheck('pinhole-projection', {
    states: 'a hand-worked case',
    cases: [
      {
        given: { u: 720, 'f_{x}': 800, X: 2, Z: 4, 'c_{x}': 320, v: 90, 'f_{y}': 600, Y: -1, 'c_{y}': 240 },
      },
    ],
  }),
  latexCheck('reprojection-warp', {
    states: 'a place seen by both cameras',
    cases: [
      {
        given: {
          '\\lambda': move(NINTH)[2],
          '\\tilde{\\mathbf{p}}_{s}': column(seen(FIRST, move(NINTH))),
          '\\mathbf{K}': intrinsics(FIRST),
          '\\mathbf{R}': ROTATION,
          D: (pixel: Matrix) => (pixel.rows === 2 ? NINTH[2] : Number.NaN),
          '\\mathbf{p}': vector(seen(FIRST, NINTH).slice(0, 2)),
          '\\tilde{\\mathbf{p}}': column(seen(FIRST, NINTH)),
          '\\mathbf{t}': column(SHIFT),
        },
      },
    ],
  }),
  latexCheck('stereo-depth', {
    states: 'a place seen by two cameras side by side',
    cases: [
      {
        given: { Z: 5, f: 800, B: 0.3, d: (800 * 0.9) / 5 - (800 * (0.9 - 0.3)) / 5 },
      },
    ],
  }),
];
