"""Files that others read: workbook, CSV, JSON and pages. Each is written whole or not at all."""
