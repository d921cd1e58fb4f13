import type { Check } from '../check';
import { bandits } from './reinforcement/bandits';
import { control } from './reinforcement/control';
import { distributional } from './reinforcement/distributional';
import { dynamicProgramming } from './reinforcement/dynamic-programming';
import { models } from './reinforcement/models';
import { offPolicy } from './reinforcement/off-policy';
import { offline } from './reinforcement/offline';
import { planning } from './reinforcement/planning';
import { policyGradient } from './reinforcement/policy-gradient';
import { returns } from './reinforcement/returns';
import { soft } from './reinforcement/soft';
import { temporalDifference } from './reinforcement/temporal-difference';
import { trustRegion } from './reinforcement/trust-region';

export const reinforcement: readonly Check[] = [
  ...bandits,
  ...control,
  ...distributional,
  ...dynamicProgramming,
  ...models,
  ...offPolicy,
  ...offline,
  ...planning,
  ...policyGradient,
  ...returns,
  ...soft,
  ...temporalDifference,
  ...trustRegion,
];
