import type { Check } from '../check';
import { densityDivergences } from './divergences/densities';
import { gaussianDivergences } from './divergences/gaussians';
import { kernelDivergences } from './divergences/kernels';
import { transportDivergences } from './divergences/transport';

export const divergences: readonly Check[] = [
  ...densityDivergences,
  ...gaussianDivergences,
  ...kernelDivergences,
  ...transportDivergences,
];
