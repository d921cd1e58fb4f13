import type { Check } from '../check';
import { attention } from './normalization/attention';
import { batches } from './normalization/batch';
import { layers } from './normalization/layers';
import { weights } from './normalization/weights';

export const normalization: readonly Check[] = [...attention, ...batches, ...layers, ...weights];
