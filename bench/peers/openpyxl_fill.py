"""openpyxl_fill.py BLANK LIST OUT: writes each unit's name and number into the blank with openpyxl and saves it as the unit's sheet."""

import json
import pathlib
import sys

from openpyxl import load_workbook


def main(blank, list_path, out):
    with open(list_path, encoding="utf-8") as file:
        wanted = json.load(file)
    workbook = load_workbook(blank)
    sheet = workbook.worksheets[0]
    for unit in wanted["sheets"]:
        sheet[wanted["unitNumberCell"]] = unit["unitNumber"]
        sheet[wanted["unitNameCell"]] = unit["unitName"]
        path = pathlib.Path(out, unit["path"])
        path.parent.mkdir(parents=True, exist_ok=True)
        workbook.save(path)


main(*sys.argv[1:])
