/**
 * The same function, which works out each key once as long as there are not more than `most` of them. Pure if `work` is. Thousands of rows
 * hold the same few words, and what is said of them is said once.
 */
export function remember<K, V>(work: (key: K) => V, most: number): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const result = work(key);
    if (known.size >= most) known.clear();
    known.set(key, result);
    return result;
  };
}

/** The same for what follows from an object: kept as long as the object lives, so that nothing of one roster outlasts it. */
export function rememberBy<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly result: V }>();
  return (key) => {
    const kept = known.get(key);
    if (kept) return kept.result;
    const result = work(key);
    known.set(key, { result });
    return result;
  };
}
