import type { Check } from '../check';
import { accounting } from './privacy/accounting';
import { attacks } from './privacy/attacks';
import { guarantees } from './privacy/guarantees';
import { mechanisms } from './privacy/mechanisms';

export const privacy: readonly Check[] = [...guarantees, ...mechanisms, ...accounting, ...attacks];
