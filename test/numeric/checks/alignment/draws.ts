import { Matrix } from 'ml-matrix';
import { type Check, functionCheck } from '../../check';
import { gradient } from '../../differences';
import { logSumExp, product, sum } from '../language-models/scene';
import { policy, RESPONSES } from './scene';

const { exp } = Math;

const K = 3;
const THETA = Matrix.columnVector([0.4, -0.3, 0.1]);
const LIKED = [2, -1, 0.5];
const chancesAt = (theta: Matrix) => {
  const logits = theta.to1DArray();
  return logits.map((logit) => exp(logit - logSumExp(logits)));
};

const liked = (y: number) => LIKED[y - 1] ?? 0;

/** All ways to draw three responses. */
const DRAWS = RESPONSES.flatMap((a) => RESPONSES.flatMap((b) => RESPONSES.map((c) => [a, b, c])));

/** How often each response is the one picked out of three. */
const chosen = (pick: (rewards: readonly number[]) => number) =>
  RESPONSES.map((y) =>
    sum(
      DRAWS.filter((draw) => draw[pick(draw.map(liked))] === y).map((draw) =>
        product(draw.map((each) => policy(each, 1))),
      ),
    ),
  );

type Advantage = (own: number, all: readonly number[]) => number;

/** The estimate averaged over all ways to draw three responses. */
function averageEstimate(advantage: Advantage): readonly number[] {
  const chances = chancesAt(THETA);
  return chances.map((chance, k) =>
    sum(
      DRAWS.map((draw) => {
        const rewards = draw.map(liked);
        const terms = draw.map(
          (y, i) => advantage(rewards[i] ?? 0, rewards) * ((y === k + 1 ? 1 : 0) - chance),
        );
        return (product(draw.map((y) => chances[y - 1] ?? 0)) * sum(terms)) / K;
      }),
    ),
  );
}

/** The average estimate, and the advantages of one draw: any other baseline without the own reward is unbiased too. */
const leaveOneOut = (advantage: Advantage) => [
  ...averageEstimate(advantage),
  ...LIKED.map((own) => advantage(own, LIKED)),
];

export const draws: readonly Check[] = [
  functionCheck('best-of-n', {
    states: 'the chances of the highest rank of three',
    formula: () => chosen((rewards) => rewards.indexOf(Math.max(...rewards))),
    against: () =>
      RESPONSES.map((y) => {
        const below = sum(RESPONSES.filter((each) => liked(each) < liked(y)).map((each) => policy(each, 1)));
        return (below + policy(y, 1)) ** K - below ** K;
      }),
    mutants: {
      'the worst': () => chosen((rewards) => rewards.indexOf(Math.min(...rewards))),
      'the first': () => chosen(() => 0),
      'of two': () => chosen((rewards) => rewards.indexOf(Math.max(...rewards.slice(0, 2)))),
    },
  }),
  functionCheck('rloo-gradient', {
    states: 'finite differences of the expected reward, and the gap to the mean of all',
    formula: () => leaveOneOut((own, all) => own - (sum(all) - own) / (K - 1)),
    against: () => [
      ...gradient(
        (theta) => sum(chancesAt(theta).map((chance, y) => chance * liked(y + 1))),
        THETA,
      ).to1DArray(),
      ...LIKED.map((own) => 1.5 * (own - 0.5)),
    ],
    mutants: {
      'its own reward in the baseline': () => leaveOneOut((own, all) => own - sum(all) / K),
      'the sum of the others over K': () => leaveOneOut((own, all) => own - (sum(all) - own) / K),
      'without a baseline': () => leaveOneOut((own) => own),
    },
  }),
];
