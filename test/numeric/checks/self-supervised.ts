import type { Check } from '../check';
import { contrastive } from './self-supervised/contrastive';
import { distillation } from './self-supervised/distillation';
import { redundancy } from './self-supervised/redundancy';

export const selfSupervised: readonly Check[] = [...contrastive, ...distillation, ...redundancy];
