import type { Check } from '../check';
import { decoding } from './language-models/decoding';
import { fineTuning } from './language-models/fine-tuning';
import { nGrams } from './language-models/n-grams';
import { quantization } from './language-models/quantization';
import { retrieval } from './language-models/retrieval';
import { scaling } from './language-models/scaling';
import { speculative } from './language-models/speculative';
import { tokenization } from './language-models/tokenization';
import { training } from './language-models/training';

export const languageModels: readonly Check[] = [
  ...decoding,
  ...fineTuning,
  ...nGrams,
  ...quantization,
  ...retrieval,
  ...scaling,
  ...speculative,
  ...tokenization,
  ...training,
];
