import { clashesWithCommand } from '../../../scripts/catalogue/commands';
import { compileEquation } from '../../../scripts/catalogue/compile';
import type { EquationSource } from '../../../src/generated/schema';
import { type CheckedCatalogue, eachEntry, entries, type Fault, type Rule } from '../rule';
import { catalogueOf, changed, LINEAR, SQUARED } from '../sample';

export const noCommandTrigger: Rule = {
  name: 'no-command-trigger',
  description:
    'No id or trigger is a TeX, LaTeX, amsmath or amssymb command, nor begins with one and a hyphen.',
  check: eachEntry(({ id, triggers = [] }) =>
    [id, ...triggers]
      .filter(clashesWithCommand)
      .map(
        (trigger) =>
          `\\${trigger} begins as the command \\${trigger.split('-')[0]}: name the subject first, as in vae-elbo.`,
      ),
  ),
  bad: [
    changed({ id: 'log-layer' }),
    changed({ triggers: ['max'] }),
    changed({ triggers: ['square-layer'] }),
    changed({ triggers: ['argmax'] }),
  ],
};

function variantGroup({ id, 'variant-of': base }: EquationSource): string {
  return base ?? id;
}

function sharedTriggers(catalogue: CheckedCatalogue): readonly Fault[] {
  const first = new Map<string, EquationSource>();
  return entries(catalogue).flatMap(({ file, family, equation }) =>
    compileEquation(equation, family).triggers.flatMap((trigger) => {
      const other = first.get(trigger);
      first.set(trigger, other ?? equation);
      if (other === undefined || variantGroup(other) === variantGroup(equation)) return [];
      const message = `\\${trigger} is typed for ${other.id} too: change the id, trigger, name or alias that makes it, or join both by variant-of.`;
      return [{ file, id: equation.id, message }];
    }),
  );
}

export const uniqueTriggers: Rule = {
  name: 'unique-triggers',
  description:
    'What is typed for an equation, its name and aliases too, is typed for no other but its variants.',
  check: sharedTriggers,
  bad: [
    catalogueOf({ ...LINEAR, aliases: ['MSE'] }, SQUARED),
    catalogueOf({ ...LINEAR, triggers: ['mean-squared-error'] }, SQUARED),
  ],
};

export const noIdleName: Rule = {
  name: 'no-idle-name',
  description: 'An alias says something else than the name, a trigger something else than the id.',
  check: eachEntry(({ id, name, triggers, aliases }) => [
    ...(aliases ?? [])
      .filter((alias) => alias.toLowerCase() === name.toLowerCase())
      .map((alias) => `the alias '${alias}' is the name: take it out.`),
    ...(triggers ?? [])
      .filter((trigger) => trigger === id)
      .map((trigger) => `the trigger '${trigger}' is the id: take it out.`),
  ]),
  bad: [changed({ triggers: ['linear-layer'] }), changed({ aliases: ['linear Layer'] })],
};
