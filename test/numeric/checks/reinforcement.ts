import type { Check } from '../check';
import { dynamicProgramming } from './reinforcement/dynamic-programming';
import { temporalDifference } from './reinforcement/temporal-difference';

export const reinforcement: readonly Check[] = [...dynamicProgramming, ...temporalDifference];
