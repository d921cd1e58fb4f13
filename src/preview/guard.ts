/** Tells whether a value of unknown origin is a `T`. */
export type Guard<T> = (value: unknown) => value is T;

export const isText: Guard<string> = (value) => typeof value === 'string';
export const isNumber: Guard<number> = (value) => typeof value === 'number';

/** One of a few words. */
export function oneOf<const T extends string>(...words: readonly T[]): Guard<T> {
  return (value): value is T => words.some((word) => word === value);
}

/** What the guard lets pass, or null. */
export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

/** A list of which the guard lets every item pass. */
export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((item) => guard(item));
}

/** An object with these fields; the compiler holds that no field of `T` is forgotten. Further fields do not matter. */
export function record<T>(fields: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  return (value): value is T => {
    if (typeof value !== 'object' || value === null) return false;
    const found: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
    for (const key in fields) if (!fields[key](found.get(key))) return false;
    return true;
  };
}

/** A member of a union told apart by `kind`; the compiler holds that no kind is forgotten. */
export function anyOf<T extends { readonly kind: string }>(
  members: {
    readonly [K in T['kind']]: Guard<Extract<T, { readonly kind: K }>>;
  },
): Guard<T> {
  const guards: readonly Guard<T>[] = Object.values(members);
  return (value): value is T => guards.some((guard) => guard(value));
}
