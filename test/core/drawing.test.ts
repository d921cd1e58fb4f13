import assert from 'node:assert/strict';
import { colourFor, type Drawings, dataUri, svg } from '../../src/core/drawing';

const SQUARE = 'M0 0h1v1h-1z';
const LETTER = 'M70 589h361v31h-361zM52 289c7 42 9-3 20 30c7 42 9-3 20 30z';

const drawings: Drawings = {
  outlines: [SQUARE, LETTER],
  equations: {
    fraction: { box: [0, -750, 1000, 1000], marks: '1 0 0,0 120 220 600 60,1 500 -300 0.707' },
    letter: { box: [-20, -750, 600, 1000], marks: '1 30 -5' },
    overline: { box: [0, -750, 1000, 1000], marks: '1 5 0 3 1 10 0 900 40' },
    wide: { box: [0, -750, 30000, 1000], marks: '1 0 0' },
    'very-wide': { box: [0, -750, 90000, 1000], marks: '1 0 0' },
  },
};

function drawn(id: string, style: Parameters<typeof svg>[2] = { colour: '#1f1f1f' }): string {
  return svg(drawings, id, style) ?? assert.fail(`no drawing of ${id}`);
}

describe('svg', () => {
  it('sets an equation at 16 px to the em, in whole px, in the colour asked for', () => {
    assert.equal(
      drawn('letter'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="16" viewBox="-20 -750 625 1000">' +
        `<g fill="#1f1f1f" transform="scale(1 -1)"><path transform="translate(30 -5)" d="${LETTER}"/></g></svg>`,
    );
  });

  it('defines an outline once where several marks use it, and writes a rule where it is', () => {
    const text = drawn('fraction');
    assert.equal(text.split(LETTER).length - 1, 1);
    assert.ok(text.includes(`<defs><path id="g1" d="${LETTER}"/></defs>`));
    assert.ok(text.includes('<use href="#g1"/>'));
    assert.ok(text.includes(`<path transform="matrix(600 0 0 60 120 220)" d="${SQUARE}"/>`));
    assert.ok(text.includes('<use href="#g1" transform="matrix(0.707 0 0 0.707 500 -300)"/>'));
  });

  it('shows only the window of a stretched outline that is clipped', () => {
    const window = '<svg x="10" y="0" width="900" height="40" viewBox="10 0 900 40">';
    assert.ok(
      drawn('overline').includes(`${window}<path transform="matrix(3 0 0 1 5 0)" d="${LETTER}"/></svg>`),
    );
  });

  it('makes a wide equation fit the list, but no smaller than can be read', () => {
    assert.match(drawn('wide'), / width="300" height="10" /);
    assert.match(drawn('very-wide'), / width="720" height="8" /);
  });

  it('scales, and lays a background where one is asked for', () => {
    const text = drawn('letter', { colour: '#ffffff', background: '#000000', scale: 2 });
    assert.match(text, / width="20" height="32" /);
    assert.ok(
      text.includes('<rect x="-20" y="-750" width="100%" height="100%" fill="#000000"/><g fill="#ffffff"'),
    );
  });

  it('gives nothing for an id that has no drawing', () => {
    assert.equal(svg(drawings, 'kl-divergence', { colour: '#000000' }), undefined);
    assert.equal(svg(drawings, 'constructor', { colour: '#000000' }), undefined);
  });
});

describe('dataUri', () => {
  const prefix = 'data:image/svg+xml;base64,';

  it('is the base64 of the text, whatever its length', () => {
    for (const text of ['', '<', '<s', '<sv', '<svg', drawn('fraction')])
      assert.equal(dataUri(text), prefix + Buffer.from(text).toString('base64'));
  });

  it('keeps characters outside ASCII as references', () => {
    assert.equal(dataUri('<title>θ𝐱</title>'), dataUri('<title>&#952;&#119857;</title>'));
  });
});

describe('colourFor', () => {
  it('is dark on light themes and light on dark ones', () => {
    const brightness = (kind: Parameters<typeof colourFor>[0]) =>
      Number.parseInt(colourFor(kind).slice(1, 3), 16);
    assert.ok(brightness('light') < 64 && brightness('highContrastLight') < 64);
    assert.ok(brightness('dark') > 192 && brightness('highContrast') === 255);
  });
});
