package io.cotangent.processor.pass;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Origin;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the rows of small matrices one by one. In: any IR. Out: the same where every array with
 * several dimensions that {@link ScalarReplacement} is going to replace is made as an array of
 * nulls into which its rows are stored.
 */
final class SmallMatrices {
  private final SmallArrays arrays;

  private SmallMatrices(SmallArrays arrays) {
    this.arrays = arrays;
  }

  static Region split(Region region) {
    return new SmallMatrices(SmallArrays.of(region)).region(region);
  }

  private Region region(Region region) {
    Builder out = new Builder(Origin.NONE);
    for (Op op : region.ops()) {
      out.at(op.origin());
      if (op instanceof Op.NewArray array && isMatrix(array)) {
        split(array, out);
      } else {
        List<Region> regions = op.regions().stream().map(this::region).toList();
        out.add(op.rebuild(op.results(), op.operands(), regions));
      }
    }
    return new Region(region.params(), out.ops(), region.yields());
  }

  /** An empty array is made as it is: its rows may have a length that throws. */
  private boolean isMatrix(Op.NewArray op) {
    return op.dimensions().size() > 1
        && arrays.contains(op.value())
        && arrays.length(op.value()) > 0;
  }

  private void split(Op.NewArray op, Builder out) {
    out.add(new Op.NewArray(op.value(), op.dimensions().subList(0, 1), op.origin()));
    List<Value> below = new ArrayList<>(op.dimensions());
    below.remove(0);
    for (int i = 0; i < arrays.length(op.value()); i++) {
      Value row = new Value(((ArrayType) op.value().type()).element(), op.value().name());
      out.add(new Op.NewArray(row, below, op.origin()));
      out.store(op.value(), out.intConstant(i), row);
    }
  }
}
