/**
 * Why an equation could not be evaluated: its notation is not read, a symbol has no value, shapes do not fit, or a
 * value lies where the operation is not defined.
 */
export type FaultKind = 'unread' | 'unknown' | 'shape' | 'domain';

/**
 * What stops an evaluation. It is thrown inside the evaluator, where each step may stop, and {@link settled} makes it a
 * value at the doors.
 */
export class Fault extends Error {
  constructor(
    readonly kind: FaultKind,
    message: string,
  ) {
    super(message);
  }
}

/** A result, or the fault that stopped it; an error of another kind is thrown on. */
export function settled<T>(run: () => T): T | Fault {
  try {
    return run();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** Runs what a check brings; an error in it is a fault, for a broken equation may call it with anything. */
export function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault(
      'domain',
      `A value of the check failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
