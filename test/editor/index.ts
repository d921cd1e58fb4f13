import 'mocha/mocha';

/** Runs the tests in the extension host, Node's or the browser's; rejects when one fails. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 20_000, reporter: 'spec', color: false });
  // Loaded after the set-up, which makes `describe` and `it`.
  await import('./activation.test');
  await import('./completion.test');
  await import('./inserter.test');
  await import('./insertion.test');
  await import('./leftovers.test');
  await import('./settings.test');
  await new Promise<void>((settle, reject) => {
    // Mocha's own `run` in a browser reads the page's address, and there is no page.
    Mocha.prototype.run.call(mocha, (failures) => {
      if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else settle();
    });
  });
}
