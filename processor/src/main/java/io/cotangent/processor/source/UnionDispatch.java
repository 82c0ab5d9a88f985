package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Does with a union what is to be done with the alternative it is. */
final class UnionDispatch {
  private final Scope scope;
  private final Operand.Union union;
  private final Tree tree;

  UnionDispatch(Scope scope, Operand.Union union, Tree tree) {
    this.scope = scope;
    this.union = union;
    this.tree = tree;
  }

  /** What the alternative comes to. */
  Operand each(String name, UnaryOperator<Operand> action) {
    return among(new ArrayList<>(union.alternatives().keySet()), name, action);
  }

  private Operand among(List<Integer> tags, String name, UnaryOperator<Operand> action) {
    Operand first = union.alternatives().get(tags.get(0));
    if (tags.size() == 1) {
      return action.apply(first);
    }
    List<Integer> others = tags.subList(1, tags.size());
    return scope
        .cursor()
        .choose(
            scope.origin(tree),
            is(tags.get(0)),
            name,
            () -> action.apply(first),
            () -> among(others, name, action));
  }

  /** Whether it is the alternative of that number. */
  Value is(int tag) {
    Value number = scope.at(tree).intConstant(tag);
    return scope.at(tree).apply(Operator.EQ, union.tag(), number);
  }
}
