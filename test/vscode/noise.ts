/** What VS Code itself, or this folder, prints: it says nothing of the extension under test. */
const KNOWN_NOISE: readonly RegExp[] = [
  /^ml-activation: active/,
  // The newest one's two native modules, which are not compiled: it does without them.
  /Could not locate the bindings file[\s\S]*spdlog/,
  /Cannot find module '\.\/build\/Release\/watchdog'/,
  // Files that code-server's package leaves out.
  /Failed to load resource.*\b404\b/,
  /A bad HTTP response code \(404\) was received when fetching the script/,
  /\[Service Worker\] registration/,
  // A window that is loaded anew takes its leave while VS Code's own parts are still at work.
  /Long running operations during shutdown/,
  // No one signs in: this built-in extension has nothing to offer without.
  /Timed out waiting for authentication provider/,
];

/**
 * Whether a console message is known to say nothing of the extension under test.
 *
 * @example isNoise('Failed to load resource: the server responded with a status of 404 (Not Found)') // true
 */
export function isNoise(message: string): boolean {
  return KNOWN_NOISE.some((noise) => noise.test(message));
}
