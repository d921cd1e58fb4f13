import type { Check } from '../check';
import { attentions } from './graphs/attention';
import { embeddings } from './graphs/embeddings';
import { layers } from './graphs/layers';
import { spectral } from './graphs/spectral';
import { walks } from './graphs/walks';

export const graphs: readonly Check[] = [...spectral, ...layers, ...attentions, ...walks, ...embeddings];
