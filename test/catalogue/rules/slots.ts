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

function touching(equation: EquationSource): ReadonlyMap<number, string> {
  const first = new Map<number, string>();
  let at = 0;
  for (const { text, slot } of cut(equation)) {
    const before = equation.latex.slice(0, at);
    at += text.length;
    const after = equation.latex.slice(at);
    if (slot === null || first.has(slot) || !glued(before, after)) continue;
    first.set(slot, `${before.slice(-12)}${text}${after.slice(0, 12)}`.replace(/\s+/g, ' '));
  }
  return first;
}

export const slotsApart: Rule = {
  name: 'slots-apart',
  description: 'A slot is kept apart from a control word before it and a letter after it.',
  check: eachEntry((equation) =>
    [...touching(equation).values()].map(
      (excerpt) =>
        `a slot touches its neighbour in '…${excerpt}…': put a space between, as in \\log \\theta or e_{t i}.`,
    ),
  ),
  bad: [
    withLatex('\\hat{\\mathbf{y}}_{t} = \\sigma\\mathbf{W} \\mathbf{x}_{t} + \\mathbf{b}'),
    changed({ latex: 'x = ab', symbols: [{ latex: 'a', meaning: 'factor', slot: true }] }),
  ],
};
