import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** VS Code's settings, by name. */
export type Settings = Readonly<Record<string, unknown>>;

// A window fit for tests and screenshots: no welcome page, trust dialog, assistant or notice over the editor.
const QUIET_SETTINGS: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Writes the settings, over the quiet ones, where a server with this data folder reads them.
 *
 * @example writeSettings('/scratch/data', { 'workbench.colorTheme': 'Default Light Modern' })
 */
export function writeSettings(dataDir: string, settings: Settings): void {
  for (const scope of ['User', 'Machine']) {
    const folder = join(dataDir, 'data', scope);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
  }
}
