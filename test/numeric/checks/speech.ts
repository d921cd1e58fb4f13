import type { Check } from '../check';
import { recognition } from './speech/recognition';
import { signals } from './speech/signals';
import { spectra } from './speech/spectra';

export const speech: readonly Check[] = [...recognition, ...signals, ...spectra];
