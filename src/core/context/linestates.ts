import type { Lines } from './context';

/** How a language is read line by line: states are immutable, and what a line leaves depends on nothing else. */
export interface LineScanner<State> {
  readonly initial: State;
  scan(text: string, entering: State): State;
  equal(a: State, b: State): boolean;
}

/** The state that each line of a document is entered in, kept from one question to the next. */
export interface LineStates<State> {
  /** The state that a line is entered in, `lines.count` included; reads no line beyond it. */
  entering(line: number): State;
  /** Says that `removed` lines from `start` on were replaced by `inserted` others. Reads nothing. */
  edit(start: number, removed: number, inserted: number): void;
}

/** Lines that must be read again: `from` up to but without `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** More changed places than this are taken as one, so that a thousand cursors do not cost a million steps. */
const MOST_RANGES = 256;

/** How many of the states met last are looked through for an equal one. */
const MOST_RECENT = 8;

/** The ranges with one more, in order and with no two that touch. */
function withRange(ranges: readonly Range[], added: Range): readonly Range[] {
  const before = ranges.filter((range) => range.to < added.from);
  const after = ranges.filter((range) => range.from > added.to);
  const touching = ranges.slice(before.length, ranges.length - after.length);
  const merged = {
    from: Math.min(added.from, touching[0]?.from ?? added.from),
    to: Math.max(added.to, touching.at(-1)?.to ?? added.to),
  };
  const all = [...before, merged, ...after];
  const [first, last] = [all[0], all.at(-1)];
  if (all.length <= MOST_RANGES || first === undefined || last === undefined) return all;
  return [{ from: first.from, to: last.to }];
}

/** The ranges after an edit: what was replaced is cut out, what follows it moves. */
function moved(ranges: readonly Range[], start: number, removed: number, inserted: number): Range[] {
  const end = start + removed;
  const shift = inserted - removed;
  return ranges.flatMap(({ from, to }) => {
    const parts: Range[] = [];
    if (from < start) parts.push({ from, to: Math.min(to, start) });
    if (to > end) parts.push({ from: Math.max(from, end) + shift, to: to + shift });
    return parts;
  });
}

/** More lines than this are put in by copying, not by handing each over. */
const MOST_ARGUMENTS = 1000;

/** Moves the kept states of an edit so that each line after it finds its own; the array stays the same if it can. */
function respaced<State>(kept: State[], start: number, removed: number, inserted: number): State[] {
  if (inserted < removed) {
    kept.splice(start + 1, removed - inserted);
    return kept;
  }
  const entering = kept[start];
  if (inserted === removed || entering === undefined) return kept;
  const room = new Array<State>(inserted - removed).fill(entering);
  if (room.length > MOST_ARGUMENTS) return kept.slice(0, start + 1).concat(room, kept.slice(start + 1));
  kept.splice(start + 1, 0, ...room);
  return kept;
}

/**
 * Keeps the states of a document's lines. After an edit only the changed lines are read again, and those after them up
 * to the first that is left in the state it was left in before.
 */
export function lineStates<State>(scanner: LineScanner<State>, lines: Lines): LineStates<State> {
  /** The states that lines 0 to `kept.length - 1` are entered in. */
  let kept: State[] = [scanner.initial];
  let dirty: readonly Range[] = [];

  let recent: readonly State[] = [scanner.initial];

  const state = (line: number): State => kept[line] ?? scanner.initial;

  /** Reads a line. A state that was met just now is kept once: most lines leave what some line before them left. */
  function leave(line: number): State {
    const entering = state(line);
    const leaving = scanner.scan(lines.line(line), entering);
    if (leaving === entering) return entering;
    const known = recent.find((one) => scanner.equal(one, leaving));
    if (known !== undefined) return known;
    recent = [leaving, ...recent.slice(0, MOST_RECENT - 1)];
    return leaving;
  }

  /** Reads the first changed lines again, as far as `limit`, and on until a line is left as it was before. */
  function refresh({ from, to }: Range, limit: number): void {
    const end = Math.min(limit, kept.length - 1);
    let rest = dirty.slice(1);
    for (let line = from; line < end; line++) {
      const leaving = leave(line);
      if (line + 1 >= to && scanner.equal(leaving, state(line + 1))) {
        dirty = rest;
        return;
      }
      kept[line + 1] = leaving;
      const [next] = rest;
      if (next?.from === line + 1) {
        to = next.to;
        rest = rest.slice(1);
      }
    }
    dirty = end < kept.length - 1 ? withRange(rest, { from: end, to: Math.max(to, end + 1) }) : [];
  }

  return {
    entering(line) {
      const wanted = Math.max(0, Math.min(line, lines.count));
      for (let first = dirty[0]; first !== undefined && first.from < wanted; first = dirty[0]) {
        refresh(first, wanted);
      }
      for (let next = kept.length - 1; next < wanted; next++) {
        kept.push(leave(next));
      }
      return state(wanted);
    },
    edit(start, removed, inserted) {
      const read = kept.length - 1;
      if (start >= read || (removed === 0 && inserted === 0)) return;
      dirty = moved(dirty, start, removed, inserted);
      if (start + removed >= read) {
        kept.length = start + 1;
        dirty = dirty.filter((range) => range.from < start);
        return;
      }
      kept = respaced(kept, start, removed, inserted);
      dirty = withRange(dirty, { from: start, to: start + Math.max(inserted, 1) });
    },
  };
}
