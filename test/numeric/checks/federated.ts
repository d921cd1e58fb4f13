import type { Check } from '../check';
import { averaging } from './federated/averaging';
import { clients } from './federated/clients';

export const federated: readonly Check[] = [...averaging, ...clients];
