import type { Check } from '../check';
import { domains } from './meta/domains';
import { fewShot } from './meta/few-shot';
import { tasks } from './meta/tasks';

export const meta: readonly Check[] = [...domains, ...fewShot, ...tasks];
