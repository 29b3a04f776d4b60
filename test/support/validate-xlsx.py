"""validate-xlsx.py FILE…: the parts of each workbook against the schemas in ../xsd/ooxml, offline.

Prints one JSON object: for each file how many parts were checked, and every violation as "part: message". What a reader may ignore
(mc:Ignorable, and the choices of mc:AlternateContent that have a fallback) is dropped first, as a reader would.
"""

import json
import sys
from functools import lru_cache
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

SCHEMAS = Path(__file__).parent.parent / 'xsd' / 'ooxml'
COMPATIBILITY = '{http://schemas.openxmlformats.org/markup-compatibility/2006}'
SPREADSHEET_TEXT = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}t'
XML_SPACE = '{http://www.w3.org/XML/1998/namespace}space'

# Endings of content types, the first that fits.
SCHEMA_OF_TYPE = [
    ('spreadsheetml.pivotTable+xml', None),
    ('extended-properties+xml', 'shared-documentPropertiesExtended.xsd'),
    ('custom-properties+xml', 'shared-documentPropertiesCustom.xsd'),
    ('officedocument.drawing+xml', 'dml-spreadsheetDrawing.xsd'),
    ('drawingml.chart+xml', 'dml-chart.xsd'),
    ('theme+xml', 'dml-main.xsd'),
]


@lru_cache(maxsize=None)
def load_schema(name):
    return etree.XMLSchema(etree.parse(str(SCHEMAS / name), etree.XMLParser(no_network=True)))


def schema_of(part, content_type):
    if part == '[Content_Types].xml':
        return 'opc-contentTypes.xsd'
    if part.endswith('.rels'):
        return 'opc-relationships.xsd'
    for ending, schema in SCHEMA_OF_TYPE:
        if content_type.endswith(ending):
            return schema
    return 'sml.xsd' if 'spreadsheetml' in content_type and content_type.endswith('+xml') else None


def drop_ignorable(root):
    ignorable = set()
    for element in root.iter(etree.Element):
        prefixes = element.attrib.pop(COMPATIBILITY + 'Ignorable', '').split()
        ignorable.update(element.nsmap[prefix] for prefix in prefixes if prefix in element.nsmap)
    for choice in list(root.iter(COMPATIBILITY + 'AlternateContent')):
        parent, fallback = choice.getparent(), choice.find(COMPATIBILITY + 'Fallback')
        for child in list(fallback) if fallback is not None else []:
            choice.addprevious(child)
        parent.remove(choice)
    for element in list(root.iter(etree.Element)):
        if etree.QName(element).namespace in ignorable and element.getparent() is not None:
            element.getparent().remove(element)
            continue
        for name in element.attrib:
            if etree.QName(name).namespace in ignorable:
                del element.attrib[name]
    # The schema of texts leaves out the attribute that XML itself allows everywhere.
    for text in root.iter(SPREADSHEET_TEXT):
        text.attrib.pop(XML_SPACE, None)
    return etree.fromstring(etree.tostring(root))


def check(path):
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist() if not name.endswith('/')}
    types = {}
    for entry in etree.fromstring(parts['[Content_Types].xml']).iter('{*}Override'):
        types[entry.get('PartName').removeprefix('/')] = entry.get('ContentType')
    violations = [f'[Content_Types].xml: no part {name}' for name in types if name not in parts]
    checked = 0
    for name, xml in parts.items():
        schema_name = schema_of(name, types.get(name, ''))
        if schema_name is None:
            continue
        checked += 1
        schema = load_schema(schema_name)
        if not schema.validate(drop_ignorable(etree.fromstring(xml))):
            violations += [f'{name}: {error.message}' for error in schema.error_log]
    return {'checked': checked, 'violations': violations}


print(json.dumps({path: check(path) for path in sys.argv[1:]}))
