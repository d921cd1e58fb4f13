import type { Check } from '../check';
import { adjustment } from './causal/adjustment';
import { designs } from './causal/designs';
import { estimands } from './causal/estimands';
import { estimators } from './causal/estimators';

export const causal: readonly Check[] = [...estimands, ...estimators, ...adjustment, ...designs];
