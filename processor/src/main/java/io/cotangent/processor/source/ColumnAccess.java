package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Builder;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;

/** Makes, reads and writes arrays whose elements are taken apart, cells among them. */
final class ColumnAccess {
  private final Scope scope;

  ColumnAccess(Scope scope) {
    this.scope = scope;
  }

  /** A new array of what the elements are made of; all of them are null or zero. */
  Columns create(Columns like, List<Value> dimensions, Tree tree) {
    List<Value> arrays = new ArrayList<>();
    for (Value array : like.arrays()) {
      Value made = new Value(array.type(), array.name());
      scope.at(tree).add(new Op.NewArray(made, dimensions, scope.origin(tree)));
      arrays.add(made);
    }
    scope.cursor().made(arrays.get(0));
    return new Columns(like.element(), like.type(), arrays, like.room());
  }

  /** A new cell for what a field of the declared type may hold. */
  Columns cell(Columns like, Tree tree) {
    return create(like, List.of(scope.at(tree).intConstant(1)), tree);
  }

  /** The element at the index. */
  Operand load(Columns array, Value index, String name, Tree tree) {
    boolean single = array.element() instanceof Operand.Scalar;
    Builder out = scope.at(tree);
    List<Value> leaves = new ArrayList<>();
    for (Value leaf : array.arrays()) {
      leaves.add(out.load(leaf, index, single ? name : leaf.name()));
    }
    return array.element().withLeaves(leaves.iterator());
  }

  /** What a cell holds. */
  Operand load(Columns cell, String name, Tree tree) {
    return load(cell, scope.at(tree).intConstant(0), name, tree);
  }

  void store(Columns array, Value index, Operand content, Tree tree) {
    List<Value> leaves = fitting(content, array, tree).leaves();
    Builder out = scope.at(tree);
    for (int i = 0; i < leaves.size(); i++) {
      out.store(array.arrays().get(i), index, leaves.get(i));
    }
  }

  void store(Columns cell, Operand content, Tree tree) {
    store(cell, scope.at(tree).intConstant(0), content, tree);
  }

  /** The operand as one that is made of what a field or element holds; rejected if it is not. */
  private Operand fitting(Operand content, Columns array, Tree tree) {
    Operand like = array.element();
    Operand joined = scope.joining().join(like, content);
    if (!joined.key().equals(like.key())) {
      new Widening(scope, tree).widen(array, content);
      scope.report(tree, Problem.CANNOT_HOLD, content.type());
      throw new Rejected();
    }
    return scope.joining().adapt(content, like, scope.at(tree));
  }

  /** {@code array.clone()}. */
  Columns copy(Columns array, Tree tree) {
    List<Value> copies = new ArrayList<>();
    for (Value leaf : array.arrays()) {
      copies.add(scope.at(tree).copyArray(leaf, Op.CopyArray.Kind.CLONE, leaf.name()));
    }
    return new Columns(array.element(), array.type(), copies, array.room());
  }

  /** The element type of an array as the program sees it. */
  static io.cotangent.processor.ir.Type elementType(Columns array) {
    return ((ArrayType) array.type()).element();
  }
}
