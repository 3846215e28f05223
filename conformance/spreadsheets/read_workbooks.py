"""Reads workbooks with openpyxl and says what is not as it should be: FILE.xlsx, whose first sheet is FILE.csv.

One complaint a line on standard output; nothing where all is well.
"""

import csv
import datetime
import re
import sys

import openpyxl

# Where ids lead: CSV has the id alone.
PAGES = "https://attack.mitre.org/"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


def shown(cell):
    """A cell as CSV has it: days as days, numbers as numbers, links with their address behind the words."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y-%m-%d") if cell.number_format.endswith("dd") else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, (int, float)):
        return float(value)
    target = value if cell.hyperlink is None else cell.hyperlink.target
    if target != value and not target.startswith(PAGES):
        return f"{value} {target}"
    return value


def given(text):
    """A cell of CSV: numbers as numbers, and without the apostrophe that keeps text from being a formula."""
    if text.startswith("'") and text[1:].startswith(FORMULA):
        return text[1:]
    if MOMENT.match(text):
        return text[:16].replace("T", " ")
    try:
        return float(text)
    except ValueError:
        return text


def alike(one, other):
    if isinstance(one, str) and isinstance(other, float):
        return float(one) == other
    return one == other or str(one).replace("\r\n", "\n") == str(other).replace("\r\n", "\n")


def about_sheet(sheet):
    if sheet.freeze_panes is None or not sheet.freeze_panes.endswith("2"):
        yield f"its head is not frozen: {sheet.freeze_panes}"
    if sheet.auto_filter.ref != sheet.dimensions:
        yield f"it filters {sheet.auto_filter.ref} of {sheet.dimensions}"
    if sheet.print_title_rows != "$1:$1":
        yield f"it repeats {sheet.print_title_rows} on each page"
    if sheet.page_setup.orientation != "landscape" or not sheet.sheet_properties.pageSetUpPr.fitToPage:
        yield "it does not print in landscape, as wide as a page"
    if (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) != (1, 0):
        yield "it is not fitted to the width of a page alone"
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                yield f"{cell.coordinate} is a formula: {cell.value}"
            if cell.hyperlink is not None and not cell.hyperlink.target.startswith(("https://", "http://")):
                yield f"{cell.coordinate} leads to {cell.hyperlink.target}"
            if cell.number_format == "0.0%" and not isinstance(cell.value, (int, float)):
                yield f"{cell.coordinate} is no number: {cell.value}"


def about_first(sheet, table):
    rows = [[shown(cell) for cell in row] for row in sheet.iter_rows()]
    if len(rows) != len(table):
        yield f"{len(table)} rows became {len(rows)}"
    for number, (row, expected) in enumerate(zip(rows, table), start=1):
        for value, text in zip(row, expected):
            if not alike(value, given(text)):
                yield f"row {number}: {text!r} became {value!r}"


shares = links = days = 0
for name in sys.argv[1:]:
    book = openpyxl.load_workbook(f"{name}.xlsx")
    with open(f"{name}.csv", encoding="utf8", newline="") as file:
        table = list(csv.reader(file))
    for sheet in book:
        for complaint in about_sheet(sheet):
            print(f"{name}: {sheet.title}: {complaint}")
        cells = [cell for row in sheet.iter_rows() for cell in row]
        shares += sum(cell.number_format == "0.0%" for cell in cells)
        links += sum(cell.hyperlink is not None for cell in cells)
        days += sum(isinstance(cell.value, datetime.datetime) for cell in cells)
    for complaint in about_first(book.worksheets[0], table):
        print(f"{name}: {complaint}")
for what, number in {"share": shares, "link": links, "day": days}.items():
    if number == 0:
        print(f"there is no {what} in any of them")
