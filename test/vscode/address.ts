/** Which extension host runs the extension: the Node.js one, or the browser's web worker. */
export type Host = 'node' | 'web';

/** What a window opens with; every path is absolute. */
export interface Opening {
  readonly folder?: string;
  readonly files?: readonly string[];
  /** The folder of the extension under development; VS Code in a browser takes one. */
  readonly extension?: string;
  /** A module that exports `run()`, to run in the extension host. */
  readonly tests?: string;
  readonly host?: Host;
}

/**
 * The address of a VS Code window on the server at this port.
 *
 * @example addressOf(8000, { folder: '/paper' }) // 'http://127.0.0.1:8000/?folder=%2Fpaper&payload=…'
 */
export function addressOf(port: number, opening: Opening): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
  const payload: (readonly [string, string])[] = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (opening.extension !== undefined) payload.push(['extensionDevelopmentPath', remote(opening.extension)]);
  if (opening.tests !== undefined) payload.push(['extensionTestsPath', remote(opening.tests)]);
  if (opening.host === 'web') payload.push(['extensionDevelopmentKind', 'web']);
  for (const path of opening.files ?? []) payload.push(['openFile', remote(path)]);
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (opening.folder === undefined) query.set('ew', 'true');
  else query.set('folder', opening.folder);
  return `http://127.0.0.1:${port}/?${query}`;
}
