import type { Check } from '../check';
import { divergences } from './alignment/divergences';
import { draws } from './alignment/draws';
import { groups } from './alignment/groups';
import { pairs } from './alignment/pairs';
import { policies } from './alignment/policies';
import { preferences } from './alignment/preferences';

export const alignment: readonly Check[] = [
  ...divergences,
  ...draws,
  ...groups,
  ...pairs,
  ...policies,
  ...preferences,
];
