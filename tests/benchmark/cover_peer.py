"""cover_peer.py BENCHMARK [SEED...]: smallest groups by SciPy's mixed-integer solver (HiGHS), the same programmes.

Prints its cost and time for each seed; the benchmark itself prints ours.
"""

import subprocess
import sys
import time

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

benchmark, seeds = sys.argv[1], sys.argv[2:] or ["1", "2", "3"]
for seed in seeds:
    text = subprocess.run([benchmark, "--write", seed], capture_output=True, check=True, text=True).stdout
    measures = [[int(word) for word in line.split()] for line in text.splitlines()]
    rows = numpy.repeat(numpy.arange(len(measures)), [len(each) for each in measures])
    columns = numpy.concatenate([numpy.array(each) for each in measures])
    matrix = csr_array((numpy.ones(len(rows)), (rows, columns)), shape=(len(measures), columns.max() + 1))
    start = time.perf_counter()
    result = milp(
        numpy.ones(matrix.shape[1]),
        constraints=LinearConstraint(matrix, lb=1),
        integrality=numpy.ones(matrix.shape[1]),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0},
    )
    seconds = time.perf_counter() - start
    print(f"shared   {seed:>4} HiGHS   cost {result.fun:4.0f} {result.message} {seconds:.3f} s, {len(measures)} measures")
