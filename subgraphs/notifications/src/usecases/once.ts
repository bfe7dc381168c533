/** Looks something up when the first asks, and once for all who do; when it cannot be had, each of them hears why. */
export const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
};
