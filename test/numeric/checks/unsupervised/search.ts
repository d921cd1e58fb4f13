const TURN = 3.2;

/** The least value over two angles: the best of a coarse grid, made finer about the best again and again. */
export function leastOverAngles(f: (first: number, second: number) => number): number {
  let [first, second, width, best] = [TURN, TURN, TURN, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 15; round++) {
    const [aboutFirst, aboutSecond] = [first, second];
    for (let i = -4; i <= 4; i++) {
      for (let j = -4; j <= 4; j++) {
        const at = [aboutFirst + (i * width) / 4, aboutSecond + (j * width) / 4] as const;
        const height = f(...at);
        if (height < best) [first, second, best] = [...at, height];
      }
    }
    width /= 2;
  }
  return best;
}
