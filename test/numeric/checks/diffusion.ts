import type { Check } from '../check';
import { bounds } from './diffusion/bounds';
import { edm } from './diffusion/edm';
import { forward } from './diffusion/forward';
import { losses } from './diffusion/losses';
import { parameters } from './diffusion/parameters';
import { reverse } from './diffusion/reverse';
import { solvers } from './diffusion/solvers';

export const diffusion: readonly Check[] = [
  ...bounds,
  ...edm,
  ...forward,
  ...losses,
  ...parameters,
  ...reverse,
  ...solvers,
];
