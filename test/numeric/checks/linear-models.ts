import type { Check } from '../check';
import { discriminants } from './linear-models/discriminants';
import { leastSquares } from './linear-models/least-squares';
import { margins } from './linear-models/margins';
import { responses } from './linear-models/responses';

export const linearModels: readonly Check[] = [...leastSquares, ...discriminants, ...responses, ...margins];
