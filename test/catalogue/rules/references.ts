import type { Reference } from '../../../src/core/equation';
import { entries, type Fault, type Rule } from '../rule';
import { changed, GOOD, LAYERS, withReference } from '../sample';

const FILE = 'references.bib';

/** A check of references one by one. */
function eachReference(messages: (reference: Reference) => readonly string[]): Rule['check'] {
  return ({ references }) =>
    references.flatMap((reference) =>
      messages(reference).map((message): Fault => ({ file: FILE, id: reference.key, message })),
    );
}

export const referencesExist: Rule = {
  name: 'references-exist',
  description: 'Every key that an entry names is in references.bib.',
  check: (catalogue) => {
    const keys = new Set(catalogue.references.map(({ key }) => key));
    return entries(catalogue).flatMap(({ file, equation: { id, references } }) =>
      references
        .filter((key) => !keys.has(key))
        .map((key) => ({ file, id, message: `refers to '${key}': add it to ${FILE}, or mend the key.` })),
    );
  },
  bad: [changed({ references: ['doe2021layers'] })],
};

export const referencesUsed: Rule = {
  name: 'references-used',
  description: 'Every reference is named by some entry.',
  check: (catalogue) => {
    const used = new Set(entries(catalogue).flatMap(({ equation }) => equation.references));
    return catalogue.references
      .filter(({ key }) => !used.has(key))
      .map(({ key }) => ({
        file: FILE,
        id: key,
        message: 'is named by no entry: name it in one, or take it out.',
      }));
  },
  bad: [{ ...GOOD, references: [LAYERS, { ...LAYERS, key: 'roe2020losses' }] }],
};

export const uniqueReferences: Rule = {
  name: 'unique-references',
  description: 'No two references have one key or lead to one source.',
  check: ({ references }) =>
    references.flatMap(({ key, url }, i) => {
      const other = references
        .slice(0, i)
        .find((reference) => reference.key === key || (url !== null && reference.url === url));
      if (other === undefined) return [];
      return [
        { file: FILE, id: key, message: `is there already as ${other.key}: take one out and use the other.` },
      ];
    }),
  bad: [
    { ...GOOD, references: [LAYERS, LAYERS] },
    { ...GOOD, references: [LAYERS, { ...LAYERS, key: 'roe2020losses' }] },
  ],
};

export const referenceFields: Rule = {
  name: 'reference-fields',
  description: 'A reference has author, title, year, and a venue or an arXiv id.',
  check: eachReference(({ authors, title, year, venue, url }) => [
    ...(authors === '' ? ['has no author: add one.'] : []),
    ...(title === '' ? ['has no title: add it.'] : []),
    ...(/^\d{4}$/.test(year) ? [] : [`has the year '${year}': write four digits.`]),
    ...(venue === '' && url === null
      ? ['has neither a venue nor an arXiv id: add journal, booktitle, publisher or eprint.']
      : []),
  ]),
  bad: [
    withReference({ authors: '' }),
    withReference({ title: '' }),
    withReference({ year: '' }),
    withReference({ venue: '', url: null }),
  ],
};

export const referenceKeys: Rule = {
  name: 'reference-keys',
  description: 'A key is author, year and first word of the title, in lower case.',
  check: eachReference(({ key, year, title }) => {
    const [, keyYear, word] = /^[a-z]+(\d{4})([a-z0-9]+)$/.exec(key) ?? [];
    if (keyYear === undefined || word === undefined)
      return ['is no key of this catalogue: write author, year and first word, as in kingma2014auto.'];
    const words = title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9 ]/g, '');
    return [
      ...(keyYear === year ? [] : [`has the year ${year}: write it into the key, or mend the year.`]),
      ...(words.includes(word)
        ? []
        : [`has no word '${word}' in its title: end the key with the first word.`]),
    ];
  }),
  bad: [
    withReference({ key: 'Doe:2020' }),
    withReference({ key: 'doe2019layers' }),
    withReference({ key: 'doe2020networks' }),
  ],
};

const ADDRESS =
  /^https?:\/\/(?:doi\.org\/10\.\d{4,9}\/\S+|arxiv\.org\/abs\/(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})|(?!doi\.org|arxiv\.org)\S+)$/;

export const referenceAddresses: Rule = {
  name: 'reference-addresses',
  description: 'DOIs and arXiv ids have the form that leads to the source.',
  check: eachReference(({ url }) =>
    url === null || ADDRESS.test(url)
      ? []
      : [`leads to ${url}: write doi = {10.…/…} or eprint = {2006.11239}, the bare id without an address.`],
  ),
  bad: [
    withReference({ url: 'https://doi.org/https://doi.org/10.1000/layers' }),
    withReference({ url: 'https://arxiv.org/abs/arXiv:2006.11239' }),
  ],
};
