import type { Check } from '../check';
import { acquisition } from './kernels/acquisition';
import { covariances } from './kernels/covariances';
import { featureSpaces } from './kernels/feature-spaces';
import { processes } from './kernels/processes';

export const kernels: readonly Check[] = [...acquisition, ...covariances, ...featureSpaces, ...processes];
