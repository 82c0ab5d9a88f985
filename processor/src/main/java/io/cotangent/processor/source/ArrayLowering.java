package io.cotangent.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Lowers the elements of arrays and their creation. */
final class ArrayLowering {
  private final Scope scope;
  private final ExpressionLowering expressions;

  ArrayLowering(Scope scope, ExpressionLowering expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  /** The element an expression names, array and index evaluated. */
  Element element(ArrayAccessTree tree) {
    Value array = expressions.value(tree.getExpression(), "");
    Value index = expressions.converted(tree.getIndex(), Primitive.INT);
    return new Element(scope, expressions, array, index, tree);
  }

  /** An element of an array. */
  record Element(Scope scope, ExpressionLowering expressions, Value array, Value index, Tree tree)
      implements Place {
    @Override
    public Type type() {
      return ((ArrayType) array.type()).element();
    }

    @Override
    public Operand load() {
      return new Operand.Scalar(load(""));
    }

    Value load(String name) {
      return scope.at(tree).load(array, index, name);
    }

    @Override
    public void store(Operand content) {
      Value stored = expressions.single(content, tree);
      scope.cursor().builder().store(array, index, stored);
    }

    @Override
    public String name() {
      return "";
    }
  }

  Value create(NewArrayTree tree, String name) {
    return create(tree, (ArrayType) scope.type(tree), name);
  }

  private Value create(NewArrayTree tree, ArrayType type, String name) {
    if (tree.getInitializers() != null) {
      return filled(tree, type, name);
    }
    List<Value> dimensions = new ArrayList<>();
    for (ExpressionTree dimension : tree.getDimensions()) {
      dimensions.add(expressions.converted(dimension, Primitive.INT));
    }
    return allocate(type, dimensions, name, tree);
  }

  private Value allocate(ArrayType type, List<Value> dimensions, String name, Tree tree) {
    Value array = new Value(type, name);
    scope.at(tree).add(new Op.NewArray(array, dimensions, scope.origin(tree)));
    return array;
  }

  private Value filled(NewArrayTree tree, ArrayType type, String name) {
    List<? extends ExpressionTree> elements = tree.getInitializers();
    Value length = scope.at(tree).intConstant(elements.size());
    Value array = allocate(type, List.of(length), name, tree);
    for (int i = 0; i < elements.size(); i++) {
      Value element = initial(elements.get(i), type.element());
      Value index = scope.at(elements.get(i)).intConstant(i);
      scope.at(elements.get(i)).store(array, index, element);
    }
    return array;
  }

  private Value initial(ExpressionTree tree, Type type) {
    if (tree instanceof NewArrayTree row && row.getType() == null) {
      return create(row, (ArrayType) type, "");
    }
    return expressions.single(expressions.converted(tree, type, ""), tree);
  }

  /** An array that holds the values, for a call with a variable number of arguments. */
  Value pack(ArrayType type, List<Value> values, Tree tree) {
    Value length = scope.at(tree).intConstant(values.size());
    Value array = allocate(type, List.of(length), "", tree);
    for (int i = 0; i < values.size(); i++) {
      Value index = scope.at(tree).intConstant(i);
      scope.at(tree).store(array, index, values.get(i));
    }
    return array;
  }
}
