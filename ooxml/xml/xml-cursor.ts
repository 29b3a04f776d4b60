import { IntakeError, type IntakeCode } from '../errors.ts';
import { decodeXml } from './xml-text.ts';

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;

/** A place in the text of a part, and the steps by which it moves on. */
export class XmlCursor {
  /** The text of the part. */
  readonly xml: string;
  protected at = 0;

  /**
   * @param part its bytes, or its text where that has been decoded
   * @param partName for the message when the part is damaged
   * @throws {IntakeError} when the bytes are not UTF-8 (or UTF-16 with its mark) or hold characters that XML forbids
   */
  constructor(
    part: Uint8Array | string,
    private readonly partName: string,
    private readonly fileName: string,
  ) {
    const xml = typeof part === 'string' ? part : decodeXml(part);
    if (xml === undefined) this.fail('damaged', '编码有误');
    this.xml = xml;
  }

  /** Turns the file away because of this part. */
  fail(code: IntakeCode, detail: string): never {
    const part = `部件 ${this.partName}`;
    throw new IntakeError(code, this.fileName, detail === '' ? part : `${part}：${detail}`);
  }

  /** A stretch of the text as written. */
  slice(from: number, to: number): string {
    return this.xml.slice(from, to);
  }

  /** Moves behind a name and gives a hash of it. */
  protected skipName(): number {
    const { xml, at: from } = this;
    let at = from;
    let hash = 0;
    for (let code = xml.charCodeAt(at); isNameCode(code); code = xml.charCodeAt(at)) {
      hash = (hash * 31 + code) | 0;
      at += 1;
    }
    if (at === from || !isNameStart(xml.charCodeAt(from))) this.fail('damaged', '标签有误');
    this.at = at;
    return hash;
  }

  /** True when there was white space. */
  protected skipSpace(): boolean {
    const { xml, at: from } = this;
    let at = from;
    for (let code = xml.charCodeAt(at); isSpace(code); code = xml.charCodeAt(at)) at += 1;
    this.at = at;
    return at > from;
  }

  protected indexAfter(wanted: string, from: number): number {
    const found = this.xml.indexOf(wanted, from);
    return found === -1 ? this.fail('damaged', '内容不完整') : found + wanted.length;
  }

  /** Whether these words stand at a place of the text; for names, of which a loop finds out sooner than `startsWith`. */
  protected stands(words: string, from: number): boolean {
    for (let index = 0; index < words.length; index += 1) {
      if (this.xml.charCodeAt(from + index) !== words.charCodeAt(index)) return false;
    }
    return true;
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === RETURN || code === TAB;
}

/** ASCII characters of names: 2 may begin one, 1 may only follow. */
const NAME_CODES = new Uint8Array(128);
for (const code of codesOf('-.0123456789')) NAME_CODES[code] = 1;
for (const code of codesOf(':_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')) NAME_CODES[code] = 2;

function codesOf(characters: string): number[] {
  return Array.from(characters, (character) => character.charCodeAt(0));
}

/** Whether a character, by its code, may begin a name; all beyond ASCII may. */
function isNameStart(code: number): boolean {
  return code < 128 ? NAME_CODES[code] === 2 : code >= 128;
}

/** Whether it may stand in a name. False for NaN too, the code behind the end of a text. */
function isNameCode(code: number): boolean {
  return code < 128 ? NAME_CODES[code] !== 0 : code >= 128;
}
