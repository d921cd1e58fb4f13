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
  readonly #catalogue: () => Promise<Catalogue>;
  readonly #drawings: () => Promise<Drawings>;

  constructor(catalogue: () => Promise<Catalogue>, drawings: () => Promise<Drawings>) {
    this.#catalogue = catalogue;
    this.#drawings = drawings;
  }

  /** Without its drawing the flyout still says all the rest, with the LaTeX in the drawing's place. */
  async describe(equation: Equation): Promise<vscode.MarkdownString> {
    const drawings = await this.#drawings().catch(() => undefined);
    const colour = colourFor(themeKind(vscode.window.activeColorTheme.kind));
    const drawing = drawings && svg(drawings, equation.id, { colour });
    return new vscode.MarkdownString(flyout(equation, await this.#catalogue(), drawing && dataUri(drawing)));
  }
}
