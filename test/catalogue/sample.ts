import type { Reference } from '../../src/core/equation';
import type { EquationSource } from '../../src/generated/schema';
import { checkedFamily } from './read';
import type { CheckedCatalogue } from './rule';

/** An entry without a fault. */
export const LINEAR: EquationSource = {
  id: 'linear-layer',
  name: 'Linear layer',
  aliases: ['dense layer'],
  latex: '\\hat{\\mathbf{y}}_{t} = \\mathbf{W} \\mathbf{x}_{t} + \\mathbf{b}',
  symbols: [
    { latex: '\\hat{\\mathbf{y}}', meaning: 'output', shape: '\\mathbb{R}^{m}', role: 'output' },
    {
      latex: '\\mathbf{W}',
      meaning: 'weights',
      shape: '\\mathbb{R}^{m \\times n}',
      role: 'weight',
      slot: true,
    },
    {
      latex: '\\mathbf{x}_{t}',
      meaning: 'input at time $t$',
      shape: '\\mathbb{R}^{n}',
      role: 'data',
      slot: true,
    },
    { latex: '\\mathbf{b}', meaning: 'bias', shape: '\\mathbb{R}^{m}', role: 'bias' },
    { latex: 't', meaning: 'time', role: 'time' },
  ],
  explanation: 'Every output is a weighted sum of the inputs, shifted by $\\mathbf{b}$.',
  references: ['doe2020layers'],
  related: ['mean-squared-error'],
};

/** Another entry without a fault, in the same family. */
export const SQUARED: EquationSource = {
  id: 'mean-squared-error',
  name: 'Mean squared error',
  aliases: ['MSE'],
  latex:
    '\\mathcal{L} = \\frac{1}{n} \\sum_{i=1}^{n} \\lVert \\hat{\\mathbf{y}}_{i} - \\mathbf{y}_{i} \\rVert^{2}',
  symbols: [
    { latex: '\\mathcal{L}', meaning: 'loss', role: 'loss' },
    { latex: 'n', meaning: 'number of examples', role: 'dimension', slot: true },
    { latex: '\\hat{\\mathbf{y}}', meaning: 'prediction', shape: '\\mathbb{R}^{m}', role: 'prediction' },
    { latex: '\\mathbf{y}', meaning: 'target', shape: '\\mathbb{R}^{m}', role: 'label' },
  ],
  explanation: 'The squared distance of prediction and target, averaged over the examples.',
  references: ['doe2020layers'],
  related: ['linear-layer'],
  packages: ['amsmath'],
};

/** The reference of both. */
export const LAYERS: Reference = {
  key: 'doe2020layers',
  authors: 'Doe',
  title: 'Layers and Losses',
  year: '2020',
  venue: 'Journal of Layers',
  url: 'https://doi.org/10.1000/layers',
};

/** A catalogue of one family from what its file holds. */
export function family(source: object, references: readonly Reference[] = [LAYERS]): CheckedCatalogue {
  return { families: [checkedFamily({ file: 'layers.yaml', source })], references };
}

/** A catalogue with these entries. */
export function catalogueOf(...equations: readonly object[]): CheckedCatalogue {
  return family({ family: 'layers', title: 'Layers', equations });
}

/** A catalogue without a fault. */
export const GOOD: CheckedCatalogue = catalogueOf(LINEAR, SQUARED);

/** The catalogue without a fault, with some fields of its first entry changed. */
export function changed(fields: Partial<EquationSource>): CheckedCatalogue {
  return catalogueOf({ ...LINEAR, ...fields }, SQUARED);
}

/** The catalogue without a fault, with its first entry's equation changed; its symbols are left. */
export function withLatex(latex: string): CheckedCatalogue {
  return changed({ latex });
}

/** The catalogue without a fault, with the reference changed. */
export function withReference(fields: Partial<Reference>): CheckedCatalogue {
  return { ...GOOD, references: [{ ...LAYERS, ...fields }] };
}
