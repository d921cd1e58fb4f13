import * as vscode from 'vscode';
import type { Catalogue } from '../core/catalogue';
import type { Equation } from '../core/equation';
import type { Search } from '../core/search';
import { plainText } from '../core/unicode';
import { telling } from './telling';

/** What the palette does with an equation. */
export interface PaletteActions {
  insert(equation: Equation): Promise<void>;
  copy(equation: Equation): Promise<void>;
  /** Opens the panel for good. */
  preview(equation: Equation): void;
  /** Shows the active row while the palette is open; `end` puts things back as they were. */
  peek(equation: Equation): void;
  end(): void;
}

interface EquationRow extends vscode.QuickPickItem {
  readonly equation: Equation;
}

const MOST_ROWS = 200;
const COPY: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('copy'), tooltip: 'Copy LaTeX' };
const PREVIEW: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('open-preview'),
  tooltip: 'Open in the preview panel',
};

function row(equation: Equation): EquationRow {
  return {
    equation,
    label: equation.name,
    description: `\\${equation.id}`,
    detail: plainText(equation.explanation),
    buttons: [COPY, PREVIEW],
    // The search has decided what fits; VS Code's own filter knows only what stands in the row.
    alwaysShow: true,
  };
}

/** Lets the user pick one of the equations that `find` gives for what is typed. */
function pick(
  find: (query: string) => readonly Equation[] | Promise<readonly Equation[]>,
  placeholder: string,
  actions: PaletteActions,
): void {
  const picker = vscode.window.createQuickPick<EquationRow>();
  // The search has ranked the rows. VS Code sorts those whose label matches above the others, but for this switch,
  // which its types do not show; where it is unknown, the rows are sorted so, and that is all.
  Object.assign(picker, { sortByLabel: false });
  picker.title = 'ML Equations';
  picker.placeholder = placeholder;
  const fill = async (query: string) => {
    const found = await find(query);
    // What was typed meanwhile has its own answer.
    if (picker.value === query) picker.items = found.map(row);
  };
  void telling(() => fill(''));
  picker.onDidChangeValue((query) => void telling(() => fill(query)));
  picker.onDidChangeActive(([active]) => {
    if (active !== undefined) actions.peek(active.equation);
  });
  picker.onDidTriggerItemButton(({ button, item }) => {
    if (button === COPY) void actions.copy(item.equation);
    else actions.preview(item.equation);
  });
  picker.onDidAccept(() => {
    const [active] = picker.activeItems;
    picker.hide();
    if (active !== undefined) void actions.insert(active.equation);
  });
  picker.onDidHide(() => {
    actions.end();
    picker.dispose();
  });
  picker.show();
}

/** *ML Equations: Search*: by name, alias, family, explanation, source or a piece of LaTeX. */
export function searchEquations(
  catalogue: Catalogue,
  search: Promise<Search>,
  actions: PaletteActions,
): void {
  // It is told when something is searched for, if at all.
  search.catch(() => undefined);
  pick(
    // The whole catalogue stands there while the search is still being read.
    async (query) =>
      query === '' ? catalogue.equations.slice(0, MOST_ROWS) : (await search).find(query, MOST_ROWS),
    'Name, abbreviation, idea, symbol or LaTeX: wasserstein, elbo, \\bar{\\alpha}',
    actions,
  );
}

/** *ML Equations: Browse by Family*: the families, then the equations of the one picked. */
export async function browseFamilies(catalogue: Catalogue, actions: PaletteActions): Promise<void> {
  const families = catalogue.families.map(({ id, title }) => {
    const equations = catalogue.equationsOf(id);
    return {
      label: title,
      description: `${equations.length} equations`,
      detail: equations.map(({ name }) => name).join(' · '),
      equations,
    };
  });
  const family = await vscode.window.showQuickPick(families, {
    title: 'ML Equations',
    placeHolder: 'A family',
    matchOnDetail: true,
  });
  if (family === undefined) return;
  const holds =
    (query: string) =>
    ({ name, triggers }: Equation) =>
      [name, ...triggers].some((text) => text.toLowerCase().includes(query.toLowerCase()));
  pick((query) => family.equations.filter(holds(query)), `An equation of “${family.label}”`, actions);
}
