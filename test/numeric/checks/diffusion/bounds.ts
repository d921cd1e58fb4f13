import { type Check, functionCheck, latexCheck } from '../../check';
import { from } from '../../given';
import { expectation } from '../../operators';

/** A state's number holds its time: 20, 21 and 22 are the states of step 2. So a probability knows what it is of. */
const times = [0, 1, 2, 3];
const kinds = [0, 1, 2];
const timeOf = (state: number) => Math.floor(state / 10);
const kindOf = (state: number) => state % 10;

const paths = times.reduce<readonly (readonly number[])[]>(
  (all, time) => all.flatMap((path) => kinds.map((kind) => [...path, 10 * time + kind])),
  [[]],
);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const entry = (table: readonly (readonly number[])[], i: number, j: number) => table[i]?.[j] ?? Number.NaN;

/** Probabilities of whole paths; any other is a sum of them, by brute force. */
type Process = (path: readonly number[]) => number;

const begin = [0.2, 0.5, 0.3];
const noising = [
  [0.8, 0.15, 0.05],
  [0.1, 0.7, 0.2],
  [0.25, 0.15, 0.6],
];
const denoising = [
  [0.6, 0.3, 0.1],
  [0.2, 0.5, 0.3],
  [0.35, 0.05, 0.6],
];

const forward: Process = (path) =>
  path
    .slice(1)
    .reduce(
      (chance, state, t) => chance * entry(noising, kindOf(path[t] ?? 0), kindOf(state)),
      begin[kindOf(path[0] ?? 0)] ?? Number.NaN,
    );

const backward: Process = (path) => {
  const back = path.toReversed();
  return back
    .slice(1)
    .reduce(
      (chance, state, t) => chance * entry(denoising, kindOf(back[t] ?? 0), kindOf(state)),
      begin[2 - kindOf(back[0] ?? 0)] ?? Number.NaN,
    );
};

type States = number | readonly number[];

/** The probability of some states given others; `NaN` for what is no event. */
function probability(process: Process) {
  const chanceOf = (states: readonly number[]) =>
    total(paths.filter((path) => states.every((state) => path[timeOf(state)] === state)).map(process));
  return (wanted: States, ...given: readonly States[]) => {
    const [known, asked] = [given.flat(), [wanted].flat()];
    return chanceOf([...asked, ...known]) / chanceOf(known);
  };
}

const q = probability(forward);
const logRatio = (a: number, b: number) => Math.log(a / b);

/** The expectation over the noisy steps of a path from its data on. */
const noisy = (start: number) => {
  const family = paths.filter((path) => path[0] === start);
  return expectation(
    '\\mathbf{x}',
    family.map((path) => from(0, path)),
    family.map((path) => q(path.slice(1), start)),
  );
};
const anywhere = expectation(
  '\\mathbf{x}',
  paths.map((path) => from(0, path)),
  paths.map(forward),
);

/** The bound for a model, as one average over whole paths. */
const nelbo = (model: Process) =>
  total(paths.map((path) => forward(path) * logRatio(q(path.slice(1), path[0] ?? 0), model(path))));

/** A model that is not the forward process turned round, and one that is, for which bounds are equalities. */
const models: readonly Process[] = [backward, forward];

/** What the sides are made of; a divergence is the mean of its log ratio, which the outer average takes. */
const scene = (model: Process) => ({
  q,
  p: probability(model),
  'p_{\\theta}': probability(model),
  'D_{\\mathrm{KL}}': logRatio,
  T: 3,
});

const elboScene = (model: Process, start: number) => ({
  ...scene(model),
  'p_{\\theta}(\\mathbf{x}_{0})': probability(model)(start),
  '\\mathbf{x}': from(0, [start, 10, 20, 30]),
});

/** The terms by themselves: prior, denoising and reconstruction, each a sum over the states that occur in it. */
function terms(divergence: (t: number, model: Process) => number): number {
  const p = probability(backward);
  const last = total(
    paths.map((path) => forward(path) * logRatio(q(path[3] ?? 0, path[0] ?? 0), p(path[3] ?? 0))),
  );
  const first = -total(paths.map((path) => forward(path) * Math.log(p(path[0] ?? 0, path[1] ?? 0))));
  return last + divergence(2, backward) + divergence(1, backward) + first;
}

