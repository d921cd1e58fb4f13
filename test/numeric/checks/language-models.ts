import type { Check } from '../check';
import { training } from './language-models/training';

export const languageModels: readonly Check[] = [...training];
