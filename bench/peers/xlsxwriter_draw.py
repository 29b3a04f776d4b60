"""xlsxwriter_draw.py DRAWING OUT: draws the sheets of a drawing (see ../drawing.ts) into one workbook with XlsxWriter."""

import json
import sys

import xlsxwriter

BORDERS = {"thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "double": 6, "hair": 7}
VERTICAL = {"center": "vcenter", "top": "top", "bottom": "bottom"}
A4 = 9
# XlsxWriter adds this to every width.
WIDTH_PADDING = 5 / 7


def to_format(workbook, style):
    font = style["font"]
    properties = {
        "font_name": font["name"],
        "font_size": font["size"],
        "bold": font["bold"],
        "text_wrap": style["wrap"],
        "num_format": style["numberFormat"],
    }
    if font["family"] is not None:
        properties["font_family"] = font["family"]
    if font["charset"] is not None:
        properties["font_charset"] = font["charset"]
    if style["horizontal"] is not None:
        properties["align"] = style["horizontal"]
    if style["vertical"] is not None:
        properties["valign"] = VERTICAL[style["vertical"]]
    for edge, line in style["borders"].items():
        properties[edge] = BORDERS[line]
    return workbook.add_format(properties)


def draw_page(workbook, formats, layout, page):
    sheet = workbook.add_worksheet(page["name"])
    for column, width in enumerate(layout["widths"]):
        sheet.set_column(column, column, width - WIDTH_PADDING)
    for row, height in layout["heights"]:
        sheet.set_row(row - 1, height)
    for merged in layout["merges"]:
        sheet.merge_range(merged, "")
    changed = {index: (style, text) for index, style, text in page["changes"]}
    for index, (row, column, style, text) in enumerate(layout["cells"]):
        style, text = changed.get(index, (style, text))
        if text == "":
            sheet.write_blank(row - 1, column - 1, None, formats[style])
        else:
            sheet.write_string(row - 1, column - 1, text, formats[style])
    margins = layout["margins"]
    sheet.set_paper(A4)
    sheet.set_margins(margins["left"], margins["right"], margins["top"], margins["bottom"])
    sheet.set_header("", {"margin": margins["header"]})
    sheet.set_footer("", {"margin": margins["footer"]})
    sheet.fit_to_pages(1, 1)
    sheet.center_horizontally()
    sheet.print_area(layout["printArea"])
    sheet.hide_gridlines(2)


def main(drawing_path, out):
    with open(drawing_path, encoding="utf-8") as file:
        drawing = json.load(file)
    with xlsxwriter.Workbook(out) as workbook:
        formats = [to_format(workbook, style) for style in drawing["styles"]]
        for page in drawing["pages"]:
            draw_page(workbook, formats, drawing["layouts"][page["layout"]], page)


main(*sys.argv[1:])
