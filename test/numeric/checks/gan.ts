import type { Check } from '../check';
import { critics } from './gan/critics';
import { games } from './gan/games';
import { images } from './gan/images';
import { losses } from './gan/losses';

export const gan: readonly Check[] = [...critics, ...games, ...images, ...losses];
