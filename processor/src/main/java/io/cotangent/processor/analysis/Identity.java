package io.cotangent.processor.analysis;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.ir.Value;
import java.util.HashSet;
import java.util.Set;

/** Whether a program asks if two arrays are one: the cells of objects tell these apart. */
public final class Identity {
  private final Set<Value> nulls = new HashSet<>();

  private Identity() {}

  /** Whether any function compares two arrays; comparisons with null do not count. */
  public static boolean isAsked(Unit unit) {
    return unit.functions().values().stream().anyMatch(f -> new Identity().isAsked(f.body()));
  }

  private boolean isAsked(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Const constant && constant.constant() == null) {
        nulls.add(constant.value());
      }
      if (op instanceof Op.Apply cast
          && cast.operator() == Operator.CAST
          && nulls.contains(cast.args().get(0))) {
        nulls.add(cast.value());
      }
      if (op instanceof Op.Apply apply && comparesArrays(apply)) {
        return true;
      }
      if (op.regions().stream().anyMatch(this::isAsked)) {
        return true;
      }
    }
    return false;
  }

  private boolean comparesArrays(Op.Apply apply) {
    boolean compares = apply.operator() == Operator.EQ || apply.operator() == Operator.NE;
    return compares
        && apply.args().stream().allMatch(a -> a.type() instanceof ArrayType && !nulls.contains(a));
  }
}
