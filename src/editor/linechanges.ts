import type * as vscode from 'vscode';

/** That `removed` lines from `start` on were replaced by `inserted` others. */
export interface LineChange {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

/** The changes of an edit as changes of whole lines, last in the document first: each range is of the text before. */
export function lineChanges(
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): readonly LineChange[] {
  return [...changes]
    .sort((a, b) => b.rangeOffset - a.rangeOffset)
    .map(({ range, text }) => ({
      start: range.start.line,
      removed: range.end.line - range.start.line + 1,
      inserted: text.split(/\r\n|\r|\n/).length,
    }));
}
