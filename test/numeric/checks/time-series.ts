import type { Check } from '../check';
import { alignments } from './time-series/alignments';
import { processes } from './time-series/processes';
import { smoothing } from './time-series/smoothing';
import { spectra } from './time-series/spectra';
import { statistics } from './time-series/statistics';

export const timeSeries: readonly Check[] = [
  ...alignments,
  ...processes,
  ...smoothing,
  ...spectra,
  ...statistics,
];
