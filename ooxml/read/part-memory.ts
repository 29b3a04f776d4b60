/** What was read of the parts of earlier workbooks. */
import type { IntakeLimits } from './intake-limits.ts';
import { readContentTypes } from '../package/content-types.ts';
import { PartReadings } from '../package/part-readings.ts';
import { readRelations } from '../package/relations.ts';
import { readComments } from './read-comments.ts';
import { readApplication, readSavedTime } from './read-properties.ts';
import { readSharedStrings } from './read-strings.ts';
import { readStyles } from './read-styles.ts';
import { readSheetList } from './read-sheet-list.ts';
import { SheetMemories } from './sheet-memory.ts';

/** For workbooks that are opened under the same limits. The kinds of parts that are seldom the same in two workbooks are not here. */
export class PartMemory {
  readonly contentTypes = new PartReadings(readContentTypes);
  readonly relations = new PartReadings((scanner, name) => readRelations(scanner, name, this.limits.links));
  readonly sheetList = new PartReadings((scanner) => readSheetList(scanner, this.limits));
  readonly styles = new PartReadings((scanner) => readStyles(scanner, this.limits.styles));
  readonly strings = new PartReadings((scanner) => readSharedStrings(scanner, this.limits.sharedStrings));
  readonly application = new PartReadings(readApplication);
  readonly savedTime = new PartReadings(readSavedTime);
  readonly comments = new PartReadings(readComments);
  readonly sheets = new SheetMemories();

  constructor(readonly limits: IntakeLimits) {}
}
