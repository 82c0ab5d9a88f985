package io.cotangent.processor.pass;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;

/**
 * Which elements an operation may change, told by the type of the array: arrays of different types
 * are different arrays. Elements of an array that is watched from there on count as changed.
 */
public final class Writes {
  private Writes() {}

  /** Whether elements of an array of that type may change while the region runs. */
  static boolean mayHappen(Region region, Type array) {
    return region.ops().stream().anyMatch(op -> mayHappen(op, array));
  }

  /** Whether the operation may change elements of an array of that type. */
  public static boolean mayHappen(Op op, Type array) {
    if (op instanceof Op.Store store) {
      return store.array().type().equals(array);
    }
    if (op instanceof Op.Call call) {
      return call.args().stream().map(Value::type).anyMatch(t -> leadsTo(t, array));
    }
    if (op instanceof Op.Opaque opaque) {
      return opaque.nature().mayWrite() || opaque.isWatch();
    }
    return op.regions().stream().anyMatch(r -> mayHappen(r, array));
  }

  /** Whether an array of that type may be reached from a reference. */
  private static boolean leadsTo(Type reference, Type array) {
    if (reference.equals(array)) {
      return true;
    }
    return reference instanceof ArrayType rows
        ? leadsTo(rows.element(), array)
        : reference.isReference();
  }
}
