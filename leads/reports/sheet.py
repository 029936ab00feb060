"""A report as CSV that a Russian Excel opens: semicolons, a byte-order mark, no live formulas."""

import csv
import io

# What a spreadsheet takes for the beginning of a formula, also after it was cut off.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def defused(value) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(DANGEROUS) else text


def sheet(report) -> str:
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow([defused(report.title)])
    writer.writerow([defused(report.definition)])
    writer.writerow([defused(name) for name in report.columns])
    for row in report.rows:
        writer.writerow([defused(cell.value) for cell in row])
    return "\ufeff" + lines.getvalue()
