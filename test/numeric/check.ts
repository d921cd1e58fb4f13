import type { Matrix } from 'ml-matrix';
import type { GivenScope } from './evaluate/scope';

/** Values for the symbols of an equation, with which it must hold. */
export interface Case {
  readonly given: GivenScope;
}

/** A check in which the catalogue's own LaTeX is evaluated. */
export interface LatexCheck {
  readonly kind: 'latex';
  readonly id: string;
  readonly states: string;
  readonly cases: readonly Case[];
  readonly tolerance: number;
  readonly near: number | null;
  readonly broadcast: boolean;
  readonly symmetric: readonly string[];
  readonly same: Readonly<Record<string, string>>;
}

interface LatexOptions {
  /** What the equation is compared with, in a short phrase: `brute force over a finite support`. */
  readonly states: string;
  readonly cases: readonly Case[];
  /** How far two equal sides may be apart, relative to the larger; 1e-7 unless told. */
  readonly tolerance?: number;
  /** How far the sides of `\approx` and `\simeq` may be apart, relative to the larger. */
  readonly near?: number;
  /** Whether numbers and rows are added to matrices entry by entry, and roots and powers taken of each entry. */
  readonly broadcast?: boolean;
  /** Functions of two values whose order does not matter, as LaTeX. */
  readonly symmetric?: readonly string[];
  /** Mutants that are the same equation, as they are printed, each with the reason. */
  readonly same?: Readonly<Record<string, string>>;
}

/** A check that evaluates the LaTeX of an entry, and mutants of it that must not hold. */
export function latexCheck(id: string, options: LatexOptions): LatexCheck {
  const { tolerance = 1e-7, near = null, broadcast = false, symmetric = [], same = {} } = options;
  return {
    kind: 'latex',
    id,
    states: options.states,
    cases: options.cases,
    tolerance,
    near,
    broadcast,
    symmetric,
    same,
  };
}

export type Result = number | readonly number[] | Matrix;

/** A check for an equation that the evaluator does not read: its formula written out, against something independent. */
export interface FunctionCheck {
  readonly kind: 'function';
  readonly id: string;
  readonly states: string;
  formula(): Result;
  against(): Result;
  readonly tolerance: number;
  readonly mutants: Readonly<Record<string, () => Result>>;
}

interface FunctionOptions {
  readonly states: string;
  readonly formula: () => Result;
  readonly against: () => Result;
  /** Relative to the larger of 1 and what it is compared with; 1e-7 unless told. */
  readonly tolerance?: number;
  /** Broken formulas, by what is wrong with them; at least one. */
  readonly mutants: Readonly<Record<string, () => Result>>;
}

/** A check that compares a formula with an independent computation, and broken formulas that must differ from it. */
export function functionCheck(id: string, { tolerance = 1e-7, ...options }: FunctionOptions): FunctionCheck {
  return { kind: 'function', id, tolerance, ...options };
}

/**
 * Why an entry has no check: it names a distribution or a model; it is a block diagram in symbols; a loss to be
 * minimized, without a value of its own; an asymptotic or existential theorem; a notation.
 */
export const REASONS = ['definition', 'architecture', 'objective', 'theorem', 'notation'] as const;
export type Reason = (typeof REASONS)[number];

export interface Unchecked {
  readonly kind: 'unchecked';
  readonly id: string;
  readonly reason: Reason;
}

/** An entry that cannot be checked by numbers. */
export function unchecked(id: string, reason: Reason): Unchecked {
  return { kind: 'unchecked', id, reason };
}

export type Check = LatexCheck | FunctionCheck | Unchecked;
