package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.lang.model.type.TypeMirror;

/** Answers of which class an object is. */
final class ClassTests {
  private final Scope scope;

  ClassTests(Scope scope) {
    this.scope = scope;
  }

  /** {@code operand instanceof type}. */
  Value test(Operand operand, TypeMirror type, Tree tree) {
    if (operand instanceof Operand.Union union) {
      return testUnion(union, type, tree);
    }
    Optional<Boolean> known = known(operand, type);
    if (known.isEmpty()) {
      return testOpaque(operand, scope.type(type, tree), tree);
    }
    if (known.get() && operand instanceof Operand.Scalar) {
      return testOpaque(operand, scope.type(type, tree), tree);
    }
    if (known.get()
        && operand instanceof Instance instance
        && !scope.cursor().isMade(instance.identity())) {
      Value none = scope.at(tree).constant(instance.identity().type(), null);
      return scope.at(tree).apply(Operator.NE, instance.identity(), none);
    }
    if (known.get() && operand instanceof Linked linked && !scope.cursor().isMade(linked.index())) {
      return scope.at(tree).apply(Operator.NE, linked.index(), scope.at(tree).intConstant(0));
    }
    return scope.decided(known.get(), tree);
  }

  /** What is no alternative now is all zeros, which is null. */
  private Value testUnion(Operand.Union union, TypeMirror type, Tree tree) {
    UnionDispatch dispatch = new UnionDispatch(scope, union, tree);
    List<Value> any = new ArrayList<>();
    boolean always = true;
    for (Map.Entry<Integer, Operand> one : union.alternatives().entrySet()) {
      Value is = test(one.getValue(), type, tree);
      Optional<Boolean> decided = scope.cursor().decided(is);
      always &= decided.orElse(false);
      if (decided.isEmpty()) {
        any.add(is);
      } else if (decided.get()) {
        any.add(dispatch.is(one.getKey()));
      }
    }
    return always || any.isEmpty()
        ? scope.decided(always, tree)
        : any.stream().reduce((a, b) -> scope.at(tree).apply(Operator.BIT_OR, a, b)).orElseThrow();
  }

  private Value testOpaque(Operand operand, Type type, Tree tree) {
    Template java = new Template();
    java.add(java.argument(operand)).add(" instanceof " + Conversions.written(type));
    return scope
        .opaque(tree, Primitive.BOOLEAN, "", java, Nature.PURE, "instanceof")
        .leaves()
        .get(0);
  }

  /** Whether what is taken apart is of a class, if that is known; null is of none. */
  Optional<Boolean> known(Operand operand, TypeMirror type) {
    if (operand instanceof Operand.Null || operand instanceof Operand.Unset) {
      return Optional.of(false);
    }
    return classOf(operand).map(own -> scope.program().isSubclass(own, type));
  }

  /** Whether an operand may be an object that is taken apart. */
  boolean holdsObjects(Operand operand) {
    return operand instanceof Operand.Union union
        ? union.alternatives().values().stream().anyMatch(this::holdsObjects)
        : operand instanceof Instance
            || operand instanceof Linked
            || operand instanceof Operand.Tuple;
  }

  private Optional<TypeMirror> classOf(Operand operand) {
    Program program = scope.program();
    if (operand instanceof Instance instance) {
      return Optional.of(instance.of().type());
    }
    if (operand instanceof Linked linked) {
      return Optional.of(linked.of().type());
    }
    if (operand instanceof Operand.Tuple tuple) {
      return Optional.ofNullable(program.types().element(tuple.type())).map(e -> e.asType());
    }
    if (operand instanceof Operand.Boxed boxed) {
      return Optional.of(program.elements().getTypeElement(boxed.type().toString()).asType());
    }
    if (operand.type().equals(RefType.STRING)) {
      return Optional.of(program.elements().getTypeElement("java.lang.String").asType());
    }
    return operand instanceof Operand.Closure closure
        ? Optional.of(program.mirror(closure.code()))
        : Optional.empty();
  }

  /** Whether an operand that is not null is of a class whatever it is. */
  boolean isAlways(Operand operand, TypeMirror type) {
    return operand instanceof Operand.Union union
        ? union.alternatives().values().stream().allMatch(one -> isAlways(one, type))
        : known(operand, type).orElse(false);
  }

  /** What an operand that is not null comes to that is known not to be of a class. */
  Operand without(Operand operand, TypeMirror type) {
    return operand instanceof Operand.Union union
        ? only(union, one -> !known(one, type).orElse(false))
        : operand;
  }

  /** What an operand comes to that is known not to be null. */
  Operand nonNull(Operand operand) {
    return operand instanceof Operand.Union union
        ? only(union, one -> !(one instanceof Operand.Null))
        : operand;
  }

  /** What an operand comes to that is known to be of a class. */
  Operand narrowed(Operand operand, TypeMirror type) {
    if (!(operand instanceof Operand.Union union)) {
      return operand;
    }
    return only(union, one -> known(one, type).orElse(true));
  }

  private static Operand only(Operand.Union union, Predicate<Operand> wanted) {
    SortedMap<Integer, Operand> left = new TreeMap<>(union.alternatives());
    left.values().removeIf(wanted.negate());
    if (left.isEmpty()) {
      return new Operand.Null(union.type());
    }
    return left.size() == 1
        ? left.get(left.firstKey())
        : new Operand.Union(union.tag(), union.type(), left);
  }

  /** A cast, which throws what Java throws if the operand is of another class. */
  Operand cast(Operand operand, TypeMirror type, Tree tree) {
    if (operand instanceof Operand.Union union) {
      return new UnionDispatch(scope, union, tree).each("", one -> cast(one, type, tree));
    }
    boolean isNull = operand instanceof Operand.Null || operand instanceof Operand.Unset;
    if (isNull || known(operand, type).orElse(true)) {
      return operand;
    }
    if (operand instanceof Instance || operand instanceof Linked) {
      Value identity =
          operand instanceof Instance instance ? instance.identity() : operand.leaves().get(0);
      Value none = scope.at(tree).zero(identity.type());
      Value isNone = scope.at(tree).apply(Operator.EQ, identity, none);
      return scope
          .cursor()
          .choose(
              scope.origin(tree),
              isNone,
              "",
              () -> new Operand.Null(scope.type(type, tree)),
              () -> refused(type, tree));
    }
    return refused(type, tree);
  }

  private Operand refused(TypeMirror type, Tree tree) {
    Template java = new Template("{java.lang.Void}.class.cast(\"\")");
    scope.opaque(tree, java, Nature.SINK, "a cast to " + type);
    return new Operand.Unset(scope.type(type, tree));
  }
}
