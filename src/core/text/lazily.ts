/** An object whose properties are computed when they are first asked for, each once. */
export function lazily<T extends object>(compute: { readonly [K in keyof T]: () => T[K] }): T {
  const result = {} as T;
  for (const key of Object.keys(compute) as (keyof T)[])
    Object.defineProperty(result, key, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = compute[key]();
        Object.defineProperty(result, key, { enumerable: true, value });
        return value;
      },
    });
  return result;
}
