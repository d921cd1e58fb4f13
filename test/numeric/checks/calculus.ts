import type { Check } from '../check';
import { derivatives } from './calculus/derivatives';
import { jacobians } from './calculus/jacobians';
import { network } from './calculus/network';

export const calculus: readonly Check[] = [...derivatives, ...jacobians, ...network];
