import { readStringItem } from './read-strings.ts';
import type { XmlScanner } from '../xml/xml-scan.ts';

/** The comments of a sheet by the address of their cell; of a thread the text that older programs show. @throws {IntakeError} */
export function readComments(scanner: XmlScanner): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  scanner.openRoot();
  while (scanner.nextChild(1)) {
    if (scanner.name === 'commentList') readList(scanner, comments);
  }
  return comments;
}

function readList(scanner: XmlScanner, comments: Map<string, string>): void {
  const depth = scanner.depth;
  while (scanner.nextChild(depth)) {
    if (scanner.name !== 'comment') continue;
    const address = (scanner.attribute('ref') ?? '').replace(/\$/g, '');
    const text = readText(scanner);
    if (text !== '') comments.set(address, text);
  }
}

function readText(scanner: XmlScanner): string {
  const depth = scanner.depth;
  let text = '';
  while (scanner.nextChild(depth)) {
    if (scanner.name === 'text') text = readStringItem(scanner).text.trim();
  }
  return text;
}
