import type { Check } from '../check';
import { candidates } from './self-supervised/candidates';
import { contrastive } from './self-supervised/contrastive';
import { distillation } from './self-supervised/distillation';
import { redundancy } from './self-supervised/redundancy';

export const selfSupervised: readonly Check[] = [
  ...candidates,
  ...contrastive,
  ...distillation,
  ...redundancy,
];
