package io.cotangent.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Lowers the elements of arrays and their creation. */
final class ArrayLowering {
  private final Scope scope;
  private final ExpressionLowering expressions;
  private final ColumnAccess columns;

  ArrayLowering(Scope scope, ExpressionLowering expressions) {
    this.scope = scope;
    this.expressions = expressions;
    this.columns = new ColumnAccess(scope);
  }

  /** The element an expression names, array and index evaluated. */
  Place element(ArrayAccessTree tree, String name) {
    Operand array = array(tree.getExpression());
    Value index = expressions.converted(tree.getIndex(), Primitive.INT);
    return new Element(array, index, tree, name, scope.type(tree));
  }

  /** An array that the type of a field or method with type parameters may have hidden. */
  Operand array(ExpressionTree tree) {
    Operand array = expressions.lower(tree, "");
    boolean isHidden = array instanceof Operand.Scalar && array.type() instanceof RefType;
    return isHidden && scope.type(tree) instanceof ArrayType type
        ? expressions.conversions().cast(array, type, tree)
        : array;
  }

  /** An element of an array. */
  private final class Element implements Place {
    private final Operand array;
    private final Value index;
    private final Tree tree;
    private final String name;
    private final Type type;

    Element(Operand array, Value index, Tree tree, String name, Type type) {
      this.array = array;
      this.index = index;
      this.tree = tree;
      this.name = name;
      this.type = type;
    }

    @Override
    public Type type() {
      return type;
    }

    @Override
    public Operand load() {
      return ArrayLowering.this.load(array, index, name, tree);
    }

    @Override
    public void store(Operand content) {
      ArrayLowering.this.store(array, index, content, tree);
    }

    @Override
    public String name() {
      return "";
    }
  }

  /** The element of an array, whatever it is made of. */
  Operand load(Operand array, Value index, String name, Tree tree) {
    if (array instanceof Operand.Union union) {
      return new UnionDispatch(scope, union, tree).each(name, one -> load(one, index, name, tree));
    }
    if (array instanceof Columns taken) {
      return columns.load(taken, index, name, tree);
    }
    if (array instanceof Operand.Null || array instanceof Operand.Unset) {
      return expressions.conversions().throwNull(tree);
    }
    Value single = expressions.single(array, tree);
    return new Operand.Scalar(scope.at(tree).load(single, index, name));
  }

  private void store(Operand array, Value index, Operand content, Tree tree) {
    if (array instanceof Operand.Union union) {
      new UnionDispatch(scope, union, tree)
          .each(
              "",
              one -> {
                store(one, index, content, tree);
                return Operand.NOTHING;
              });
    } else if (array instanceof Columns taken) {
      columns.store(taken, index, content, tree);
    } else if (array instanceof Operand.Null || array instanceof Operand.Unset) {
      expressions.conversions().throwNull(tree);
    } else {
      if (Conversions.isLost(content) && array.type() instanceof ArrayType own) {
        new Widening(scope, tree).widen(own, content);
      }
      Value target = expressions.single(array, tree);
      Value stored = expressions.single(content, tree);
      if (stored.type().isRealArray()) {
        stored = expressions.conversions().convert(stored, elementType(target.type()), tree);
      }
      scope.at(tree).store(target, index, stored);
    }
  }

  Operand create(NewArrayTree tree, String name) {
    return create(tree, scope.mirror(tree), name);
  }

  private Operand create(NewArrayTree tree, TypeMirror type, String name) {
    if (tree.getInitializers() != null) {
      return filled(tree, (javax.lang.model.type.ArrayType) type, name);
    }
    List<Value> dimensions = new ArrayList<>();
    for (ExpressionTree dimension : tree.getDimensions()) {
      dimensions.add(expressions.converted(dimension, Primitive.INT));
    }
    return allocate(type, dimensions, name, tree);
  }

  /** A new array of a type, its elements taken apart if that is what they are. */
  Operand allocate(TypeMirror type, List<Value> dimensions, String name, Tree tree) {
    if (new Declared(scope).of(type, tree) instanceof Columns like) {
      return columns.create(like, dimensions, tree);
    }
    Value array = new Value(scope.type(type, tree), name);
    scope.at(tree).add(new Op.NewArray(array, dimensions, scope.origin(tree)));
    return new Operand.Scalar(array);
  }

  private Operand filled(NewArrayTree tree, javax.lang.model.type.ArrayType type, String name) {
    List<Operand> elements = new ArrayList<>();
    for (ExpressionTree element : tree.getInitializers()) {
      elements.add(initial(element, type.getComponentType()));
    }
    return pack(type, elements, tree.getInitializers(), name, tree);
  }

  private Operand initial(ExpressionTree tree, TypeMirror type) {
    if (tree instanceof NewArrayTree row && row.getType() == null) {
      return create(row, type, "");
    }
    return expressions.converted(tree, scope.type(type, tree), "");
  }

  /** An array that holds the operands, for a call with a variable number of arguments. */
  Operand pack(TypeMirror type, List<Operand> elements, Tree tree) {
    return pack(type, elements, Collections.nCopies(elements.size(), tree), "", tree);
  }

  private Operand pack(
      TypeMirror type,
      List<Operand> elements,
      List<? extends Tree> places,
      String name,
      Tree tree) {
    Value length = scope.at(tree).intConstant(elements.size());
    Operand array =
        holding(type, elements, tree)
            .<Operand>map(like -> columns.create(like, List.of(length), tree))
            .orElseGet(() -> allocate(type, List.of(length), name, tree));
    for (int i = 0; i < elements.size(); i++) {
      Value index = scope.at(places.get(i)).intConstant(i);
      store(array, index, elements.get(i), places.get(i));
    }
    return array;
  }

  /** A new array of what the elements of another are. */
  Operand like(Operand array, List<Value> length, Tree tree) {
    if (array instanceof Columns like) {
      return columns.create(like, length, tree);
    }
    Value made = new Value(expressions.single(array, tree).type(), "");
    scope.at(tree).add(new Op.NewArray(made, length, scope.origin(tree)));
    return new Operand.Scalar(made);
  }

  /**
   * An array for functions, or for what the type does not know: it can hold what it is made with;
   * empty if the type says what it holds.
   */
  private Optional<Columns> holding(TypeMirror type, List<Operand> elements, Tree tree) {
    Type array = scope.type(type, tree);
    boolean opaque =
        !Scope.isPlain(array) && !(new Declared(scope).of(type, tree) instanceof Columns);
    boolean single =
        elements.stream().allMatch(e -> e instanceof Operand.Scalar && !e.type().isRealArray());
    if (!opaque || single && !elements.isEmpty()) {
      return Optional.empty();
    }
    Operand all =
        elements.stream()
            .reduce(scope.joining()::join)
            .orElseGet(() -> new Operand.Null(RefType.OBJECT));
    // Something of an element must be in memory, if only to say how many there are.
    Operand held = all.leaves().isEmpty() ? scope.joining().tagged(all) : all;
    return Optional.of(Columns.of(held, array, Optional.empty()));
  }

  /** The length of an array. */
  Operand length(Operand array, Tree tree) {
    if (array instanceof Operand.Union union) {
      return new UnionDispatch(scope, union, tree).each("", one -> length(one, tree));
    }
    if (array instanceof Operand.Null || array instanceof Operand.Unset) {
      return expressions.conversions().throwNull(tree);
    }
    return new Operand.Scalar(scope.at(tree).length(array.leaves().get(0)));
  }

  /** The type of the elements of an array. */
  static Type elementType(Type array) {
    return ((ArrayType) array).element();
  }
}
