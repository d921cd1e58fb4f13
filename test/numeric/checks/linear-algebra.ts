import type { Check } from '../check';
import { calculus } from './linear-algebra/calculus';
import { factorizations } from './linear-algebra/factorizations';
import { identities } from './linear-algebra/identities';
import { norms } from './linear-algebra/norms';

export const linearAlgebra: readonly Check[] = [...identities, ...factorizations, ...norms, ...calculus];
