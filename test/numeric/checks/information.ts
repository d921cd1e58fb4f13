import type { Check } from '../check';
import { bounds } from './information/bounds';
import { entropy } from './information/entropy';
import { mutual } from './information/mutual';

export const information: readonly Check[] = [...entropy, ...mutual, ...bounds];
