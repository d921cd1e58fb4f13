import { inverse, Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck, unchecked } from '../../check';
import { cloudOf, conditioned, type Gaussian, momentsOf } from '../../gaussians';
import { identity, matrix, vector } from '../../given';

const transition = matrix([
  [0.9, 0.4],
  [-0.2, 0.7],
]);
const processNoise = matrix([
  [0.3, 0.1],
  [0.1, 0.5],
]);
const observation = matrix([[1.3, -0.6]]);
const observationNoise = matrix([[0.4]]);
const first: Gaussian = {
  mean: vector([0.5, -1]),
  covariance: matrix([
    [1.1, 0.3],
    [0.3, 0.8],
  ]),
};
const seen = vector([0.7, -1.2, 2.1]);

/** The first state and the noises as one independent column, and all states and observations as its linear image. */
function allTogether(): Gaussian {
  const state = (t: number): Matrix => {
    const rows = Matrix.zeros(2, 9);
    for (let s = 1; s <= t; s++) {
      let carried = identity(2);
      for (let step = s; step < t; step++) carried = transition.mmul(carried);
      rows.setSubMatrix(carried, 0, 2 * (s - 1));
    }
    return rows;
  };
  const noise = (t: number) => new Matrix([Array.from({ length: 9 }, (_, k) => (k === 5 + t ? 1 : 0))]);
  const sight = (t: number) => Matrix.add(observation.mmul(state(t)), noise(t));
  const image = new Matrix(
    [1, 2, 3].flatMap((t) => state(t).to2DArray()).concat([1, 2, 3].flatMap((t) => sight(t).to2DArray())),
  );
  const source = Matrix.zeros(9, 9);
  source.setSubMatrix(first.covariance, 0, 0);
  source.setSubMatrix(processNoise, 2, 2);
  source.setSubMatrix(processNoise, 4, 4);
  for (const k of [6, 7, 8]) source.set(k, k, observationNoise.get(0, 0));
  const centre = Matrix.zeros(9, 1);
  centre.setSubMatrix(first.mean, 0, 0);
  return { mean: image.mmul(centre), covariance: image.mmul(source).mmul(image.transpose()) };
}

const together = allTogether();
const places = (t: number) => [2 * t - 2, 2 * t - 1];

/** States at some times given the observations up to another, by conditioning everything at once. */
function given(times: readonly number[], last: number): Gaussian {
  const observed = Array.from({ length: last }, (_, k) => 6 + k);
  return conditioned(
    together,
    times.flatMap(places),
    observed,
    seen.subMatrix(0, Math.max(0, last - 1), 0, 0),
  );
}

/** The posterior in terms of precisions, which add up. */
function updated({ mean, covariance }: Gaussian, x: Matrix): Gaussian {
  const precision = inverse(covariance);
  const weight = observation.transpose().mmul(inverse(observationNoise));
  const posterior = inverse(Matrix.add(precision, weight.mmul(observation)));
  return { mean: posterior.mmul(Matrix.add(precision.mmul(mean), weight.mmul(x))), covariance: posterior };
}

const after = updated(first, vector([2.2]));
const gain = after.covariance.mmul(observation.transpose()).mmul(inverse(observationNoise));

/** The images of a cloud under the dynamics, each with each step of noise. */
const moved = momentsOf(
  cloudOf(first).flatMap((z) =>
    cloudOf({ mean: vector([0, 0]), covariance: processNoise }).map((w) => Matrix.add(transition.mmul(z), w)),
  ),
);

const dynamics = (z: Matrix) => vector([Math.sin(z.get(0, 0)) + z.get(1, 0), z.get(0, 0) * z.get(1, 0)]);
const slope = (z: Matrix) =>
  matrix([
    [Math.cos(z.get(0, 0)), 1],
    [z.get(1, 0), z.get(0, 0)],
  ]);
const sight = (z: Matrix) => vector([z.get(0, 0) ** 2 * z.get(1, 0)]);
const sightSlope = (z: Matrix) => matrix([[2 * z.get(0, 0) * z.get(1, 0), z.get(0, 0) ** 2]]);

/** The covariances that the two Jacobians predict for a narrow distribution around the place of each. */
function carried(atMotion: Matrix, atSight: Matrix, turned = false): readonly number[] {
  const [a, c] = [slope(atMotion), sightSlope(atSight)];
  const motion = turned ? a.transpose() : a;
  const through = (jacobian: Matrix) =>
    jacobian.mmul(first.covariance).mmul(jacobian.transpose()).to1DArray();
  return [...through(motion), ...through(c)];
}

