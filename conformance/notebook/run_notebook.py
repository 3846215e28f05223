"""Executes a notebook from its first cell to its last in a folder of its own. Fails with the error of the cell that fails."""

import sys

import nbformat
from nbclient import NotebookClient

notebook_file, folder = sys.argv[1:]
notebook = nbformat.read(notebook_file, as_version=4)
nbformat.validate(notebook)
NotebookClient(notebook, timeout=300, resources={"metadata": {"path": folder}}).execute()
empty = [
    cell.source.splitlines()[0]
    for cell in notebook.cells
    # A cell that ends in an expression, or prints, shows something.
    if cell.cell_type == "code" and not cell.outputs and not cell.source.startswith("import os")
]
if empty:
    sys.exit(f"cells that show nothing: {empty}")
