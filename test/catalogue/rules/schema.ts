import { Ajv, type ErrorObject } from 'ajv';
import { SCHEMA } from '../read';
import type { CheckedFamily, Fault, Rule } from '../rule';
import { catalogueOf, family, LINEAR, SQUARED } from '../sample';

const validate = new Ajv({ allErrors: true }).compile(SCHEMA);

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** The id of the entry that a path such as `/equations/3/symbols/0` leads into. */
function idAt(raw: unknown, path: string): string | null {
  const index = /^\/equations\/(\d+)/.exec(path)?.[1];
  if (index === undefined) return null;
  const id = property(property(property(raw, 'equations'), index), 'id');
  return typeof id === 'string' ? id : `entry ${Number(index) + 1}`;
}

function whatToWrite({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
      return `has the unknown field '${params.additionalProperty}': take it out, or mend its spelling`;
    case 'enum':
      return `must be one of ${params.allowedValues.join(', ')}`;
    case 'type':
      return `${message}; text with ': ' in it needs single quotes around`;
    default:
      return message ?? keyword;
  }
}

function schemaFaults({ file, raw }: CheckedFamily): readonly Fault[] {
  if (validate(raw)) return [];
  return (validate.errors ?? []).map((error) => {
    const path = error.instancePath.replace(/^\/equations\/\d+\/?/, '') || 'the entry';
    return { file, id: idAt(raw, error.instancePath), message: `${path} ${whatToWrite(error)}.` };
  });
}

/** No other rule sees a family that breaks this one. */
export const fitsSchema: Rule = {
  name: 'fits-schema',
  description: 'Every file fits schema.json and has no field that it does not define.',
  check: ({ families }) => families.flatMap(schemaFaults),
  bad: [
    catalogueOf({ ...LINEAR, colour: 'blue' }),
    catalogueOf({ ...LINEAR, id: 'Linear_Layer' }),
    catalogueOf({ ...LINEAR, explanation: '' }),
  ],
};

export const fileIsFamily: Rule = {
  name: 'file-is-family',
  description: 'A family is named as its file.',
  check: ({ families }) =>
    families.flatMap(({ file, source }) =>
      source === null || file === `${source.family}.yaml`
        ? []
        : [
            {
              file,
              id: null,
              message: `holds the family '${source.family}': name it ${source.family}.yaml.`,
            },
          ],
    ),
  bad: [family({ family: 'losses', title: 'Losses', equations: [SQUARED] })],
};
