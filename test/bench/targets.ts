import { DOCUMENTS, QUERIES } from './documents';
import { FIGURE } from './figures';
import { SUBJECT } from './subjects';

/** What a figure of ours may be at most: a multiple of another subject's, or so much more. */
export type Most =
  | { readonly kind: 'times'; readonly times: number }
  | { readonly kind: 'over'; readonly over: number; readonly unit: string };

/** What is to be reached: one figure of ours held against the same, or another, of a subject in the same round. */
export interface Target {
  readonly name: string;
  readonly figure: string;
  readonly against: { readonly subject: string; readonly figure: string };
  readonly most: Most;
}

const times = (times: number): Most => ({ kind: 'times', times });
const over = (over: number, unit: string): Most => ({ kind: 'over', over, unit });

function target(figure: string, subject: string, most: Most): Target {
  return { name: figure, figure, against: { subject, figure }, most };
}

const completion = DOCUMENTS.flatMap(({ name }) =>
  QUERIES.flatMap((query) =>
    ['warm', 'after a key'].map((when) => target(FIGURE.request(name, query, when), SUBJECT.one, times(2))),
  ),
);

/** A difference under that is noise. */
const NOISE = times(1.3);

/** Everything that is to be reached. */
export const TARGETS: readonly Target[] = [
  ...completion,
  target(FIGURE.opening, SUBJECT.none, NOISE),
  target(FIGURE.openingStall, SUBJECT.none, NOISE),
  target(FIGURE.typing, SUBJECT.none, NOISE),
  target(FIGURE.typingStall, SUBJECT.none, NOISE),
  target(FIGURE.activation, SUBJECT.one, over(15, 'ms')),
  target(FIGURE.activationCpu, SUBJECT.one, over(15, 'ms')),
  target(FIGURE.heapActivated, SUBJECT.one, over(8, 'MB')),
  target(FIGURE.heapCompleted, SUBJECT.one, over(8, 'MB')),
  target(FIGURE.heapUsed, SUBJECT.one, over(8, 'MB')),
  {
    name: 'panel: an equation over an empty message, ms',
    figure: FIGURE.painted,
    against: { subject: SUBJECT.ours, figure: FIGURE.empty },
    most: over(10, 'ms'),
  },
];
