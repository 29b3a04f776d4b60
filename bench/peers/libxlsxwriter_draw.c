/*
 * libxlsxwriter_draw DRAWING OUT: draws the sheets of a drawing into one workbook with libxlsxwriter. A line of the drawing is one thing, its
 * fields parted by tabs (see ../flatten-drawing.ts); "\n" in a text stands for a line break. Without arguments it prints the library's version.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#define MOST_STYLES 256
#define MOST_FIELDS 16
#define A4 9

/* libxlsxwriter adds this to every width. */
static const double WIDTH_PADDING = 5.0 / 7.0;

static lxw_format *styles[MOST_STYLES];
static size_t style_count;

/* Parts a line in place; fields that are missing are empty. */
static void split(char *line, char *fields[MOST_FIELDS]) {
    size_t count = 0;
    line[strcspn(line, "\n")] = '\0';
    while (count < MOST_FIELDS) {
        char *tab = strchr(line, '\t');
        fields[count++] = line;
        if (!tab) break;
        *tab = '\0';
        line = tab + 1;
    }
    char *end = line + strlen(line);
    while (count < MOST_FIELDS) fields[count++] = end;
}

static char *unescape(char *text) {
    char *to = text;
    for (char *from = text; *from; from++) {
        if (from[0] == '\\' && from[1] == 'n') {
            *to++ = '\n';
            from++;
        } else *to++ = *from;
    }
    *to = '\0';
    return text;
}

static uint8_t border_of(const char *line) {
    static const char *const names[] = {"", "thin", "medium", "dashed", "dotted", "thick", "double", "hair"};
    for (uint8_t index = 0; index < sizeof names / sizeof *names; index++)
        if (strcmp(line, names[index]) == 0) return index;
    fprintf(stderr, "no border is called %s\n", line);
    exit(1);
}

static void add_style(lxw_workbook *workbook, char *f[]) {
    lxw_format *format = workbook_add_format(workbook);
    format_set_font_name(format, f[1]);
    format_set_font_size(format, atof(f[2]));
    if (*f[3] == '1') format_set_bold(format);
    if (*f[4]) format_set_font_family(format, (uint8_t)atoi(f[4]));
    if (*f[5]) format_set_font_charset(format, (uint8_t)atoi(f[5]));
    if (strcmp(f[6], "left") == 0) format_set_align(format, LXW_ALIGN_LEFT);
    else if (strcmp(f[6], "center") == 0) format_set_align(format, LXW_ALIGN_CENTER);
    else if (strcmp(f[6], "right") == 0) format_set_align(format, LXW_ALIGN_RIGHT);
    if (strcmp(f[7], "top") == 0) format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    else if (strcmp(f[7], "center") == 0) format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    else if (strcmp(f[7], "bottom") == 0) format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
    if (*f[8] == '1') format_set_text_wrap(format);
    format_set_num_format(format, f[9]);
    format_set_left(format, border_of(f[10]));
    format_set_right(format, border_of(f[11]));
    format_set_top(format, border_of(f[12]));
    format_set_bottom(format, border_of(f[13]));
    if (style_count == MOST_STYLES) exit(1);
    styles[style_count++] = format;
}

/* Name, six margins, the corners of the print area. */
static lxw_worksheet *add_page(lxw_workbook *workbook, char *f[]) {
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, f[1]);
    lxw_header_footer_options header = {.margin = atof(f[6])}, footer = {.margin = atof(f[7])};
    worksheet_set_paper(sheet, A4);
    worksheet_set_margins(sheet, atof(f[2]), atof(f[3]), atof(f[4]), atof(f[5]));
    worksheet_set_header_opt(sheet, "", &header);
    worksheet_set_footer_opt(sheet, "", &footer);
    worksheet_fit_to_pages(sheet, 1, 1);
    worksheet_center_horizontally(sheet);
    worksheet_print_area(sheet, atoi(f[8]), atoi(f[9]), atoi(f[10]), atoi(f[11]));
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    return sheet;
}

static void draw_cell(lxw_worksheet *sheet, char *f[]) {
    lxw_format *format = styles[atoi(f[3])];
    if (*f[4]) worksheet_write_string(sheet, atoi(f[1]), atoi(f[2]), unescape(f[4]), format);
    else worksheet_write_blank(sheet, atoi(f[1]), atoi(f[2]), format);
}

int main(int argc, char *argv[]) {
    if (argc < 3) {
        puts(LXW_VERSION);
        return 0;
    }
    FILE *drawing = fopen(argv[1], "r");
    if (!drawing) return 1;
    lxw_workbook *workbook = workbook_new(argv[2]);
    lxw_worksheet *sheet = NULL;
    char *line = NULL, *f[MOST_FIELDS];
    size_t size = 0;
    while (getline(&line, &size, drawing) > 0) {
        split(line, f);
        switch (*f[0]) {
        case 'S': add_style(workbook, f); break;
        case 'P': sheet = add_page(workbook, f); break;
        case 'W': worksheet_set_column(sheet, atoi(f[1]), atoi(f[1]), atof(f[2]) - WIDTH_PADDING, NULL); break;
        case 'H': worksheet_set_row(sheet, atoi(f[1]), atof(f[2]), NULL); break;
        case 'M': worksheet_merge_range(sheet, atoi(f[1]), atoi(f[2]), atoi(f[3]), atoi(f[4]), "", NULL); break;
        case 'C': draw_cell(sheet, f); break;
        }
    }
    free(line);
    fclose(drawing);
    return workbook_close(workbook) == LXW_NO_ERROR ? 0 : 1;
}
