"""openpyxl_draw.py DRAWING OUT: draws the sheets of a drawing (see ../drawing.ts) into one workbook with openpyxl."""

import json
import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.utils import get_column_letter

A4 = 9


def to_style(number, style):
    font = style["font"]
    edges = {edge: Side(style=line) for edge, line in style["borders"].items()}
    return NamedStyle(
        name=f"style {number}",
        font=Font(
            name=font["name"], size=font["size"], bold=font["bold"], family=font["family"], charset=font["charset"]
        ),
        alignment=Alignment(horizontal=style["horizontal"], vertical=style["vertical"], wrap_text=style["wrap"]),
        border=Border(**edges),
        number_format=style["numberFormat"],
    )


def draw_page(workbook, names, layout, page):
    sheet = workbook.create_sheet(page["name"])
    for column, width in enumerate(layout["widths"], start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, height in layout["heights"]:
        sheet.row_dimensions[row].height = height
    for merged in layout["merges"]:
        sheet.merge_cells(merged)
    changed = {index: (style, text) for index, style, text in page["changes"]}
    for index, (row, column, style, text) in enumerate(layout["cells"]):
        style, text = changed.get(index, (style, text))
        cell = sheet.cell(row, column)
        cell.style = names[style]
        if text != "":
            cell.value = text
    setup, margins = sheet.page_setup, layout["margins"]
    setup.paperSize, setup.fitToWidth, setup.fitToHeight = A4, 1, 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for side, inches in margins.items():
        setattr(sheet.page_margins, side, inches)
    sheet.print_options.horizontalCentered = True
    sheet.print_area = layout["printArea"]
    sheet.sheet_view.showGridLines = False


def main(drawing_path, out):
    with open(drawing_path, encoding="utf-8") as file:
        drawing = json.load(file)
    workbook = Workbook()
    workbook.remove(workbook.active)
    styles = [to_style(number, style) for number, style in enumerate(drawing["styles"])]
    for style in styles:
        workbook.add_named_style(style)
    names = [style.name for style in styles]
    for page in drawing["pages"]:
        draw_page(workbook, names, drawing["layouts"][page["layout"]], page)
    workbook.save(out)


main(*sys.argv[1:])
