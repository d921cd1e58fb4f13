import type { Check } from '../check';
import { adaptive } from './optimization/adaptive';
import { averages } from './optimization/averages';
import { conjugate } from './optimization/conjugate';
import { constrained } from './optimization/constrained';
import { convexity } from './optimization/convexity';
import { curvature } from './optimization/curvature';
import { duality } from './optimization/duality';
import { factored } from './optimization/factored';
import { lineSearch } from './optimization/line-search';
import { matrices } from './optimization/matrices';
import { momentum } from './optimization/momentum';
import { proximal } from './optimization/proximal';
import { rates } from './optimization/rates';
import { scaling } from './optimization/scaling';
import { schedules } from './optimization/schedules';
import { stochastic } from './optimization/stochastic';

export const optimization: readonly Check[] = [
  ...adaptive,
  ...averages,
  ...conjugate,
  ...constrained,
  ...convexity,
  ...curvature,
  ...duality,
  ...factored,
  ...lineSearch,
  ...matrices,
  ...momentum,
  ...proximal,
  ...rates,
  ...scaling,
  ...schedules,
  ...stochastic,
];
