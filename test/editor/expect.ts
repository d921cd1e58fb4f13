/** Fails unless both are the same when written as JSON; Node's `assert` is not there in the web host. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`The ${what} is\n  ${is}\nand should be\n  ${should}`);
}

/** Fails unless the text holds the part. */
export function includes(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`“${part}” is not in:\n${text}`);
}
