import assert from 'node:assert/strict';
import { createCatalogue } from '../../src/core/catalogue';
import { previewOf } from '../../src/core/render';
import {
  type FromPage,
  parseFromPage,
  parsePageState,
  parseToPage,
  type ToPage,
} from '../../src/preview/protocol';
import { equation, slot } from '../core/equations';

const reference = { key: 'a', authors: 'A', title: 'T', year: '2020', venue: 'V', url: null };
const elbo = equation({
  id: 'vae-elbo',
  latex: 'x',
  symbols: [slot('x')],
  notes: ['a $b$'],
  derivation: [{ latex: 'x', reason: 'given' }],
  references: ['a'],
  related: ['kl'],
});
const kl = equation({ id: 'kl', latex: 'y', variantOf: 'vae-elbo' });
const preview = previewOf(
  elbo,
  createCatalogue({ families: [], equations: [elbo, kl], references: [reference] }),
);

const toPage: readonly ToPage[] = [
  { kind: 'show', sequence: 1, preview },
  { kind: 'empty', sequence: 2 },
  { kind: 'copied', form: 'markdown' },
];
const fromPage: readonly FromPage[] = [
  { kind: 'ready' },
  { kind: 'painted', sequence: 3 },
  { kind: 'insert', id: 'vae-elbo' },
  { kind: 'copy', id: 'vae-elbo', form: 'latex' },
  { kind: 'follow', id: 'kl' },
];

/** What a message is after it has crossed. */
const crossed = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

describe('the messages to the page', () => {
  for (const message of toPage) {
    it(`may be ${message.kind}`, () => assert.deepEqual(parseToPage(crossed(message)), message));
  }
  it('are none of the page’s own', () => {
    for (const message of fromPage) assert.equal(parseToPage(message), null);
  });
  it('show no preview that lacks a field or has another type in it', () => {
    const show = (changed: object) =>
      parseToPage({ kind: 'show', sequence: 1, preview: { ...preview, ...changed } });
    for (const field of Object.keys(preview)) assert.equal(show({ [field]: undefined }), null, field);
    assert.equal(show({ symbols: [{ latex: 'x' }] }), null);
    assert.equal(show({ explanation: [{ kind: 'html', text: '<b>' }] }), null);
    assert.equal(show({ references: [{ ...reference, url: 7 }] }), null);
  });
});

describe('the messages from the page', () => {
  for (const message of fromPage) {
    it(`may be ${message.kind}`, () => assert.deepEqual(parseFromPage(crossed(message)), message));
  }
  it('are nothing unknown', () => {
    const unknown = [
      null,
      undefined,
      7,
      'ready',
      [],
      {},
      { kind: 'run' },
      { kind: 'insert' },
      { kind: 'insert', id: 7 },
    ];
    for (const value of unknown) assert.equal(parseFromPage(value), null);
  });
  it('ask for no form of copy that there is not', () => {
    assert.equal(parseFromPage({ kind: 'copy', id: 'kl', form: 'html' }), null);
  });
});

describe('the state that a page leaves behind', () => {
  it('is the equation that it showed', () => {
    assert.deepEqual(parsePageState({ id: 'vae-elbo' }), { id: 'vae-elbo' });
  });
  it('is nothing if the page showed none', () => assert.equal(parsePageState(undefined), null));
});
