import type { Check } from '../check';
import { bounds } from './learning-theory/bounds';
import { capacity } from './learning-theory/capacity';
import { risk } from './learning-theory/risk';
import { tails } from './learning-theory/tails';
import { width } from './learning-theory/width';

export const learningTheory: readonly Check[] = [...bounds, ...capacity, ...risk, ...tails, ...width];
