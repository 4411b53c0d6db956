"""Prints the cells of a workbook as JSON: [["sheet!A1", {"value": …, "formula": …}], …]. Used by corpus.ts."""
import datetime
import json
import sys
import warnings

import openpyxl
from openpyxl.utils.datetime import to_excel

warnings.simplefilter("ignore")
path = sys.argv[1]
values = openpyxl.load_workbook(path, data_only=True)
formulas = openpyxl.load_workbook(path)


def plain(value, epoch):
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return to_excel(value, epoch)
    return value


cells = []
for sheet in formulas.worksheets:
    cached = values[sheet.title]
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            entry = {"value": plain(cached[cell.coordinate].value, values.epoch)}
            text = cell.value
            if cell.data_type == "f":
                entry["formula"] = (text if isinstance(text, str) else text.text or "").removeprefix("=")
            cells.append([f"{sheet.title}!{cell.coordinate}", entry])
json.dump(cells, sys.stdout)
