package io.cotangent.fuzz;

import io.cotangent.fuzz.interpret.Block;
import io.cotangent.fuzz.interpret.Reference;

/** An expected adjoint of all inputs, summed up from seeds. */
record Pulled(double[] sums, double[] scales) {
  Pulled(int inputs) {
    this(new double[inputs], new double[inputs]);
  }

  /** The adjoint for seeds of the result. */
  Pulled(Reference reference, Object[] seeds) {
    this(reference.inputs());
    add(reference.ofResult(), Leaves.of(seeds));
  }

  void add(Block block, double[] seeds) {
    if (block.partials().length > 0) {
      block.pullBack(seeds, sums, scales);
    }
  }

  void addRow(Block block, int row) {
    double[] seeds = new double[block.partials().length];
    seeds[row] = 1;
    add(block, seeds);
  }

  /** Adds what was in the buffers. */
  void addExact(double[] before) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += before[i];
      scales[i] += Math.abs(before[i]);
    }
  }
}
