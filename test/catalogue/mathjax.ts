import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import { STATE } from '@mathjax/src/js/core/MathItem.js';
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/js/input/tex/newcommand/NewcommandConfiguration.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';

RegisterHTMLHandler(liteAdaptor());

// Without noerrors and noundefined an error becomes an merror node; formatError throws it before that.
const reader = mathjax.document('', {
  InputJax: new TeX({
    packages: ['base', 'ams', 'boldsymbol', 'newcommand'],
    formatError: (_: unknown, error: Error) => {
      throw error;
    },
  }),
});

/** What MathJax says against an equation; null where it reads it. */
export function texError(latex: string): string | null {
  try {
    reader.convert(latex, { display: true, end: STATE.COMPILED });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
