import { blockAddress, intersectBlocks, quoteSheetName, type Block } from '../addresses.ts';
import type { ExcelHost } from '../excel-host.ts';
import { defineType, type HostObject, type HostType } from '../host-object.ts';
import { invalidArgument } from '../wire.ts';
import { rangeType, type RangeTarget } from './range.ts';

interface AreasTarget {
  sheet: RangeTarget['sheet'];
  blocks: Block[];
}

/** More of them Excel does not tell. */
const MOST = 512;

/** `range.getMergedAreasOrNullObject()` */
export function mergedAreas({ sheet, block }: RangeTarget, host: ExcelHost): HostObject | null {
  const blocks = sheet.merges.filter((merge) => intersectBlocks(merge, block));
  if (blocks.length > MOST) throw invalidArgument('merged areas');
  return blocks.length === 0 ? null : areasType.make({ sheet, blocks }, host);
}

const areasType: HostType<AreasTarget> = defineType('RangeAreas', {
  scalars: {
    Address: ({ sheet, blocks }) =>
      blocks.map((block) => `${quoteSheetName(sheet.name)}!${blockAddress(block)}`).join(','),
    AreaCount: ({ blocks }) => blocks.length,
  },
  links: { Areas: (target, host) => rangesType.make(target, host) },
});

const rangesType: HostType<AreasTarget> = defineType('RangeCollection', {
  items: ({ sheet, blocks }, host) => blocks.map((block) => rangeType.make({ sheet, block }, host)),
});
