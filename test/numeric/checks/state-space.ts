import type { Check } from '../check';
import { discretization } from './state-space/discretization';
import { gated } from './state-space/gates';
import { kernels } from './state-space/kernels';
import { linearAttention } from './state-space/linear-attention';

export const stateSpace: readonly Check[] = [...discretization, ...gated, ...kernels, ...linearAttention];
