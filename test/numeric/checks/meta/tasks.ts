import { jStat } from 'jstat';
import { Matrix } from 'ml-matrix';
import { type Check, functionCheck, latexCheck } from '../../check';
import { gradient } from '../../differences';
import { matrix, vector } from '../../given';

const { exp, log } = Math;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const added = (parts: readonly Matrix[]) => parts.reduce((left, right) => Matrix.add(left, right));

/** Two tasks with quadratic losses: curvature and lowest place. */
const TASKS = [
  {
    curvature: matrix([
      [2, 0.5],
      [0.5, 1],
    ]),
    lowest: vector([1, -1]),
  },
  {
    curvature: matrix([
      [1, -0.3],
      [-0.3, 3],
    ]),
    lowest: vector([0.5, 2]),
  },
] as const;
type Task = (typeof TASKS)[number];
const START = vector([0.2, 0.7]);
const INNER = 0.2;
const OUTER = 0.1;
const loss =
  ({ curvature, lowest }: Task) =>
  (theta: Matrix) => {
    const gap = Matrix.sub(theta, lowest);
    return gap.dot(curvature.mmul(gap)) / 2;
  };
/** The factor by which a step brings the parameters nearer to the lowest place. */
const contraction = ({ curvature }: Task) => Matrix.sub(Matrix.eye(2, 2), Matrix.mul(curvature, INNER));
const adapted = (task: Task) =>
  Matrix.add(task.lowest, contraction(task).mmul(Matrix.sub(START, task.lowest)));
/** The gradient after the adaptation, and the whole gradient through it. */
const slope = (task: Task) => task.curvature.mmul(contraction(task)).mmul(Matrix.sub(START, task.lowest));
const throughStep = (task: Task) => contraction(task).mmul(slope(task));
const stepped = (of: (task: Task) => Matrix) => Matrix.sub(START, Matrix.mul(added(TASKS.map(of)), OUTER));

/** First-order MAML by finite differences, from the formulas. */
function firstOrder(at: (task: Task) => Matrix, sign = -1): Matrix {
  return Matrix.add(START, added(TASKS.map((task) => gradient(loss(task), at(task)))).mul(sign * OUTER));
}
const innerStep = (task: Task) => Matrix.sub(START, gradient(loss(task), START).mul(INNER));

/** Old parameters, how sure they are, and new ones. */
const OLD = [0.4, -1, 2];
const PRECISION = [0.5, 3, 1.2];
const NEW = [1, -0.7, 1.1];
const consolidated = (half: number, power: number) =>
  0.9 + half * 1.4 * sum(PRECISION.map((F, i) => F * Math.abs((NEW[i] ?? 0) - (OLD[i] ?? 0)) ** power));
/** The log density of normal weights with precisions 1.4 F, from its highest value. */
function asPosterior(): number {
  const drops = PRECISION.map((F, i) => {
    const deviation = (1.4 * F) ** -0.5;
    const [now = 0, then = 0] = [NEW[i], OLD[i]];
    return log(jStat.normal.pdf(then, then, deviation) / jStat.normal.pdf(now, then, deviation));
  });
  return 0.9 + sum(drops);
}

/** Gradients that both of two old tasks forbid, or one of them. */
const FORBIDDEN = [vector([-1, -2, 0.5]), vector([-1, -2, 5])];
const MEMORIES = [vector([1, 0.5, 0]), vector([0, 1, 1])] as const;
/** The quadratic program by its dual, one variable after the other. */
function projected(wanted: Matrix, least: number): Matrix {
  const weights = [0, 0];
  const direction = () =>
    added([wanted, ...MEMORIES.map((memory, k) => Matrix.mul(memory, weights[k] ?? 0))]);
  for (let round = 0; round < 200; round++) {
    for (const [k, memory] of MEMORIES.entries()) {
      weights[k] = Math.max(least, (weights[k] ?? 0) - direction().dot(memory) / memory.dot(memory));
    }
  }
  return direction();
}
/** The nearest point of the cone is on one of its faces: the least distance among those that are allowed. */
function nearestOnFaces(wanted: Matrix): Matrix {
  const [a, b] = MEMORIES;
  const off = (g: Matrix, normal: Matrix) =>
    Matrix.sub(g, Matrix.mul(normal, g.dot(normal) / normal.dot(normal)));
  const edge = off(b, a);
  const faces = [wanted, off(wanted, a), off(wanted, b), off(off(wanted, a), edge)];
  const allowed = faces.filter((g) => MEMORIES.every((memory) => g.dot(memory) > -1e-9));
  return allowed.toSorted((g, h) => Matrix.sub(g, wanted).norm() - Matrix.sub(h, wanted).norm())[0] ?? a;
}

