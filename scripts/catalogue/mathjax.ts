import { LiteElement } from '@mathjax/src/js/adaptors/lite/Element.js';
import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import { HTMLDocument } from '@mathjax/src/js/handlers/html/HTMLDocument.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/js/input/tex/configmacros/ConfigMacrosConfiguration.js';
import '@mathjax/src/js/input/tex/mathtools/MathtoolsConfiguration.js';

/** MathJax, ready to set equations as trees of SVG elements. */
export interface Typesetter {
  /** Sets an equation in display style. LaTeX that MathJax does not take throws with MathJax's message. */
  readonly set: (latex: string) => Promise<LiteElement>;
  /** Such a tree as text. */
  readonly serialize: (element: LiteElement) => string;
}

function isElement(node: unknown): node is LiteElement {
  return node instanceof LiteElement;
}

/** An element and all elements inside it, in document order. */
export function* elementsOf(element: LiteElement): Generator<LiteElement> {
  yield element;
  for (const child of element.children) if (isElement(child)) yield* elementsOf(child);
}

/** Loads MathJax with the packages that an equation of the catalogue may need; make one and keep it. */
export function createTypesetter(): Typesetter {
  // Parts of the font are loaded as equations need them. They must come the way this module came, by `require`
  // (Mocha) or `import`: the font of the other kind is another one.
  mathjax.asyncLoad = typeof require === 'function' ? require : (file: string) => import(file);
  const adaptor = liteAdaptor();
  const document = new HTMLDocument(adaptor.parse('', 'text/html'), adaptor, {
    InputJax: new TeX({
      packages: ['base', 'ams', 'boldsymbol', 'mathtools', 'configmacros'],
      macros: { bm: ['\\boldsymbol{#1}', 1] },
    }),
    OutputJax: new SVG({ fontCache: 'none', displayOverflow: 'overflow', linebreaks: { inline: false } }),
  });
  return {
    set: async (latex) => {
      const container: unknown = await document.convertPromise(latex, { display: true });
      if (!isElement(container)) throw new Error('MathJax gave no element');
      for (const element of elementsOf(container)) {
        const message: unknown = element.attributes['data-mjx-error'];
        if (message !== undefined) throw new Error(`MathJax does not take it: ${message}`);
      }
      const svg = container.children.filter(isElement).find((child) => child.kind === 'svg');
      if (svg === undefined) throw new Error('MathJax gave no SVG');
      return svg;
    },
    serialize: (element) => adaptor.outerHTML(element),
  };
}
