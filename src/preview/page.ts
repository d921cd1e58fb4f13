/** The addresses that the page is made of, all inside the extension. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** The source of the webview's own files, as a content security policy names it. */
  readonly cspSource: string;
  /** A fresh random word for each page: only the script that bears it runs. */
  readonly nonce: string;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The preview's page: nothing but its own script, style and fonts may load, and nothing inline may run. */
export function pageOf(parts: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${parts.nonce}'`,
    `style-src ${parts.cspSource}`,
    `font-src ${parts.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Equation Preview</title>
    <link rel="stylesheet" href="${escapeAttribute(parts.style)}">
  </head>
  <body>
    <p id="announcement" class="for-screen-readers" role="status" aria-live="polite"></p>
    <main id="preview"></main>
    <script nonce="${escapeAttribute(parts.nonce)}" src="${escapeAttribute(parts.script)}"></script>
  </body>
</html>
`;
}
