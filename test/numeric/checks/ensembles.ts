import type { Check } from '../check';
import { boosting } from './ensembles/boosting';
import { forests } from './ensembles/forests';
import { trees } from './ensembles/trees';

export const ensembles: readonly Check[] = [...trees, ...forests, ...boosting];
