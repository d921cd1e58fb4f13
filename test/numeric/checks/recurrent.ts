import type { Check } from '../check';
import { gates } from './recurrent/gates';
import { gradients } from './recurrent/gradients';
import { layers } from './recurrent/layers';

export const recurrent: readonly Check[] = [...gates, ...gradients, ...layers];
