import type * as vscode from 'vscode';
import type { Catalogue } from '../core/catalogue';
import { PreviewPanel } from '../preview/panel';
import { copyEquation } from './clipboard';
import type { Inserter } from './inserter';

/** The preview panel, its buttons tied to what they do. */
export function createPreview(
  extensionUri: vscode.Uri,
  catalogue: () => Catalogue,
  inserter: Inserter,
): PreviewPanel {
  const preview: PreviewPanel = new PreviewPanel(extensionUri, catalogue, {
    insert: (id) => {
      const equation = catalogue().equation(id);
      if (equation !== undefined) void inserter.insert(equation, { reopen: true });
    },
    copy: async (id, form) => {
      const equation = catalogue().equation(id);
      if (equation !== undefined) await copyEquation(equation, form);
    },
    follow: (id) => {
      const equation = catalogue().equation(id);
      if (equation !== undefined) preview.show(equation);
    },
  });
  return preview;
}
