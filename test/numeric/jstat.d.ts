/** The parts of jstat that the numeric checks use; the package brings no types. */
declare module 'jstat' {
  interface Distribution {
    pdf(x: number, ...parameters: readonly number[]): number;
    cdf(x: number, ...parameters: readonly number[]): number;
    inv(probability: number, ...parameters: readonly number[]): number;
  }
  interface JStat {
    readonly normal: Distribution;
    readonly beta: Distribution;
    readonly gamma: Distribution;
    readonly exponential: Distribution;
    readonly studentt: Distribution;
    readonly chisquare: Distribution;
    readonly cauchy: Distribution;
    readonly laplace: Distribution;
    readonly lognormal: Distribution;
    readonly uniform: Distribution;
    readonly weibull: Distribution;
    readonly binomial: {
      pdf(k: number, n: number, p: number): number;
      cdf(k: number, n: number, p: number): number;
    };
    readonly poisson: { pdf(k: number, rate: number): number; cdf(k: number, rate: number): number };
    readonly negbin: { pdf(k: number, r: number, p: number): number };
    gammaln(x: number): number;
    gammafn(x: number): number;
    betafn(x: number, y: number): number;
    betaln(x: number, y: number): number;
    ibeta(x: number, a: number, b: number): number;
    lowRegGamma(a: number, x: number): number;
    erf(x: number): number;
    erfc(x: number): number;
    erfcinv(p: number): number;
    factorial(n: number): number;
    combination(n: number, m: number): number;
  }
  export const jStat: JStat;
}
