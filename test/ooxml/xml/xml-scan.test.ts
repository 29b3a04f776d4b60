import { describe, expect, it } from 'vitest';
import { XmlScanner } from '../../../ooxml/xml/xml-scan.ts';
import { intakeCode } from '../../support/intake.ts';

function scannerOf(xml: string | Uint8Array): XmlScanner {
  return new XmlScanner(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml, 'a.xml', '甲.xlsx');
}

/** Everything that the scanner tells of a document, as text. */
function tell(xml: string | Uint8Array): string[] {
  const scanner = scannerOf(xml);
  const told: string[] = [];
  for (let token = scanner.next(); token !== 'end'; token = scanner.next()) {
    told.push(token === 'text' ? JSON.stringify(scanner.text) : `${token} ${scanner.name}`);
  }
  return told;
}

describe('reading XML', () => {
  it('tells tags and text in their order', () => {
    expect(tell('<?xml version="1.0" encoding="UTF-8"?>\r\n<a><b x="1"/>分<c >\r\n1\r</c ></a>\n')).toEqual([
      'open a',
      'open b',
      'close b',
      '"分"',
      'open c',
      '"\\n1\\n"',
      'close c',
      'close a',
    ]);
  });

  it('replaces the five entities and numeric ones, and nothing twice', () => {
    expect(tell('<a>&lt;&gt;&amp;lt;&quot;&apos;&#65;&#x1F600;&#20998;</a>')[1]).toBe(JSON.stringify('<>&lt;"\'A😀分'));
  });

  it('takes CDATA as text and passes over comments and instructions', () => {
    expect(tell('<!-- x --><a><![CDATA[<&]]]><!-- - --><?p ?>b</a><!---->')).toEqual([
      'open a',
      '"<&]"',
      '"b"',
      'close a',
    ]);
  });

  it('gives attributes by name, with entities replaced and line breaks as spaces', () => {
    const scanner = scannerOf(`<a xmlns:r="x" r:id='r"1' id = "2" t="a&amp;\n&#10;b" e=""><b/></a>`);
    scanner.openRoot();
    expect(scanner.attribute('id')).toBe('2');
    expect(scanner.attribute('r:id')).toBe('r"1');
    expect(scanner.prefixedAttribute('id')).toBe('r"1');
    expect(scanner.attribute('t')).toBe('a& \nb');
    expect(scanner.attribute('e')).toBe('');
    expect(scanner.attribute('i')).toBeUndefined();
    scanner.next();
    expect(scanner.attribute('id')).toBeUndefined();
  });

  it("reports the root's prefix away and keeps others", () => {
    expect(tell('<x:a xmlns:x="u"><x:b/><b/><y:b/></x:a>').filter((told) => told.startsWith('open'))).toEqual([
      'open a',
      'open b',
      'open :b',
      'open y:b',
    ]);
    const scanner = scannerOf('<x:a xmlns="v" xmlns:x="u"/>');
    scanner.openRoot();
    expect(scanner.rootNamespace()).toBe('u');
  });

  it('tells names apart that share a hash', () => {
    // "Aa" and "BB" have the same hash with a factor of 31.
    expect(tell('<r><Aa/><BB/><Aa></Aa></r>').filter((told) => told.startsWith('open'))).toEqual([
      'open r',
      'open Aa',
      'open BB',
      'open Aa',
    ]);
  });

  it('reads the text of an element whole, skips, and goes from child to child', () => {
    const scanner = scannerOf(
      '<a><t>1</t><t>a<!-- --><![CDATA[b]]>&amp;</t><t/><s><t>no</t></s><u><v/></u><t>2</t></a>',
    );
    scanner.openRoot();
    const texts: string[] = [];
    while (scanner.nextChild(1)) {
      if (scanner.name === 't') texts.push(scanner.readTextContent());
      else if (scanner.name === 's') scanner.skip();
    }
    expect(texts).toEqual(['1', 'ab&', '', '2']);
    expect(scanner.next()).toBe('end');
  });

  it('reads UTF-8 with its mark and UTF-16 with its mark', () => {
    const xml = '<?xml version="1.0" encoding="UTF-16"?><a>分</a>';
    const little = Buffer.from(`\ufeff${xml}`, 'utf16le');
    expect(tell(little)).toEqual(['open a', '"分"', 'close a']);
    expect(tell(Buffer.from(little).swap16())).toEqual(['open a', '"分"', 'close a']);
    expect(tell('\ufeff<a/>')).toEqual(['open a', 'close a']);
  });
});

