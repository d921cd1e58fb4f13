import { type Check, latexCheck } from '../../check';
import { vector } from '../../given';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const [WINDOW, OTHER] = [
  [1, 4, 2, 8],
  [2, 3, 1, 9],
];
const moment = (x: readonly number[], y: readonly number[]) =>
  mean(x.map((a, i) => (a - mean(x)) * ((y[i] ?? 0) - mean(y))));
const [sx, sy, sxy] = [
  Math.sqrt(moment(WINDOW, WINDOW)),
  Math.sqrt(moment(OTHER, OTHER)),
  moment(WINDOW, OTHER),
];
const [c1, c2] = [0.4, 1.5];
/** Luminance, contrast and structure apart, whose product the index is. */
const structure =
  ((2 * mean(WINDOW) * mean(OTHER) + c1) / (mean(WINDOW) ** 2 + mean(OTHER) ** 2 + c1)) *
  ((2 * sx * sy + c2) / (sx ** 2 + sy ** 2 + c2)) *
  ((sxy + c2 / 2) / (sx * sy + c2 / 2));

/** Two layers of features: 2×1 places of two channels, 1×3 places of three. */
const MAPS = [
  [[[0.6, 0.8]], [[1, 0]]],
  [
    [
      [0, 0.6, 0.8],
      [1, 0, 0],
      [0.8, 0, 0.6],
    ],
  ],
];
const OTHERS = [
  [[[0.8, 0.6]], [[0.6, -0.8]]],
  [
    [
      [0.6, 0, 0.8],
      [0, 1, 0],
      [0.8, 0.6, 0],
    ],
  ],
];
const CHANNELS = [
  [0.5, 1.2],
  [0.3, 0.9, 2],
];
const columns = (maps: readonly (readonly (readonly (readonly number[])[])[])[]) =>
  maps.map((rows) => rows.map((row) => row.map((features) => vector(features))));
/** The mean over the places of squared differences, channel by channel. */
function perceived(): number {
  const layers = CHANNELS.map((weights, l) => {
    const [here, there] = [(MAPS[l] ?? []).flat(), (OTHERS[l] ?? []).flat()];
    const gaps = weights.map((_, c) => mean(here.map((f, at) => ((f[c] ?? 0) - (there[at]?.[c] ?? 0)) ** 2)));
    return sum(gaps.map((gap, c) => (weights[c] ?? 0) ** 2 * gap));
  });
  return sum(layers);
}

const angle = (degrees: number, length: number) =>
  vector([length * Math.cos((degrees * Math.PI) / 180), length * Math.sin((degrees * Math.PI) / 180)]);

export const images: readonly Check[] = [
  latexCheck('clip-score', {
    states: 'the cosine of an angle in the plane, below and above ninety degrees',
    cases: [
      [100, 1.25],
      [170, 0],
    ].map(([degrees = 0, score = 0]) => ({
      given: {
        '\\operatorname{CLIPScore}(\\mathbf{c}, \\mathbf{v})': score,
        w: 2.5,
        '\\mathbf{c}': angle(degrees, 3),
        '\\mathbf{v}': angle(40, 1.7),
      },
    })),
  }),
  latexCheck('lpips', {
    states: 'the mean over the places, channel by channel',
    cases: [
      {
        given: {
          'd(\\mathbf{x}, \\hat{\\mathbf{x}})': perceived(),
          L: 2,
          H: [2, 1],
          W: [1, 3],
          '\\mathbf{w}': CHANNELS.map((weights) => vector(weights)),
          '\\mathbf{f}': columns(MAPS),
          '\\hat{\\mathbf{f}}': columns(OTHERS),
        },
      },
    ],
  }),
  latexCheck('psnr', {
    states: 'a tenth of the range is 20 decibels, one step of 255 is 48.1308',
    tolerance: 1e-6,
    cases: [
      {
        given: {
          '\\operatorname{PSNR}(\\mathbf{x}, \\hat{\\mathbf{x}})': 20,
          M: 30,
          n: 3,
          x: [4, 8, 3],
          '\\hat{x}': [7, 5, 6],
        },
      },
      {
        given: {
          '\\operatorname{PSNR}(\\mathbf{x}, \\hat{\\mathbf{x}})': 48.130804,
          M: 255,
          n: 2,
          x: [9, 8],
          '\\hat{x}': [8, 9],
        },
      },
    ],
  }),
  latexCheck('ssim', {
    states: 'luminance, contrast and structure apart',
    cases: [
      {
        given: {
          '\\operatorname{SSIM}(\\mathbf{x}, \\mathbf{y})': structure,
          '\\mu_{x}': mean(WINDOW),
          '\\mu_{y}': mean(OTHER),
          '\\sigma_{x}': sx,
          '\\sigma_{y}': sy,
          '\\sigma_{x y}': sxy,
          'c_{1}': c1,
          'c_{2}': c2,
        },
      },
    ],
  }),
];
