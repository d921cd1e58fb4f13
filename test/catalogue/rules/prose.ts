import type { EquationSource } from '../../../src/generated/schema';
import { prose } from '../fragments';
import { eachEntry, type Rule } from '../rule';
import { changed, LINEAR } from '../sample';

export const fullStops: Rule = {
  name: 'full-stops',
  description: 'Explanations, conditions and notes are sentences; meanings are not.',
  check: eachEntry((equation) =>
    prose(equation).flatMap(({ field, text }) => {
      const short = /meaning$/.test(field);
      if (text === '' || /reason$/.test(field)) return [];
      if (short) return /[^.]\.$/.test(text) ? [`${field}: ends with a full stop: leave it out.`] : [];
      return [
        ...(/[.!?]$/.test(text.trim()) ? [] : [`${field}: ends without a full stop: add it.`]),
        ...(/^[a-z]/.test(text) ? [`${field}: begins in lower case: begin with a capital.`] : []),
      ];
    }),
  ),
  bad: [
    changed({ explanation: 'A weighted sum of all the inputs' }),
    changed({ notes: ['The bias is often left out'] }),
    changed({ 'holds-when': 'the shapes agree.' }),
    changed({ symbols: [{ latex: '\\mathbf{W}', meaning: 'The weights.' }, ...LINEAR.symbols.slice(1)] }),
  ],
};

export const proseMathematics: Rule = {
  name: 'prose-mathematics',
  description: 'Mathematics in sentences stands between single dollars, and nothing of it outside them.',
  check: eachEntry((equation) =>
    prose(equation).flatMap(({ field, text }) => {
      if (/\$\$/.test(text)) return [`${field}: has $$: write single dollars.`];
      const parts = text.split('$');
      if (parts.length % 2 === 0) return [`${field}: a dollar has no partner: close the mathematics.`];
      const outside = parts.filter((_, i) => i % 2 === 0).join(' ');
      const stray = /\\[A-Za-z]+|[A-Za-z]\w*[_^]\S*|\*\*|`/.exec(outside)?.[0];
      return stray === undefined
        ? []
        : [`${field}: '${stray}' stands outside mathematics: put it between dollars.`];
    }),
  ),
  bad: [
    changed({ explanation: 'The weights $\\mathbf{W of the layer are learned.' }),
    changed({ explanation: 'The weights \\mathbf{W} of the layer are learned.' }),
    changed({ explanation: 'The inputs x_t of the layer are given.' }),
  ],
};

/** All strings of an entry with the paths of their fields. */
function strings(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    strings(inner, path === '' ? key : `${path}/${key}`),
  );
}

export const tidyText: Rule = {
  name: 'tidy-text',
  description: 'No field is blank or has spaces at its ends, doubled or of odd kinds.',
  check: eachEntry((equation) =>
    strings(equation).flatMap(([path, text]) => {
      if (text.trim() === '') return [`${path}: is blank: fill it or take it out.`];
      if (text.trim() !== text) return [`${path}: has spaces at an end: take them out.`];
      if (/[\t\u00a0\u200b]|\S {2,}\S/.test(text))
        return [`${path}: has a tab, an odd space or two spaces: write one.`];
      return [];
    }),
  ),
  bad: [changed({ explanation: '                       ' }), changed({ name: 'Linear  layer' })],
};

function plainNames({ name, aliases, tags }: EquationSource): readonly string[] {
  return [name, ...(aliases ?? []), ...(tags ?? [])]
    .filter((text) => /[$\\{}_^]/.test(text))
    .map((text) => `the name, alias or tag '${text}' has mathematics in it: say it in words.`);
}

export const namesPlain: Rule = {
  name: 'names-plain',
  description: 'Names, aliases and tags are words, as a list shows no mathematics.',
  check: eachEntry(plainNames),
  bad: [changed({ name: 'The $L_2$ norm' })],
};
