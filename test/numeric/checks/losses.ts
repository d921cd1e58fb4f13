import type { Check } from '../check';
import { classificationLosses } from './losses/classification';
import { imageLosses } from './losses/images';
import { rankingLosses } from './losses/ranking';
import { regressionLosses } from './losses/regression';

export const losses: readonly Check[] = [
  ...classificationLosses,
  ...imageLosses,
  ...rankingLosses,
  ...regressionLosses,
];
