import { type Check, latexCheck } from '../check';

export const losses: readonly Check[] = [
  latexCheck('mean-squared-error', {
    states: 'a hand-worked case',
    cases: [{ given: { '\\mathcal{L}_{\\mathrm{MSE}}': 14 / 3, N: 3, y: [1, 2, 3], '\\hat{y}': [2, 4, 0] } }],
  }),
];
