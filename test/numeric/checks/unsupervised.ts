import type { Check } from '../check';
import { clusterings } from './unsupervised/clusterings';
import { components } from './unsupervised/components';
import { densities } from './unsupervised/densities';
import { factors } from './unsupervised/factors';
import { graphs } from './unsupervised/graphs';
import { maps } from './unsupervised/maps';

export const unsupervised: readonly Check[] = [
  ...clusterings,
  ...components,
  ...densities,
  ...factors,
  ...graphs,
  ...maps,
];
