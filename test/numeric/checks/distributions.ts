import type { Check } from '../check';
import { counts } from './distributions/counts';
import { densities } from './distributions/densities';
import { families } from './distributions/families';
import { gaussians } from './distributions/gaussians';
import { moments } from './distributions/moments';
import { probability } from './distributions/probability';
import { vectors } from './distributions/vectors';

export const distributions: readonly Check[] = [
  ...probability,
  ...moments,
  ...densities,
  ...vectors,
  ...gaussians,
  ...counts,
  ...families,
];
