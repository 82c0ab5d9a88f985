package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arenas of a unit, as one function sees them: its root makes them, all others are given. */
final class Arenas {
  private static final int FIRST_CAPACITY = 16;

  private final Map<ObjectClass, Arena> all = new LinkedHashMap<>();

  private Arenas() {}

  /** The arenas as parameters. */
  static Arenas given(Scope scope, Tree tree) {
    Arenas arenas = new Arenas();
    for (ObjectClass of : scope.rooms().linked()) {
      arenas.all.put(of, Arena.of(of, new Declared(scope).columns(of, tree)));
    }
    return arenas;
  }

  /** New arenas without objects. */
  static Arenas made(Scope scope, Tree tree) {
    Arenas arenas = given(scope, tree);
    for (Arena arena : arenas.all.values()) {
      Builder out = scope.at(tree);
      List<Value> one = List.of(out.intConstant(1));
      out.add(new Op.NewArray(arena.size(), one, scope.origin(tree)));
      // Null is at index zero.
      List<Value> capacity = List.of(one.get(0), out.intConstant(FIRST_CAPACITY));
      arena.holders().forEach(h -> out.add(new Op.NewArray(h, capacity, scope.origin(tree))));
    }
    return arenas;
  }

  /** The values they consist of. */
  List<Value> leaves() {
    return all.values().stream().flatMap(a -> a.leaves().stream()).toList();
  }

  /** What a function is called with: the arenas come first. */
  List<Value> with(List<Operand> arguments) {
    List<Value> values = new ArrayList<>(leaves());
    values.addAll(Operand.leaves(arguments));
    return values;
  }

  /** A new object all of whose fields are zero or null. */
  Linked create(ObjectClass of, Scope scope, Tree tree) {
    Arena arena = all.get(of);
    Builder out = scope.at(tree);
    Value first = out.intConstant(0);
    Value count = out.load(arena.size(), first, "");
    Value index =
        out.apply(Operator.ADD, Primitive.INT, "index", List.of(count, out.intConstant(1)));
    out.store(arena.size(), first, index);
    if (!arena.holders().isEmpty()) {
      Value length = out.length(out.load(arena.holders().get(0), first, ""));
      Value isFull = out.apply(Operator.EQ, index, length);
      scope
          .cursor()
          .branch(scope.origin(tree), isFull, () -> grow(arena, index, scope, tree), () -> {});
    }
    scope.cursor().made(index);
    return new Linked(of, index);
  }

  private void grow(Arena arena, Value count, Scope scope, Tree tree) {
    Builder out = scope.at(tree);
    Value first = out.intConstant(0);
    Value longer = out.apply(Operator.MUL, count, out.intConstant(2));
    List<Value> from = new ArrayList<>();
    List<Value> to = new ArrayList<>();
    for (Value holder : arena.holders()) {
      Value old = out.load(holder, first, holder.name());
      Value array = new Value(old.type(), holder.name());
      out.add(new Op.NewArray(array, List.of(longer), scope.origin(tree)));
      from.add(old);
      to.add(array);
    }
    Variable i = new Variable("i", Primitive.INT);
    scope.cursor().variables().set(i, new Operand.Scalar(out.intConstant(0)));
    scope
        .cursor()
        .loop(
            scope.origin(tree),
            Set.of(i),
            () -> scope.at(tree).apply(Operator.LT, at(i, scope), count),
            () -> copy(from, to, i, scope, tree));
    for (int k = 0; k < to.size(); k++) {
      scope.at(tree).store(arena.holders().get(k), first, to.get(k));
    }
  }

  private static Value at(Variable i, Scope scope) {
    return scope.cursor().variables().get(i).leaves().get(0);
  }

  private static void copy(List<Value> from, List<Value> to, Variable i, Scope scope, Tree tree) {
    Builder out = scope.at(tree);
    Value index = at(i, scope);
    for (int k = 0; k < from.size(); k++) {
      out.store(to.get(k), index, out.load(from.get(k), index, ""));
    }
    Value next = out.apply(Operator.ADD, Primitive.INT, "i", List.of(index, out.intConstant(1)));
    scope.cursor().variables().set(i, new Operand.Scalar(next));
  }

  /** What a part of an object holds, which is not null. */
  Operand load(Linked object, int part, String name, Scope scope, Tree tree) {
    return new ColumnAccess(scope)
        .load(columns(object.of(), part, scope, tree), object.index(), name, tree);
  }

  /** The component of that name of a record, which is not null. */
  Operand component(Linked record, String component, String name, Scope scope, Tree tree) {
    int part = 0;
    while (!record.of().slots().get(part).name().equals(component)) {
      part++;
    }
    return load(record, part, name, scope, tree);
  }

  /** Lets a part of an object hold something else. */
  void store(Linked object, int part, Operand content, Scope scope, Tree tree) {
    new ColumnAccess(scope)
        .store(columns(object.of(), part, scope, tree), object.index(), content, tree);
  }

  private Columns columns(ObjectClass of, int part, Scope scope, Tree tree) {
    Arena arena = all.get(of);
    Builder out = scope.at(tree);
    Value first = out.intConstant(0);
    List<Value> arrays = new ArrayList<>();
    arena.holders(part).forEach(h -> arrays.add(out.load(h, first, h.name())));
    return (Columns) arena.parts().get(part).withLeaves(arrays.iterator());
  }
}
