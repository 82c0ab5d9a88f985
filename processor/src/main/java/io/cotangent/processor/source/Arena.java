package io.cotangent.processor.source;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Where all objects of one class are that hold one another: an array for each leaf of each part, in
 * an array of length one that keeps its place when the first is replaced by a longer one.
 *
 * @param parts what the arrays of each part are made of; their values mean nothing
 * @param size an array of length one: how many objects there are
 * @param holders of the arrays of all parts
 */
record Arena(ObjectClass of, List<Columns> parts, Value size, List<Value> holders) {
  Arena {
    parts = List.copyOf(parts);
    holders = List.copyOf(holders);
  }

  /** An arena for such parts made of new values. */
  static Arena of(ObjectClass of, List<Columns> parts) {
    List<Value> holders = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = of.slots().get(i).name();
      parts
          .get(i)
          .leaves()
          .forEach(v -> holders.add(new Value(new ArrayType(v.type()), name(of, part))));
    }
    Value size = new Value(new ArrayType(Primitive.INT), name(of, "size"));
    return new Arena(of, parts, size, holders);
  }

  private static String name(ObjectClass of, String part) {
    String simple = of.element().getSimpleName().toString();
    return simple.isEmpty()
        ? part
        : Character.toLowerCase(simple.charAt(0)) + simple.substring(1) + "_" + part;
  }

  /** All values it consists of. */
  List<Value> leaves() {
    List<Value> leaves = new ArrayList<>(List.of(size));
    leaves.addAll(holders);
    return leaves;
  }

  /** The holders of the arrays of one part. */
  List<Value> holders(int part) {
    int from = parts.subList(0, part).stream().mapToInt(c -> c.leaves().size()).sum();
    return holders.subList(from, from + parts.get(part).leaves().size());
  }
}
