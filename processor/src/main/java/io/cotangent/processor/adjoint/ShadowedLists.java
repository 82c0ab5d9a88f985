package io.cotangent.processor.adjoint;

import io.cotangent.processor.ir.Value;
import io.cotangent.processor.tangent.Shadowing;
import java.util.ArrayList;
import java.util.List;

/** Lists of values that travel together, with the shadows of the references among them behind. */
record ShadowedLists(Shadowing shadowing) {
  /**
   * The values, then the shadows of those whose counterpart in {@code model} has one. An empty list
   * stays empty: it is what a region that ends in a throw yields.
   */
  List<Value> extend(List<Value> values, List<Value> model) {
    List<Value> extended = new ArrayList<>(values);
    for (int i = 0; i < values.size(); i++) {
      if (shadowing.isShadowed(model.get(i))) {
        extended.add(shadowing.of(values.get(i)));
      }
    }
    return extended;
  }
}
