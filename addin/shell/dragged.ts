/** Whether files or folders are dragged; with marked text and links the page does nothing. */
export function holdsFiles({ types }: DataTransfer): boolean {
  return types.includes('Files');
}

/** Whether the browser is to put marked text into the field that it is held over. */
export function isForField(held: DataTransfer, target: EventTarget): boolean {
  return !holdsFiles(held) && target instanceof Element && target.matches('input, textarea');
}
