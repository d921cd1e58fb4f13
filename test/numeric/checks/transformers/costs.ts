import { type Check, latexCheck } from '../../check';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const repeated = (times: number, value: number) => sum(Array.from({ length: times }, () => value));

/** Entries of the matrices of one layer, by their shapes. */
const layer = (model: number, attention: number, inner: number) =>
  sum(
    [
      [model, attention],
      [model, attention],
      [model, attention],
      [attention, model],
      [model, inner],
      [inner, model],
    ].map(([rows = 0, columns = 0]) => rows * columns),
  );

/** Multiplications and additions for one token, matrix by matrix, and for its logits, key by key. */
const operations = (layers: number, model: number, length: number) =>
  repeated(layers, 2 * layer(model, model, 4 * model) + repeated(length, 2 * model));

/** Operations of a layer without activation, forward, and backward for its weights and for its input. */
function training(inputs: number, outputs: number, tokens: number): number {
  let count = 0;
  for (let token = 0; token < tokens; token++)
    for (let i = 0; i < inputs; i++)
      for (let o = 0; o < outputs; o++) count += ['output', 'weight', 'input'].length * 2;
  return count;
}

/** Bytes of all keys and values, one number after another. */
function cached(batch: number, tokens: number, layers: number, heads: number, width: number, size: number) {
  const vectors = Array.from({ length: batch * tokens * layers }, () =>
    Array.from({ length: heads }, () => ({
      key: new Uint8Array(width * size),
      value: new Uint8Array(width * size),
    })),
  );
  return sum(vectors.flat().flatMap(({ key, value }) => [key.byteLength, value.byteLength]));
}

export const costs: readonly Check[] = [
  latexCheck('kv-cache-size', {
    states: 'arrays whose bytes are counted',
    cases: [
      {
        given: {
          M: cached(3, 5, 4, 7, 6, 2),
          b: 3,
          n: 5,
          L: 4,
          'h_{\\mathrm{kv}}': 7,
          'd_{h}': 6,
          s: 2,
        },
      },
    ],
  }),
  latexCheck('transformer-forward-flops', {
    states: 'operations counted matrix by matrix and key by key',
    cases: [
      {
        given: {
          'C_{\\mathrm{forward}}': operations(3, 64, 500),
          N: repeated(3, layer(64, 64, 256)),
          L: 3,
          n: 500,
          'd_{\\mathrm{attn}}': 64,
        },
      },
    ],
    near: 1e-9,
  }),
  latexCheck('transformer-parameter-count', {
    states: 'entries of the matrices of all layers',
    cases: [
      {
        given: {
          N: repeated(5, layer(48, 48, 192)),
          L: 5,
          'd_{\\mathrm{model}}': 48,
          'd_{\\mathrm{attn}}': 48,
          'd_{\\mathrm{ff}}': 192,
        },
      },
    ],
    near: 1e-9,
  }),
  latexCheck('transformer-training-flops', {
    states: 'operations of a linear layer, and those stated for GPT-3',
    cases: [
      { given: { C: training(7, 5, 11), N: 35, D: 11 } },
      // 3640 petaflop/s-days for 174.6 billion parameters and 300 billion tokens.
      { given: { C: 3640 * 1e15 * 86_400, N: 174.6e9, D: 300e9 } },
    ],
    near: 0.01,
  }),
];