/** Scores of the old and of the present network for the old classes, and a temperature of 3. */
const OLD_SCORES = [1.2, -0.4, 0.3];
const PRESENT_SCORES = [0.5, 0.8, -1];
const softmax = (scores: readonly number[], heat: number) => {
  const sizes = scores.map((score) => exp(score / heat));
  return sizes.map((size) => size / sum(sizes));
};
/** The formula, from probabilities. */
function remembered(power: number, swapped = false): number {
  const softened = (scores: readonly number[]) => {
    const sizes = softmax(scores, 1).map((y) => y ** power);
    return sizes.map((size) => size / sum(sizes));
  };
  const [then, now] = [softened(OLD_SCORES), softened(PRESENT_SCORES)];
  const [truth, guess] = swapped ? [now, then] : [then, now];
  return 0.8 - 1.7 * sum(truth.map((y, i) => y * log(guess[i] ?? 0)));
}
/** The same from the scores: a mean score and a logarithm of a sum. */
function fromScores(): number {
  const mean = sum(softmax(OLD_SCORES, 3).map((p, i) => (p * (PRESENT_SCORES[i] ?? 0)) / 3));
  return 0.8 + 1.7 * (log(sum(PRESENT_SCORES.map((score) => exp(score / 3)))) - mean);
}

const ENDS = [vector([1, 3]), vector([4, -2]), vector([1, 2])];

export const tasks: readonly Check[] = [
  functionCheck('elastic-weight-consolidation', {
    states: 'normal densities around the old parameters',
    formula: () => consolidated(0.5, 2),
    against: asPosterior,
    mutants: {
      'without the half': () => consolidated(1, 2),
      'without the square': () => consolidated(0.5, 1),
    },
  }),
  functionCheck('fomaml-update', {
    states: 'the contraction on quadratic losses',
    formula: () => firstOrder(innerStep),
    against: () => stepped(slope),
    mutants: {
      'gradients before the adaptation': () => firstOrder(() => START),
      uphill: () => firstOrder(innerStep, 1),
      'through the adaptation': () => stepped(throughStep),
    },
  }),
  functionCheck('gem-constraint', {
    states: 'the nearest point among the faces of the cone',
    formula: () => FORBIDDEN.flatMap((g) => projected(g, 0).to1DArray()),
    against: () => FORBIDDEN.flatMap((g) => nearestOnFaces(g).to1DArray()),
    mutants: {
      'equalities for inequalities': () => FORBIDDEN.flatMap((g) => projected(g, -Infinity).to1DArray()),
      'without the constraints': () => FORBIDDEN.flatMap((g) => g.to1DArray()),
    },
  }),
  functionCheck('learning-without-forgetting', {
    states: 'the cross-entropy from the scores',
    formula: () => remembered(1 / 3),
    against: fromScores,
    mutants: {
      'temperature as the power': () => remembered(3),
      'without the temperature': () => remembered(1),
      'old and present exchanged': () => remembered(1 / 3, true),
    },
  }),
  latexCheck('maml-inner', {
    states: 'the contraction on a quadratic loss',
    cases: TASKS.map((task) => ({
      given: {
        "\\theta_{i}'": adapted(task),
        '\\theta': START,
        '\\alpha': INNER,
        '\\mathcal{L}_{\\mathcal{T}_{i}}': loss(task),
      },
    })),
  }),
  latexCheck('maml-outer', {
    states: 'the contraction on quadratic losses',
    cases: [
      {
        given: {
          '\\theta \\leftarrow': stepped(throughStep),
          '\\theta': START,
          '\\alpha': INNER,
          '\\beta': OUTER,
          n: 2,
          '\\mathcal{T}': [1, 2],
          '\\mathcal{L}': TASKS.map(loss),
        },
      },
    ],
  }),
  latexCheck('reptile-update', {
    states: 'a step towards the mean',
    cases: [
      {
        given: {
          // The mean of the ends is (2, 1).
          '\\theta \\leftarrow': vector([0.7 * 5 + 0.3 * 2, 0.7 * -3 + 0.3 * 1]),
          '\\theta': vector([5, -3]),
          '\\epsilon': 0.3,
          n: 3,
          '\\tilde{\\theta}': ENDS,
        },
      },
    ],
  }),
  latexCheck('uncertainty-weighting', {
    states: 'log densities of the normal distribution',
    cases: [
      {
        given: {
          '\\mathcal{L}(\\theta, \\boldsymbol{\\sigma})':
            -log(jStat.normal.pdf(1.2, 0, 0.7)) - log(jStat.normal.pdf(-2.1, 0, 1.9)) - log(2 * Math.PI),
          n: 2,
          '\\sigma': [0.7, 1.9],
          '\\mathcal{L}': [(theta: number) => (theta - 1.8) ** 2, (theta: number) => (theta - 2.7) ** 2],
          '\\theta': 0.6,
        },
      },
    ],
  }),
];
