import type { Check } from '../check';
import { initialization } from './activations/initialization';
import { smooth } from './activations/smooth';
import { softmaxes } from './activations/softmax';
import { units } from './activations/units';

export const activations: readonly Check[] = [...initialization, ...smooth, ...softmaxes, ...units];
