import type { ExcelHost } from '../excel-host.ts';
import { defineType, type HostType } from '../host-object.ts';
import { invalidArgument, type Wire } from '../wire.ts';
import type { WorkbookModel } from '../workbook-model.ts';
import { checkWritable } from './access.ts';
import type { PropertyValue } from '../snapshot.ts';

interface Entry<V> {
  map: Map<string, V>;
  key: string;
}

function remove<V>({ map, key }: Entry<V>, host: ExcelHost): void {
  checkWritable(host);
  map.delete(key);
  host.touched();
}

function put<V>({ map, key }: Entry<V>, value: V, host: ExcelHost): void {
  checkWritable(host);
  map.set(key, value);
  host.touched();
}

/** Excel holds at most 255 characters in a key and in a text value of a custom property. */
const MAX_PROPERTY = 255;

function readProperty(value: Wire): PropertyValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string' || value.length > MAX_PROPERTY) throw invalidArgument('value of a custom property');
  return value;
}

const propertyType: HostType<Entry<PropertyValue>> = defineType('CustomProperty', {
  scalars: {
    Key: ({ key }) => key,
    Value: ({ map, key }) => map.get(key),
    Type: ({ map, key }) => {
      const value = map.get(key);
      if (typeof value === 'number') return Number.isInteger(value) ? 'Number' : 'Float';
      return typeof value === 'boolean' ? 'Boolean' : 'String';
    },
  },
  setters: {
    Value: (entry, value, host) => {
      put(entry, readProperty(value), host);
    },
  },
  commands: {
    Delete: (entry, _, host) => {
      remove(entry, host);
    },
  },
});

/** Keys of custom properties compare without regard to case. */
function findKey(map: Map<string, unknown>, key: string): string | undefined {
  return [...map.keys()].find((known) => known.toLowerCase() === key.toLowerCase());
}

function propertyOrNull(model: WorkbookModel, wanted: string, host: ExcelHost) {
  const key = findKey(model.customProperties, wanted);
  return key === undefined ? null : propertyType.make({ map: model.customProperties, key }, host);
}

const customPropertiesType: HostType<WorkbookModel> = defineType('CustomPropertyCollection', {
  items: (model, host) =>
    [...model.customProperties.keys()].map((key) => propertyType.make({ map: model.customProperties, key }, host)),
  item: propertyOrNull,
  finders: { GetItemOrNullObject: (model, args, host) => propertyOrNull(model, args.key(0), host) },
  answers: { GetCount: (model) => model.customProperties.size },
  makers: {
    Add(model, args, host) {
      const wanted = args.text(0);
      if (wanted === '' || wanted.length > MAX_PROPERTY) throw invalidArgument('key of a custom property');
      const entry = { map: model.customProperties, key: findKey(model.customProperties, wanted) ?? wanted };
      put(entry, readProperty(args.plain(1)), host);
      return propertyType.make(entry, host);
    },
  },
  commands: {
    DeleteAll(model, _, host) {
      checkWritable(host);
      model.customProperties.clear();
      host.touched();
    },
  },
});

/** `workbook.properties`: only the custom ones. */
export const propertiesType: HostType<WorkbookModel> = defineType('DocumentProperties', {
  links: { Custom: (model, host) => customPropertiesType.make(model, host) },
});

const settingType: HostType<Entry<Wire>> = defineType('Setting', {
  identity: ({ key }) => ({ _Id: key }),
  scalars: { Key: ({ key }) => key, Value: ({ map, key }) => map.get(key) },
  setters: {
    Value: (entry, value, host) => {
      put(entry, value, host);
    },
  },
  commands: {
    Delete: (entry, _, host) => {
      remove(entry, host);
    },
  },
});

function settingOrNull(model: WorkbookModel, key: string, host: ExcelHost) {
  return model.settings.has(key) ? settingType.make({ map: model.settings, key }, host) : null;
}

/** `workbook.settings`: what the add-in keeps in the file for itself. */
export const settingsType: HostType<WorkbookModel> = defineType('SettingCollection', {
  items: (model, host) => [...model.settings.keys()].map((key) => settingType.make({ map: model.settings, key }, host)),
  item: settingOrNull,
  finders: { GetItemOrNullObject: (model, args, host) => settingOrNull(model, args.key(0), host) },
  answers: { GetCount: (model) => model.settings.size },
  makers: {
    Add(model, args, host) {
      const entry = { map: model.settings, key: args.text(0) };
      put(entry, args.plain(1), host);
      return settingType.make(entry, host);
    },
  },
});
