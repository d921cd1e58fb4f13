import type * as vscode from 'vscode';
import type { Catalogue } from '../core/catalogue';
import type { Equation } from '../core/equation';
import { PreviewPanel } from '../preview/panel';
import { copyEquation } from './clipboard';
import type { Inserter } from './inserter';
import { telling } from './telling';

/** The preview panel, its buttons tied to what they do. */
export function createPreview(
  extensionUri: vscode.Uri,
  catalogue: () => Promise<Catalogue>,
  inserter: Inserter,
): PreviewPanel {
  const withEquation = (id: string, work: (equation: Equation) => Promise<void> | void): void => {
    void telling(async () => {
      const equation = (await catalogue()).equation(id);
      if (equation !== undefined) await work(equation);
    });
  };
  const preview: PreviewPanel = new PreviewPanel(extensionUri, catalogue, {
    insert: (id) => withEquation(id, (equation) => inserter.insert(equation, { reopen: true })),
    copy: (id, form, done) => withEquation(id, (equation) => copyEquation(equation, form).then(done)),
    follow: (id) => withEquation(id, (equation) => preview.show(equation)),
  });
  return preview;
}
