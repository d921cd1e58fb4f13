import type { Check } from '../check';
import { autoregressive } from './flows/autoregressive';
import { change } from './flows/change';
import { continuous } from './flows/continuous';
import { coupling } from './flows/coupling';
import { layers } from './flows/layers';
import { masks } from './flows/masks';
import { steps } from './flows/steps';
import { wavenet } from './flows/wavenet';

export const flows: readonly Check[] = [
  ...autoregressive,
  ...change,
  ...continuous,
  ...coupling,
  ...layers,
  ...masks,
  ...steps,
  ...wavenet,
];
