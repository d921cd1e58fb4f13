import type { Check } from '../check';
import { models } from './recommenders/models';
import { retrieval } from './recommenders/retrieval';

export const recommenders: readonly Check[] = [...models, ...retrieval];
