import type { Check } from '../check';
import { densities } from './energy-models/densities';
import { memories } from './energy-models/memories';

export const energyModels: readonly Check[] = [...densities, ...memories];
