import * as vscode from 'vscode';
import type { Catalogue } from '../core/catalogue';
import { colourFor, type Drawings, dataUri, svg, type ThemeKind } from '../core/drawing';
import type { Equation } from '../core/equation';
import { flyout } from '../core/flyout';

function themeKind(kind: vscode.ColorThemeKind): ThemeKind {
  switch (kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.Dark:
      return 'dark';
    case vscode.ColorThemeKind.HighContrast:
      return 'highContrast';
    case vscode.ColorThemeKind.HighContrastLight:
      return 'highContrastLight';
  }
}

/** Describes equations beside the suggestion list, each drawn in a colour that the theme in force lets one read. */
export class Flyout {
  readonly #catalogue: () => Catalogue;
  readonly #file: vscode.Uri;
  #drawings: Promise<Drawings | undefined> | undefined;

  /** `file` holds the prepared drawings; it is read when the first description is asked for. */
  constructor(catalogue: () => Catalogue, file: vscode.Uri) {
    this.#catalogue = catalogue;
    this.#file = file;
  }

  async describe(equation: Equation): Promise<vscode.MarkdownString> {
    this.#drawings ??= this.#read();
    const drawings = await this.#drawings;
    const colour = colourFor(themeKind(vscode.window.activeColorTheme.kind));
    const drawing = drawings && svg(drawings, equation.id, { colour });
    return new vscode.MarkdownString(flyout(equation, this.#catalogue(), drawing && dataUri(drawing)));
  }

  /** Without its drawings the flyout still says all the rest, with the LaTeX in the drawing's place. */
  async #read(): Promise<Drawings | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.#file);
      return JSON.parse(new TextDecoder().decode(bytes)) as Drawings;
    } catch {
      return undefined;
    }
  }
}
