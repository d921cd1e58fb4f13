/** An equation is made smaller to fit, but never below this share of its size; from there on it scrolls. */
const SMALLEST = 0.55;

/**
 * Makes an equation as large as its box allows, down to a floor where it can still be read. One that is wider even
 * then scrolls within its box, by the keyboard too. It measures the page, so it is called when the width changes.
 */
export function fitToWidth(scroller: HTMLElement): void {
  scroller.style.fontSize = '';
  const natural = scroller.scrollWidth;
  const available = scroller.clientWidth;
  if (natural > available) {
    // A pixel less: widths are rounded, and a scroll bar for half a pixel is ugly.
    const share = Math.max(SMALLEST, (available - 1) / natural);
    scroller.style.fontSize = `${share.toFixed(3)}em`;
  }
  const scrolls = natural > available && (available - 1) / natural < SMALLEST;
  scroller.toggleAttribute('data-scrolls', scrolls);
  if (scrolls) scroller.tabIndex = 0;
  else scroller.removeAttribute('tabindex');
}
