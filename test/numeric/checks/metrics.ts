import type { Check } from '../check';
import { classification } from './metrics/classification';
import { curves } from './metrics/curves';
import { forecasts } from './metrics/forecasts';
import { generative } from './metrics/generative';
import { images } from './metrics/images';
import { ranking } from './metrics/ranking';
import { regions } from './metrics/regions';
import { regression } from './metrics/regression';
import { text } from './metrics/text';

export const metrics: readonly Check[] = [
  ...classification,
  ...curves,
  ...forecasts,
  ...generative,
  ...images,
  ...ranking,
  ...regions,
  ...regression,
  ...text,
];
