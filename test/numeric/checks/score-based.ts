import type { Check } from '../check';
import { densities } from './score-based/densities';
import { interpolants } from './score-based/interpolants';
import { matching } from './score-based/matching';
import { processes } from './score-based/processes';

export const scoreBased: readonly Check[] = [...densities, ...interpolants, ...matching, ...processes];
