"""pandas and scipy on the table that remit_links_benchmark writes: CPU seconds.

links_peer.py PROGRAM
"""
import statistics
import subprocess
import sys
import tempfile
import time

import numpy
import pandas
import scipy.sparse


def read(path):
    table = pandas.read_csv(path, dtype=str)
    rows, measures = pandas.factorize(table["measure"])
    columns, departments = pandas.factorize(table["department"])
    ones = numpy.ones(len(rows), dtype="int8")
    return scipy.sparse.csr_matrix((ones, (rows, columns)), (len(measures), len(departments)))


with tempfile.NamedTemporaryFile(suffix=".csv") as file:
    subprocess.run([sys.argv[1], file.name], check=True)
    times = []
    for _ in range(3):
        start = time.process_time()
        read(file.name)
        times.append(time.process_time() - start)
    print(f"pandas.read_csv, factorize, csr_matrix: {statistics.median(times):.3f} s")