describe('characters that XML forbids', () => {
  it.each([
    ['<a>1\u00002</a>', '1_x0000_2'],
    ['<a>\u000b</a>', '_x000B_'],
    ['<a><b>1\u001f</b></a>', '1_x001F_'],
    ['<a>\uffff</a>', '_xFFFF_'],
    ['<a>&#0;</a>', '_x0000_'],
    ['<a>&#xB;</a>', '_x000B_'],
    ['<a x="1">\u0001</a>', '_x0001_'],
    ['<a>\u007f\u0085\u2028</a>', '\u007f\u0085\u2028'],
  ])('%j reads as spreadsheets spell it: %j', (xml, text) => {
    expect(tell(xml)).toContain(JSON.stringify(text));
  });
});

describe('XML that is not well formed', () => {
  it.each([
    '',
    ' ',
    '<a>',
    '<a',
    '<a></b>',
    '<a></a',
    '<a></aa>',
    '<a><b></a></b>',
    '</a>',
    '<a/><b/>',
    '<a/>x',
    'x<a/>',
    '<a x/>',
    '<a x=1/>',
    '<a x="1/>',
    '<a x="<"/>',
    '<a x="1" x="2"/>',
    '<a x="1"y="2"/>',
    '<a / >',
    '<1a/>',
    '< a/>',
    '<a>&</a>',
    '<a>&nbsp;</a>',
    '<a>&#xD800;</a>',
    '<a>&#x110000;</a>',
    '<a>&amp</a>',
    '<a\u0001/>',
    '<a x="\u0001"/>',
    '<a>1<b\u000b>2</b></a>',
    '<a><!-- \u0001 --></a>',
    '<a/>\u0001',
    '<a><!-- -- --></a>',
    '<a><!-- </a>',
    '<a><![CDATA[ </a>',
    '<![CDATA[x]]><a/>',
    '<a><!ELEMENT a></a>',
    '<?xml version="1.0"',
    '<?xml version="1.0" encoding="GBK"?><a/>',
    '<?xml version="1.0" encoding="UTF-16"?><a/>',
  ])('is refused: %j', (xml) => {
    expect(intakeCode(() => tell(xml))).toBe('damaged');
  });

  it('is refused for bytes that are not UTF-8', () => {
    expect(intakeCode(() => tell(new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])))).toBe('damaged');
  });

  it('is refused for a DOCTYPE, wherever it stands', () => {
    expect(intakeCode(() => tell('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))).toBe('doctype');
    expect(intakeCode(() => tell('<a><!DOCTYPE a></a>'))).toBe('doctype');
  });

  it('is refused beyond 100 levels and 100 attributes', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    const attributes = (count: number) =>
      `<a${Array.from({ length: count }, (_, index) => ` x${index}=""`).join('')}/>`;
    expect(intakeCode(() => tell(nested(100)))).toBeUndefined();
    expect(intakeCode(() => tell(nested(101)))).toBe('damaged');
    expect(intakeCode(() => tell(attributes(100)))).toBeUndefined();
    expect(intakeCode(() => tell(attributes(101)))).toBe('damaged');
  });

  it('is refused when text is wanted and an element comes', () => {
    const scanner = scannerOf('<a>1<b/></a>');
    scanner.openRoot();
    expect(intakeCode(() => scanner.readTextContent())).toBe('damaged');
  });
});
