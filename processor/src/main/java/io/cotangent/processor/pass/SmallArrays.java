package io.cotangent.processor.pass;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The arrays of a region that can be replaced by their elements: made here, of a small constant
 * length, and used for nothing but their length and elements at constant indices within it. Such an
 * array is known under one name only, so nobody else reads or writes it.
 */
final class SmallArrays {
  private static final int LONGEST = 16;

  private final Definitions definitions;
  private final Map<Value, Integer> lengths = new HashMap<>();
  private final Set<Value> refused = new HashSet<>();

  private SmallArrays(Definitions definitions) {
    this.definitions = definitions;
  }

  static SmallArrays of(Region region) {
    SmallArrays arrays = new SmallArrays(Definitions.of(region));
    arrays.find(region);
    arrays.check(region);
    arrays.lengths.keySet().removeAll(arrays.refused);
    return arrays;
  }

  boolean isEmpty() {
    return lengths.isEmpty();
  }

  boolean contains(Value array) {
    return lengths.containsKey(array);
  }

  int length(Value array) {
    return lengths.get(array);
  }

  /** The element at an index, which is a constant. */
  ScalarReplacement.Element element(Value array, Value index) {
    return new ScalarReplacement.Element(array, (Integer) definitions.constant(index));
  }

  private void find(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Op.NewArray array
          && definitions.constant(array.dimensions().get(0)) instanceof Integer length
          && length >= 0
          && length <= LONGEST) {
        lengths.put(array.value(), length);
      }
      op.regions().forEach(this::find);
    }
  }

  private void check(Region region) {
    region.yields().forEach(refused::add);
    for (Op op : region.ops()) {
      if (op instanceof Op.Load load) {
        checkIndex(load.array(), load.index());
      } else if (op instanceof Op.Store store) {
        checkIndex(store.array(), store.index());
        refused.add(store.stored());
      } else if (!(op instanceof Op.Length)) {
        refused.addAll(op.operands());
      }
      op.regions().forEach(this::check);
    }
  }

  private void checkIndex(Value array, Value index) {
    boolean isInside =
        definitions.constant(index) instanceof Integer i
            && i >= 0
            && i < lengths.getOrDefault(array, 0);
    if (!isInside) {
      refused.add(array);
    }
  }
}
