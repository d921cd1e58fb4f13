import type { Check } from '../check';
import { alignment } from './attention/alignment';
import { blocks } from './attention/blocks';
import { blockwise } from './attention/blockwise';
import { dotProduct } from './attention/dot-product';
import { heads } from './attention/heads';
import { latent } from './attention/latent';
import { linearAttention } from './attention/linear';
import { luong } from './attention/luong';
import { positions } from './attention/positions';
import { rotary } from './attention/rotary';
import { snail } from './attention/snail';
import { sparse } from './attention/sparse';

export const attention: readonly Check[] = [
  ...alignment,
  ...blocks,
  ...blockwise,
  ...dotProduct,
  ...heads,
  ...latent,
  ...linearAttention,
  ...luong,
  ...positions,
  ...rotary,
  ...snail,
  ...sparse,
];
