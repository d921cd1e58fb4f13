const RATIO = (Math.sqrt(5) - 1) / 2;

/** Where a function with one valley is smallest, by golden-section search: to about 1e-8 of the interval. */
export function minimizer(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 90; i++) {
    const step = RATIO * (high - low);
    if (f(high - step) < f(low + step)) high = low + step;
    else low = high - step;
  }
  return (low + high) / 2;
}

/** Where a function with one peak is largest. */
export function maximizer(f: (x: number) => number, from: number, to: number): number {
  return minimizer((x) => -f(x), from, to);
}

/** Where a rising function crosses zero, by bisection. */
export function crossing(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
