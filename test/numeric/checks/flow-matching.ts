import type { Check } from '../check';
import { fields } from './flow-matching/fields';
import { paths } from './flow-matching/paths';

export const flowMatching: readonly Check[] = [...fields, ...paths];
