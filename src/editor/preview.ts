import type * as vscode from 'vscode';
import type { Catalogue } from '../core/catalogue';
import { PreviewPanel } from '../preview/panel';
import { copyEquation } from './clipboard';
import type { Inserter } from './inserter';
import { telling } from './telling';

/** The preview panel, its buttons tied to what they do. */
export function createPreview(
  extensionUri: vscode.Uri,
  catalogue: () => Catalogue,
  inserter: Inserter,
): PreviewPanel {
  const preview: PreviewPanel = new PreviewPanel(extensionUri, catalogue, {
    insert: (id) => {
      const equation = catalogue().equation(id);
      if (equation !== undefined) void telling(() => inserter.insert(equation, { reopen: true }));
    },
    copy: (id, form, done) => {
      const equation = catalogue().equation(id);
      if (equation !== undefined) void telling(() => copyEquation(equation, form).then(done));
    },
    follow: (id) => {
      const equation = catalogue().equation(id);
      if (equation !== undefined) preview.show(equation);
    },
  });
  return preview;
}