const denoisingTerm = (knowsData: boolean) => (t: number, model: Process) =>
  total(
    paths.map((path) => {
      const [here, later, start] = [path[t] ?? 0, path[t + 1] ?? 0, path[0] ?? 0];
      const truth = knowsData ? q(here, later, start) : q(here, later);
      return forward(path) * logRatio(truth, probability(model)(here, later));
    }),
  );

export const bounds: readonly Check[] = [
  functionCheck('ddpm-loss-terms', {
    states: 'one average over all paths of three states',
    formula: () => terms(denoisingTerm(true)),
    against: () => nelbo(backward),
    mutants: { 'without the data in the condition': () => terms(denoisingTerm(false)) },
  }),
  latexCheck('ddpm-vlb', {
    states: 'the likelihood over all paths of three states, attained by the true reversal',
    cases: models.map((model) => ({
      given: {
        ...scene(model),
        '\\mathcal{L}_{\\mathrm{VLB}}': nelbo(model),
        '\\mathbb{E}_{q(\\mathbf{x}_{0:T})}': anywhere,
        '\\mathbb{E}_{q(\\mathbf{x}_{0})}': anywhere,
      },
    })),
  }),
  latexCheck('ddpm-vlb-derivation', {
    states: 'the likelihood over all paths of three states, attained by the true reversal',
    cases: models.map((model) => ({
      given: {
        ...scene(model),
        '\\mathbf{x}': from(0, [1, 10, 20, 30]),
        'D_{\\mathrm{KL}}\\left( q(\\mathbf{x}_{1:T} \\mid \\mathbf{x}_{0}) \\,\\|\\, p_{\\theta}(\\mathbf{x}_{1:T} \\mid \\mathbf{x}_{0}) \\right)':
          total(
            paths
              .filter((path) => path[0] === 1)
              .map((path) => {
                const [truth, guess] = [q(path.slice(1), 1), probability(model)(path.slice(1), 1)];
                return truth * logRatio(truth, guess);
              }),
          ),
        '\\mathcal{L}_{\\mathrm{VLB}}': nelbo(model),
        '\\mathbb{E}_{q(\\mathbf{x}_{1:T} \\mid \\mathbf{x}_{0})}': noisy(1),
        '\\mathbb{E}_{q(\\mathbf{x}_{0:T})}': anywhere,
        '\\mathbb{E}_{q(\\mathbf{x}_{0})}': anywhere,
      },
    })),
  }),
  latexCheck('ddpm-vlb-kl-terms', {
    states: 'one average over all paths of three states',
    cases: models.map((model) => ({
      given: { ...scene(model), '\\mathcal{L}_{\\mathrm{VLB}}': nelbo(model), '\\mathbb{E}_{q}': anywhere },
    })),
  }),
  latexCheck('vdm-elbo', {
    states: 'the likelihood over all paths of three states, attained by the true reversal',
    cases: models.map((model) => ({
      given: {
        ...elboScene(model, 2),
        '\\mathbb{E}_{q(\\mathbf{x}_{1} \\mid \\mathbf{x}_{0})}': noisy(2),
        '\\mathbb{E}_{q(\\mathbf{x}_{T-1} \\mid \\mathbf{x}_{0})}': noisy(2),
        '\\mathbb{E}_{q(\\mathbf{x}_{t-1}, \\mathbf{x}_{t}, \\mathbf{x}_{t+1} \\mid \\mathbf{x}_{0})}':
          noisy(2),
      },
    })),
  }),
  latexCheck('vdm-elbo-denoising', {
    states: 'the likelihood over all paths of three states, attained by the true reversal',
    cases: models.map((model) => ({
      given: {
        ...elboScene(model, 2),
        'D_{\\mathrm{KL}}\\left( q(\\mathbf{x}_{T} \\mid \\mathbf{x}_{0}) \\,\\|\\, p(\\mathbf{x}_{T}) \\right)':
          total(
            kinds.map((kind) => q(30 + kind, 2) * logRatio(q(30 + kind, 2), probability(model)(30 + kind))),
          ),
        '\\mathbb{E}_{q(\\mathbf{x}_{1} \\mid \\mathbf{x}_{0})}': noisy(2),
        '\\mathbb{E}_{q(\\mathbf{x}_{t} \\mid \\mathbf{x}_{0})}': noisy(2),
      },
    })),
  }),
];
