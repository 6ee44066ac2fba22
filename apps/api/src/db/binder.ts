/** Collects the values of a statement that is put together from parts: `bind(value)` gives its placeholder. */
export interface Binder {
  bind: (value: unknown) => string;
  values: unknown[];
}

export function createBinder(values: unknown[] = []): Binder {
  return { values, bind: (value) => `$${values.push(value)}` };
}
