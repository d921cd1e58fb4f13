import { compileEquation } from '../../../scripts/catalogue/compile';
import { MOST_SLOTS, pieces } from '../../../src/core/slots';
import type { EquationSource } from '../../../src/generated/schema';
import { eachEntry, type Rule } from '../rule';
import { changed, LINEAR, withLatex } from '../sample';

export const fewSlots: Rule = {
  name: 'few-slots',
  description: `An equation has at most ${MOST_SLOTS} slots.`,
  check: eachEntry(({ symbols }) => {
    const count = symbols.filter(({ slot }) => slot).length;
    return count <= MOST_SLOTS
      ? []
      : [`has ${count} slots: keep the ${MOST_SLOTS} that authors are likeliest to rename.`];
  }),
  bad: [
    changed({
      latex: 'abcdfgh',
      symbols: [
        ...LINEAR.symbols,
        ...[...'acdfgh'].map((latex) => ({ latex, meaning: 'a factor', slot: true }) as const),
      ],
    }),
  ],
};

function cut(equation: EquationSource) {
  return pieces(compileEquation(equation, ''));
}

export const slotsReached: Rule = {
  name: 'slots-reached',
  description: 'Every slot is a tab stop somewhere, and not only inside a longer slot.',
  check: eachEntry((equation) => {
    const reached = new Set(cut(equation).map(({ slot }) => slot));
    return equation.symbols
      .filter(({ slot }) => slot)
      .slice(0, MOST_SLOTS)
      .flatMap(({ latex }, i) =>
        reached.has(i + 1)
          ? []
          : [`the slot ${latex} only stands inside other slots: take slot: true from it or from those.`],
      );
  }),
  bad: [
    changed({
      latex: '\\mathbf{x}_{t}',
      symbols: [
        { latex: '\\mathbf{x}_{t}', meaning: 'input', slot: true },
        { latex: 't', meaning: 'time', slot: true },
      ],
    }),
  ],
};

/** Whether a slot that is renamed from a letter to a command, or back, would run together with what is beside it. */
function glued(before: string, after: string): boolean {
  return /\\[A-Za-z]+$/.test(before) || /^[A-Za-z]/.test(after);
}

export const slotsApart: Rule = {
  name: 'slots-apart',
  description: 'A slot is kept apart from a control word before it and a letter after it.',
  check: eachEntry((equation) => {
    const parts = cut(equation);
    return parts.flatMap(({ text, slot }, i) => {
      const before = parts[i - 1]?.text ?? '';
      const after = parts[i + 1]?.text ?? '';
      if (slot === null || !glued(before, after)) return [];
      return [
        `the slot ${text} touches its neighbour in '…${before.slice(-12)}${text}${after.slice(0, 12)}…': put a space between.`,
      ];
    });
  }),
  bad: [
    withLatex('\\hat{\\mathbf{y}}_{t} = \\sigma\\mathbf{W} \\mathbf{x}_{t} + \\mathbf{b}'),
    changed({ latex: 'x = ab', symbols: [{ latex: 'a', meaning: 'factor', slot: true }] }),
  ],
};
