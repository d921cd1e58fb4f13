import { jStat } from 'jstat';
import { crossing } from '../../golden-section';
import { integrate } from '../../quadrature';

/** Chances of the results of randomized response with a probability of failure, in which the truth is told. */
export function response(truth: number, epsilon: number, values = 2, failure = 0): readonly number[] {
  const right = Math.exp(epsilon) / (Math.exp(epsilon) + values - 1);
  return Array.from({ length: values }, (_, z) =>
    z === truth ? failure + (1 - failure) * right : ((1 - failure) * (1 - right)) / (values - 1),
  );
}

/** The largest logarithm of the ratio of two lists of chances. */
export function worstLoss(p: readonly number[], q: readonly number[]): number {
  return Math.max(...p.map((chance, i) => Math.log(chance / (q[i] ?? Number.NaN))));
}

/** The Rényi divergence of two Gaussians with a common scale, by quadrature. */
export function renyiGaussians(order: number, gap: number, scale: number): number {
  const moment = integrate(
    (x) =>
      Math.exp(-(order * (x - gap) ** 2 + (1 - order) * x ** 2) / (2 * scale ** 2)) /
      (scale * Math.sqrt(2 * Math.PI)),
    -40 * scale,
    40 * scale,
  );
  return Math.log(moment) / (order - 1);
}

/** By how much one Gaussian exceeds another that is stretched upwards: the least probability of failure. */
export function hockeyStick(epsilon: number, gap: number, scale: number): number {
  const excess = (x: number) =>
    jStat.normal.pdf(x, gap, scale) - Math.exp(epsilon) * jStat.normal.pdf(x, 0, scale);
  return integrate((x) => Math.max(0, excess(x)), -12 * scale, gap + 12 * scale);
}

/** Where a falling function meets a level, by bisection. */
export function whereFallsTo(level: number, f: (x: number) => number): number {
  return crossing((x) => level - f(x), 0, 100);
}
