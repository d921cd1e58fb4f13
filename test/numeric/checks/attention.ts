import type { Check } from '../check';
import { alignment } from './attention/alignment';
import { blocks } from './attention/blocks';
import { dotProduct } from './attention/dot-product';
import { heads } from './attention/heads';
import { linearAttention } from './attention/linear';
import { luong } from './attention/luong';
import { positions } from './attention/positions';

export const attention: readonly Check[] = [
  ...alignment,
  ...blocks,
  ...dotProduct,
  ...heads,
  ...linearAttention,
  ...luong,
  ...positions,
];
