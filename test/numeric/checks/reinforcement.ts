import type { Check } from '../check';
import { bandits } from './reinforcement/bandits';
import { control } from './reinforcement/control';
import { dynamicProgramming } from './reinforcement/dynamic-programming';
import { offline } from './reinforcement/offline';
import { policyGradient } from './reinforcement/policy-gradient';
import { soft } from './reinforcement/soft';
import { temporalDifference } from './reinforcement/temporal-difference';
import { trustRegion } from './reinforcement/trust-region';

export const reinforcement: readonly Check[] = [
  ...bandits,
  ...control,
  ...dynamicProgramming,
  ...offline,
  ...policyGradient,
  ...soft,
  ...temporalDifference,
  ...trustRegion,
];
