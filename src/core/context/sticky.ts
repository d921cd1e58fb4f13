/** What a sticky pattern finds exactly at a place of a text. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  // Set before each use, so that the pattern carries nothing from one use to the next.
  pattern.lastIndex = at;
  return pattern.exec(text);
}
