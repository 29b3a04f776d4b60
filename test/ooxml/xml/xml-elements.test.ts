import { describe, expect, it } from 'vitest';
import { readElements } from '../../../ooxml/xml/xml-elements.ts';
import { XmlScanner } from '../../../ooxml/xml/xml-scan.ts';
import { intakeCode } from '../../support/intake.ts';

const read = (xml: string) => readElements(new XmlScanner(xml, 'a.xml', '甲.xlsx'));

describe('the elements of a part', () => {
  it('know their places, and what stands in them as written', () => {
    const root = read(`<?xml version="1.0"?><x:a  k='1'><!-- <b/> --><b r:id="2">甲&amp;<c/></b><x:b /></x:a>`);
    const [first, second] = root.find('b');
    expect([root.prefix, root.name, root.attributes]).toEqual(['x:', 'a', "  k='1'"]);
    expect([first?.outer, first?.inner, first?.attribute('id')]).toEqual([
      '<b r:id="2">甲&amp;<c/></b>',
      '甲&amp;<c/>',
      '2',
    ]);
    expect([second?.outer, second?.inner, second?.prefix, second?.attributes]).toEqual(['<x:b />', '', 'x:', ' ']);
    for (const element of [root, ...root.find('b', 'c')]) {
      expect(root.xml.slice(element.start, element.end)).toBe(element.outer);
      expect(root.xml.slice(element.innerStart, element.innerEnd)).toBe(element.inner);
      expect(root.xml.slice(element.attributesStart).startsWith(element.attributes)).toBe(true);
    }
  });

  it('are found at any depth, but not inside one that is found', () => {
    const root = read('<a><b n="1"><b n="2"/></b><c><b n="3"/></c><![CDATA[<b n="4"/>]]></a>');
    expect(root.find('b').map((element) => element.attribute('n'))).toEqual(['1', '3']);
    expect(root.find('c', 'b').map(({ name }) => name)).toEqual(['b', 'c']);
    expect(read('<a><t>&lt;甲&gt;</t></a>').find('t')[0]?.text).toBe('<甲>');
  });

  it.each(['<a>', '<a></b>', '<!DOCTYPE a><a/>', ''])('of %j are not read', (xml) => {
    expect(intakeCode(() => read(xml))).toMatch(/damaged|doctype/);
  });
});
