import type { Check } from '../check';
import { chains } from './sampling/chains';
import { dynamics } from './sampling/dynamics';
import { importance } from './sampling/importance';

export const sampling: readonly Check[] = [...chains, ...dynamics, ...importance];
