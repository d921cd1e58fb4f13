import type { Check } from '../check';
import { bounds } from './variational/bounds';
import { disentanglement } from './variational/disentanglement';
import { gaussian } from './variational/gaussian';
import { gradients } from './variational/gradients';
import { networks } from './variational/networks';

export const variational: readonly Check[] = [
  ...bounds,
  ...disentanglement,
  ...gaussian,
  ...gradients,
  ...networks,
];
