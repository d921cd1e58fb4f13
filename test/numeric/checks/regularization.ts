import type { Check } from '../check';
import { attacks } from './regularization/attacks';
import { noise } from './regularization/noise';
import { penalties } from './regularization/penalties';

export const regularization: readonly Check[] = [...attacks, ...noise, ...penalties];
