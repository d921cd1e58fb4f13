import type { Check } from '../check';
import { energyBased } from './graphical-models/energy';
import { hiddenMarkov } from './graphical-models/hidden-markov';
import { kalman } from './graphical-models/kalman';
import { networks } from './graphical-models/networks';
import { particleFilters } from './graphical-models/particles';

export const graphicalModels: readonly Check[] = [
  ...hiddenMarkov,
  ...kalman,
  ...energyBased,
  ...networks,
  ...particleFilters,
];
