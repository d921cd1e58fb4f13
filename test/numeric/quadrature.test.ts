import assert from 'node:assert/strict';
import { derivative, gradient, hessian, jacobian } from './differences';
import { vector } from './given';
import { integrate } from './quadrature';
import { random } from './random';

const near = (value: number, expected: number, tolerance = 1e-9) =>
  assert.ok(Math.abs(value - expected) <= tolerance, `${value} is not ${expected}`);

describe('quadrature', () => {
  it('finds integrals over finite and infinite ranges', () => {
    near(
      integrate((x) => x ** 3, 0, 2),
      4,
    );
    near(
      integrate((x) => Math.exp(-x * x), -Infinity, Infinity),
      Math.sqrt(Math.PI),
    );
    near(
      integrate((x) => Math.exp(-3 * x), 1, Infinity),
      Math.exp(-3) / 3,
    );
    near(integrate(Math.exp, -Infinity, 0), 1);
    near(integrate(Math.cos, Math.PI / 2, 0), -1);
  });
  it('finds them across kinks and jumps', () => {
    near(
      integrate((x) => Math.abs(x - 0.3), 0, 1),
      (0.09 + 0.49) / 2,
    );
    near(
      integrate((x) => (x > 0.7 ? 1 : 0), 0, 1),
      0.3,
    );
  });
  it('says that an integral does not converge', () => {
    assert.ok(Number.isNaN(integrate((x) => 1 / x, 0, 1)));
  });
});

describe('finite differences', () => {
  const f = (x: { get(row: number, column: number): number }) => x.get(0, 0) ** 2 * Math.exp(x.get(1, 0));
  const at = vector([1.5, 0.5]);
  const e = Math.exp(0.5);

  it('find slopes, gradients, Jacobians and Hessians', () => {
    near(
      derivative((x) => x ** 4, 2),
      32,
    );
    const [first = 0, second = 0] = gradient(f, at).to1DArray();
    near(first, 3 * e);
    near(second, 2.25 * e);
    near(jacobian((x) => vector([f(x), x.get(1, 0)]), at).get(1, 1), 1);
    near(hessian(f, at).get(0, 1), 3 * e, 1e-6);
  });
});

describe('random numbers', () => {
  it('are the same at every run, and have the moments that they should', () => {
    assert.equal(random(3).normal(), random(3).normal());
    const draw = random(11);
    const normals = Array.from({ length: 20_000 }, () => draw.normal());
    const mean = normals.reduce((sum, value) => sum + value, 0) / normals.length;
    const square = normals.reduce((sum, value) => sum + value * value, 0) / normals.length;
    near(mean, 0, 4 / Math.sqrt(normals.length));
    near(square, 1, 4 * Math.sqrt(2 / normals.length));
    const draws = Array.from({ length: 10_000 }, () => draw.categorical([0.2, 0.5, 0.3]));
    near(draws.filter((index) => index === 1).length / draws.length, 0.5, 0.02);
  });
});