const filtered = first.mean;
const predicted = dynamics(filtered);

/** The covariances of the images of a narrow cloud, made as wide again. */
function spread(): readonly number[] {
  const width = 1e-4;
  const around = (mean: Matrix, f: (z: Matrix) => Matrix) => {
    const cloud = cloudOf({ mean, covariance: Matrix.mul(first.covariance, width ** 2) });
    return momentsOf(cloud.map(f))
      .covariance.mul(1 / width ** 2)
      .to1DArray();
  };
  return [...around(filtered, dynamics), ...around(predicted, sight)];
}

const smoothing = [1, 2].map((t) => {
  const both = given([t, t + 1], t);
  const [near, far] = [
    [0, 1],
    [2, 3],
  ];
  const part = (rows: readonly number[], columns: readonly number[]) =>
    both.covariance.selection([...rows], [...columns]);
  const [filter, prediction, late, smooth] = [
    given([t], t),
    given([t + 1], t),
    given([t + 1], 3),
    given([t], 3),
  ];
  return {
    given: {
      '\\mathbf{G}_{t}': part(near, far).mmul(inverse(part(far, far))),
      '\\mathbf{A}': transition,
      '\\boldsymbol{\\Sigma}_{t \\mid t}': filter.covariance,
      '\\boldsymbol{\\mu}_{t \\mid t}': filter.mean,
      '\\boldsymbol{\\Sigma}_{t+1 \\mid t}': prediction.covariance,
      '\\boldsymbol{\\mu}_{t+1 \\mid t}': prediction.mean,
      '\\boldsymbol{\\Sigma}_{t+1 \\mid T}': late.covariance,
      '\\boldsymbol{\\mu}_{t+1 \\mid T}': late.mean,
      '\\boldsymbol{\\Sigma}_{t \\mid T}': smooth.covariance,
      '\\boldsymbol{\\mu}_{t \\mid T}': smooth.mean,
    },
  };
});

export const kalman: readonly Check[] = [
  functionCheck('extended-kalman-linearization', {
    states: 'covariances of the images of a narrow cloud of points',
    tolerance: 1e-6,
    formula: () => carried(filtered, predicted),
    against: spread,
    mutants: {
      'the transpose of the Jacobian': () => carried(filtered, predicted, true),
      'the dynamics at the predicted mean': () => carried(predicted, predicted),
      'the observation at the mean before': () => carried(filtered, filtered),
    },
  }),
  latexCheck('kalman-gain', {
    states: 'the gain in terms of precisions',
    cases: [
      {
        given: {
          '\\mathbf{K}_{t}': gain,
          '\\boldsymbol{\\Sigma}_{t \\mid t-1}': first.covariance,
          '\\mathbf{C}': observation,
          '\\mathbf{R}': observationNoise,
        },
      },
    ],
  }),
  latexCheck('kalman-predict', {
    states: 'moments of a cloud that is moved point by point',
    cases: [
      {
        given: {
          '\\boldsymbol{\\mu}_{t \\mid t-1}': moved.mean,
          '\\boldsymbol{\\mu}_{t-1 \\mid t-1}': first.mean,
          '\\boldsymbol{\\Sigma}_{t \\mid t-1}': moved.covariance,
          '\\boldsymbol{\\Sigma}_{t-1 \\mid t-1}': first.covariance,
          '\\mathbf{A}': transition,
          '\\mathbf{Q}': processNoise,
        },
      },
    ],
  }),
  latexCheck('kalman-update', {
    states: 'precisions, which add up',
    cases: [
      {
        given: {
          '\\boldsymbol{\\mu}_{t \\mid t}': after.mean,
          '\\boldsymbol{\\mu}_{t \\mid t-1}': first.mean,
          '\\boldsymbol{\\Sigma}_{t \\mid t}': after.covariance,
          '\\boldsymbol{\\Sigma}_{t \\mid t-1}': first.covariance,
          '\\mathbf{K}_{t}': gain,
          '\\mathbf{C}': observation,
          '\\mathbf{x}_{t}': 2.2,
          '\\mathbf{I}': identity(2),
        },
      },
    ],
  }),
  unchecked('linear-gaussian-state-space', 'definition'),
  latexCheck('rts-smoother', {
    states: 'all states and observations as one normal column, conditioned at once',
    cases: smoothing,
  }),
];
