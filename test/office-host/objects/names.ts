import { blockAddress, quoteSheetName } from '../addresses.ts';
import type { ExcelHost } from '../excel-host.ts';
import { defineType, type HostObject, type HostType } from '../host-object.ts';
import { HostError, invalidArgument, itemNotFound } from '../wire.ts';
import type { DefinedName, WorkbookModel } from '../workbook-model.ts';
import { checkWritable } from './access.ts';
import { rangeType } from './range.ts';

function rangeOf(name: DefinedName, host: ExcelHost): HostObject | null {
  const place = host.model.locate(name.name);
  return place ? rangeType.make(place, host) : null;
}

const nameType: HostType<DefinedName> = defineType('NamedItem', {
  identity: (name) => ({ _Id: name.name }),
  scalars: {
    Name: (name) => name.name,
    Type: (name, host) => (host.model.locate(name.name) ? 'Range' : 'Error'),
    Value: (name) => name.refersTo.replace(/^=/, ''),
    Formula: (name) => name.refersTo,
    Scope: () => 'Workbook',
    Visible: () => true,
  },
  finders: {
    GetRange(name, _, host) {
      const range = rangeOf(name, host);
      if (!range) throw itemNotFound(`range of the name ${name.name}`);
      return range;
    },
    GetRangeOrNullObject: (name, _, host) => rangeOf(name, host),
  },
  commands: {
    Delete(name, _, host) {
      checkWritable(host);
      host.model.names.splice(host.model.names.indexOf(name), 1);
      host.model.changed();
      host.touched();
    },
  },
});

const nameOrNull = (name: DefinedName | undefined, host: ExcelHost) => (name ? nameType.make(name, host) : null);

/** `workbook.names`. */
export const namesType: HostType<WorkbookModel> = defineType('NamedItemCollection', {
  items: (model, host) => model.names.map((name) => nameType.make(name, host)),
  item: (model, key, host) => nameOrNull(model.findName(key), host),
  finders: { GetItemOrNullObject: (model, args, host) => nameOrNull(model.findName(args.key(0)), host) },
  answers: { GetCount: (model) => model.names.length },
  makers: {
    Add(model, args, host) {
      checkWritable(host);
      const name = args.text(0);
      if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)) throw invalidArgument(`name ${name}`);
      if (model.findName(name)) throw new HostError('ItemAlreadyExists', `The name ${name} exists already.`, 409);
      const range = args.objectOf(1, rangeType);
      const refersTo = range ? `=${quoteSheetName(range.sheet.name)}!${blockAddress(range.block)}` : args.text(1);
      const entry = { name, refersTo };
      model.names.push(entry);
      model.changed();
      host.touched();
      return nameType.make(entry, host);
    },
  },
});
