import type { Check } from '../check';
import { costs } from './transformers/costs';
import { experts } from './transformers/experts';
import { layers } from './transformers/layers';

export const transformers: readonly Check[] = [...costs, ...experts, ...layers];
