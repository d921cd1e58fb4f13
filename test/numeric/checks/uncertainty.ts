import type { Check } from '../check';
import { bayesian } from './uncertainty/bayesian';
import { calibration } from './uncertainty/calibration';
import { conformal } from './uncertainty/conformal';
import { gaussianWeights } from './uncertainty/gaussian-weights';
import { regression } from './uncertainty/regression';

export const uncertainty: readonly Check[] = [
  ...bayesian,
  ...calibration,
  ...conformal,
  ...gaussianWeights,
  ...regression,
];
