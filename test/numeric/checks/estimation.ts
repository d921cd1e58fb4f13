import type { Check } from '../check';
import { bayes } from './estimation/bayes';
import { em } from './estimation/em';
import { likelihood } from './estimation/likelihood';
import { resampling } from './estimation/resampling';

export const estimation: readonly Check[] = [...likelihood, ...bayes, ...em, ...resampling];
