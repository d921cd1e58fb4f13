import { type Check, functionCheck, latexCheck } from '../../check';
import { expectation } from '../../operators';

/** Kinds of units: covariate, chance, outcome without and with treatment, chance of treatment by the covariate. */
const UNITS = [
  { x: 0, chance: 0.2, without: 1.5, within: 4, treated: 0.3 },
  { x: 0, chance: 0.3, without: -1, within: 0.5, treated: 0.3 },
  { x: 1, chance: 0.1, without: 2, within: 1, treated: 0.8 },
  { x: 1, chance: 0.4, without: 0.3, within: 6, treated: 0.8 },
];
type Unit = (typeof UNITS)[number];
const CHANCES = UNITS.map(({ chance }) => chance);

function average(value: (unit: Unit) => number, weight: (unit: Unit) => number): number {
  const total = UNITS.reduce((sum, unit) => sum + unit.chance * weight(unit), 0);
  return UNITS.reduce((sum, unit) => sum + unit.chance * weight(unit) * value(unit), 0) / total;
}
const effect = ({ within, without }: Unit) => within - without;
const at = (x: number) => (unit: Unit) => (unit.x === x ? 1 : 0);

/** What is seen: the mean outcome of those with a covariate and a treatment. */
const seen = (x: number, treatment: number) =>
  treatment === 1
    ? average(
        ({ within }) => within,
        (unit) => at(x)(unit) * unit.treated,
      )
    : average(
        ({ without }) => without,
        (unit) => at(x)(unit) * (1 - unit.treated),
      );
const shareAmongTreated = (x: number) => average(at(x), ({ treated }) => treated);

/** Natural effects: a mediator and an outcome, each with noise of its own, over equally likely pairs of noises. */
const NOISES = [0.1, 0.35, 0.6, 0.9].flatMap((u) => [-1, 0.5, 2].map((v) => ({ u, v })));
const mediator = (x: number, u: number) => (u < 0.2 + 0.5 * x ? 1 : 0);
const outcome = (x: number, m: number, v: number) => v + 2 * x + 3 * m - 1.5 * x * m + x * m * v;
const nested = (x: number, m: number) => NOISES.map(({ u, v }) => outcome(x, mediator(m, u), v));
const EVEN = NOISES.map(() => 1 / NOISES.length);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const given = (x: number, m: number) => mean(NOISES.map(({ v }) => outcome(x, m, v)));
const chance = (m: number, x: number) => mean(NOISES.map(({ u }) => (mediator(x, u) === m ? 1 : 0)));
const REFERENCE = 'Y(x^{*}, M(x^{*}))';

export const estimands: readonly Check[] = [
  latexCheck('average-treatment-effect', {
    states: 'the mean with treatment less the mean without',
    cases: [
      {
        given: {
          '\\tau_{\\mathrm{ATE}}':
            0.2 * 4 + 0.3 * 0.5 + 0.1 * 1 + 0.4 * 6 - (0.2 * 1.5 + 0.3 * -1 + 0.1 * 2 + 0.4 * 0.3),
          '\\mathbb{E}': expectation(
            ['Y(1)', 'Y(0)'],
            UNITS.map(({ within, without }) => [within, without]),
            CHANCES,
          ),
        },
      },
    ],
  }),
  functionCheck('conditional-treatment-effect', {
    states: 'what is seen of treated and untreated units with one covariate',
    formula: () => [0, 1].map((x) => average(effect, at(x))),
    against: () => [0, 1].map((x) => seen(x, 1) - seen(x, 0)),
    mutants: {
      'the effect on everybody': () => [0, 1].map(() => average(effect, () => 1)),
      'the other covariate': () => [0, 1].map((x) => average(effect, at(1 - x))),
    },
  }),
  functionCheck('treatment-effect-on-treated', {
    states: 'differences within strata, weighted as among the treated',
    formula: () => average(effect, ({ treated }) => treated),
    against: () => [0, 1].reduce((sum, x) => sum + shareAmongTreated(x) * (seen(x, 1) - seen(x, 0)), 0),
    mutants: {
      'the effect on everybody': () => average(effect, () => 1),
      'the effect on the untreated': () => average(effect, ({ treated }) => 1 - treated),
    },
  }),
  latexCheck('mediation-direct-effect', {
    states: 'Pearl’s mediation formula',
    cases: [
      {
        given: {
          '\\mathrm{NDE}': [0, 1].reduce((sum, m) => sum + (given(1, m) - given(0, m)) * chance(m, 0), 0),
          '\\mathbb{E}': expectation(
            ['Y(x, M(x^{*}))', REFERENCE],
            nested(1, 0).map((y, i) => [y, nested(0, 0)[i] ?? Number.NaN]),
            EVEN,
          ),
        },
      },
    ],
  }),
  latexCheck('mediation-indirect-effect', {
    states: 'Pearl’s mediation formula',
    cases: [
      {
        given: {
          '\\mathrm{NIE}': [0, 1].reduce((sum, m) => sum + given(0, m) * (chance(m, 1) - chance(m, 0)), 0),
          '\\mathbb{E}': expectation(
            ['Y(x^{*}, M(x))', REFERENCE],
            nested(0, 1).map((y, i) => [y, nested(0, 0)[i] ?? Number.NaN]),
            EVEN,
          ),
        },
      },
    ],
  }),
  latexCheck('potential-outcome-identity', {
    states: 'a table of units, one treated and one not',
    cases: [
      { given: { Y: 4, T: 1, 'Y(1)': 4, 'Y(0)': 1.5 } },
      { given: { Y: -1, T: 0, 'Y(1)': 0.5, 'Y(0)': -1 } },
    ],
  }),
  functionCheck('propensity-score', {
    states: 'Bayes’ rule from the covariates of treated units',
    formula: () => [0, 1].map((x) => average(({ treated }) => treated, at(x))),
    against: () => [0, 1].map((x) => (shareAmongTreated(x) * 0.55) / 0.5),
    mutants: { 'the covariate given the treatment': () => [0, 1].map(shareAmongTreated) },
  }),
];
