import type { Check } from '../check';
import { cameras } from './vision/cameras';
import { images } from './vision/images';
import { lights } from './vision/light';
import { motion } from './vision/motion';
import { pointClouds } from './vision/point-clouds';
import { rendering } from './vision/rendering';
import { rotations } from './vision/rotations';

export const vision: readonly Check[] = [
  ...cameras,
  ...images,
  ...lights,
  ...motion,
  ...pointClouds,
  ...rendering,
  ...rotations,
];
