/** Words with boxes beside them, as printed forms have them: `☑未发生 □发生`. */

const BOX = /([☑☒■✅✔✓√])|[□☐▢]/g;

/** The same without a group, for what stands between. */
const BOX_SIGN = /[☑☒■✅✔✓√□☐▢]/;

/** One blank box and one tick of its own, as people put it beside the box that a form prints. */
function isBoxWithTick(signs: readonly string[]): boolean {
  return signs.length === 2 && signs.some((sign) => '□☐▢'.includes(sign)) && signs.some((sign) => '√✓✔'.includes(sign));
}

/**
 * The word whose box is ticked; a bare tick beside the only word and its box ticks that. Empty where boxes stand and none is ticked; undefined where there is no box at all, where several are ticked, a tick stands
 * without a word, a crossed box by itself, or a word stands on each side of all boxes, as in 是√否, so that nobody knows which is meant.
 */
export function findTicked(text: string): string | undefined {
  const boxes = [...text.matchAll(BOX)];
  if (boxes.length === 0) return undefined;
  const [word, otherWord] = text.split(BOX_SIGN).flatMap((part) => part.trim() || []);
  if (word !== undefined && otherWord === undefined && isBoxWithTick(boxes.map(([sign]) => sign))) return word;
  const isBefore = text.slice(0, boxes[0]?.index).trim() === '';
  if (!isBefore && text.slice((boxes.at(-1)?.index ?? 0) + 1).trim() !== '') return undefined;
  const ticked = boxes.flatMap(({ 1: tick, index }, at) => {
    if (tick === undefined) return [];
    const from = isBefore ? index + 1 : (boxes[at - 1]?.index ?? -1) + 1;
    const to = isBefore ? boxes[at + 1]?.index : index;
    return text.slice(from, to).trim();
  });
  // A crossed box by itself may mean yes or no; beside others it is the chosen one.
  if (boxes.length === 1 && boxes[0]?.[0] === '☒') return undefined;
  const [only, other] = ticked;
  if (other !== undefined || only === '') return undefined;
  return only ?? '';
}
