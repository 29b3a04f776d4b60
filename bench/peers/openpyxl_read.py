"""openpyxl_read.py FOLDER PROCESSES EVERY: reads one in EVERY workbooks below a folder with openpyxl and does nothing with it."""

import multiprocessing
import pathlib
import sys

from openpyxl import load_workbook


def read(path):
    return len(load_workbook(path).worksheets)


def main(folder, processes, every):
    paths = sorted(pathlib.Path(folder).rglob("*.xlsx"))[:: int(every)]
    with multiprocessing.Pool(int(processes)) as pool:
        if 0 in pool.imap_unordered(read, paths, chunksize=8):
            raise SystemExit("a workbook without sheets")


if __name__ == "__main__":
    main(*sys.argv[1:])
