import type { Check } from '../check';
import { gated } from './state-space/gates';
import { linearAttention } from './state-space/linear-attention';

export const stateSpace: readonly Check[] = [...gated, ...linearAttention];
