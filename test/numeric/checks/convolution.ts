import type { Check } from '../check';
import { images } from './convolution/images';
import { sequences } from './convolution/sequences';
import { sizes } from './convolution/sizes';

export const convolution: readonly Check[] = [...images, ...sequences, ...sizes];
