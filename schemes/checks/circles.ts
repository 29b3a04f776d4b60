/** The way from `start` back to `start`, both ends included; null when none of its successors leads back. */
export function findCircle(start: string, successors: (name: string) => readonly string[]): string[] | null {
  const cameFrom = new Map<string, string>();
  const waiting = [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const next of successors(name)) {
      if (next === start) return [...tracePath(start, name, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      waiting.push(next);
    }
  }
  return null;
}

function tracePath(start: string, end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end];
  for (let name = end; name !== start;) {
    const before = cameFrom.get(name);
    if (before === undefined) break;
    path.unshift(before);
    name = before;
  }
  return path;
}
