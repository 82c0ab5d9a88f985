package io.cotangent.processor.source;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.Op.Opaque.Nature;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Tests operands against patterns; where one matches, its variables begin. */
final class PatternLowering {
  private final Scope scope;
  private final Conversions conversions;
  private final ClassTests tests;

  PatternLowering(Scope scope, Conversions conversions) {
    this.scope = scope;
    this.conversions = conversions;
    this.tests = new ClassTests(scope);
  }

  /** What a variable of a pattern is to hold. */
  private record Binding(Element element, Type type, Operand content, Tree tree) {
    boolean isCast() {
      return content instanceof Operand.Scalar && !content.type().equals(type);
    }
  }

  /** Whether the operand matches; null never does. */
  Value match(Operand operand, Tree pattern) {
    List<Binding> bindings = new ArrayList<>();
    Value matches = test(operand, pattern, bindings);
    begin(bindings, matches, pattern);
    return matches;
  }

  /** Whether the operand, which is not null, matches. */
  Value matchNonNull(Operand operand, Tree pattern) {
    List<Binding> bindings = new ArrayList<>();
    Value tested = test(operand, pattern, bindings);
    Value matches = covers(operand, pattern) ? scope.decided(true, pattern) : tested;
    begin(bindings, matches, pattern);
    return matches;
  }

  /** What an operand that is not null can still be where a pattern has not matched. */
  Operand remaining(Operand operand, Tree pattern) {
    return isTotal(pattern) ? tests.without(operand, type(pattern)) : operand;
  }

  private boolean covers(Operand operand, Tree pattern) {
    return isTotal(pattern) && tests.isAlways(operand, type(pattern));
  }

  /** Whether the pattern matches everything that is of its class. */
  private boolean isTotal(Tree pattern) {
    Optional<List<Tree>> components = NewerTrees.components(pattern);
    if (components.isEmpty()) {
      return true;
    }
    List<TypeMirror> seen = componentTypes((DeclaredType) type(pattern));
    for (int i = 0; i < seen.size(); i++) {
      if (!isUnconditional(components.get().get(i), seen.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the pattern matches whatever a component of the type holds, null as well. */
  private boolean isUnconditional(Tree pattern, TypeMirror component) {
    if (NewerTrees.isAny(pattern)) {
      return true;
    }
    if (!(pattern instanceof BindingPatternTree)) {
      return false;
    }
    Types types = scope.program().languageTypes();
    TypeMirror type = type(pattern);
    return type.getKind().isPrimitive() || component.getKind().isPrimitive()
        ? types.isSameType(type, component)
        : scope.program().isSubclass(component, type);
  }

  private TypeMirror type(Tree pattern) {
    return pattern instanceof BindingPatternTree binding
        ? scope.element(binding.getVariable()).asType()
        : scope.mirror(pattern);
  }

  private List<TypeMirror> componentTypes(DeclaredType record) {
    List<TypeMirror> types = new ArrayList<>();
    for (RecordComponentElement c : ((TypeElement) record.asElement()).getRecordComponents()) {
      types.add(scope.program().languageTypes().asMemberOf(record, c));
    }
    return types;
  }

  private Value test(Operand operand, Tree pattern, List<Binding> bindings) {
    TypeMirror type = type(pattern);
    if (NewerTrees.components(pattern).isPresent()) {
      return deconstruct(operand, (DeclaredType) type, pattern, bindings);
    }
    if (!(pattern instanceof BindingPatternTree) || type.getKind().isPrimitive()) {
      throw rejected(pattern, "a pattern of a primitive type");
    }
    bind(tests.narrowed(operand, type), pattern, bindings);
    return tests.test(operand, type, pattern);
  }

  private void bind(Operand content, Tree pattern, List<Binding> bindings) {
    Element element = scope.element(((BindingPatternTree) pattern).getVariable());
    bindings.add(new Binding(element, scope.type(element.asType(), pattern), content, pattern));
  }

  private Value deconstruct(
      Operand operand, DeclaredType type, Tree pattern, List<Binding> bindings) {
    Value matches = tests.test(operand, type, pattern);
    if (scope.cursor().decided(matches).filter(b -> !b).isPresent()) {
      return matches;
    }
    Operand narrowed = tests.narrowed(operand, type);
    List<Tree> patterns = NewerTrees.components(pattern).orElseThrow();
    List<TypeMirror> seen = componentTypes(type);
    Operand read =
        narrowed instanceof Operand.Scalar s ? read(s, type, matches, pattern) : narrowed;
    for (int i = 0; i < patterns.size(); i++) {
      requirePlainAccessor(type, i, pattern);
      Value component = nested(component(read, i, pattern), seen.get(i), patterns.get(i), bindings);
      matches = and(matches, component, pattern);
    }
    return matches;
  }

  /** A component; what is loaded where nothing matches means nothing. */
  private Operand component(Operand record, int index, Tree pattern) {
    if (record instanceof Linked linked) {
      return scope.arenas().load(linked, index, "", scope, pattern);
    }
    if (record instanceof Operand.Tuple tuple) {
      return tuple.components().get(index);
    }
    throw rejected(pattern, "a record pattern for an object that may come from elsewhere or not");
  }

  /** A record from elsewhere, whose components are read if it is one. */
  private Operand.Tuple read(Operand.Scalar object, DeclaredType of, Value matches, Tree pattern) {
    RecordType type = scope.program().types().record(of);
    List<TypeMirror> seen = componentTypes(of);
    List<Operand> components = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      Type component = scope.type(seen.get(i), pattern);
      ExecutableElement accessor =
          ((TypeElement) of.asElement()).getRecordComponents().get(i).getAccessor();
      if (component instanceof RecordType || !scope.visibility().sees(accessor)) {
        throw rejected(pattern, "a record pattern for an object from elsewhere that holds records");
      }
      components.add(
          scope
              .cursor()
              .choose(
                  scope.origin(pattern),
                  matches,
                  "",
                  () -> read(object, of, accessor, component, pattern),
                  () -> new Operand.Scalar(scope.at(pattern).zero(component))));
    }
    return new Operand.Tuple(type, components);
  }

  private Operand read(
      Operand object, DeclaredType of, ExecutableElement accessor, Type type, Tree pattern) {
    Template java = new Template();
    java.add("(({" + of + "}) " + java.argument(object) + ")." + accessor.getSimpleName() + "()");
    return scope.opaque(pattern, type, "", java, Nature.READ, of + "." + accessor);
  }

  private Value nested(Operand component, TypeMirror seen, Tree pattern, List<Binding> bindings) {
    if (!isUnconditional(pattern, seen)) {
      return test(component, pattern, bindings);
    }
    if (pattern instanceof BindingPatternTree) {
      bind(component, pattern, bindings);
    }
    return scope.decided(true, pattern);
  }

  private Value and(Value a, Value b, Tree tree) {
    Optional<Boolean> first = scope.cursor().decided(a);
    if (first.isPresent()) {
      return first.get() ? b : a;
    }
    Optional<Boolean> second = scope.cursor().decided(b);
    if (second.isPresent()) {
      return second.get() ? a : b;
    }
    return scope.at(tree).apply(Operator.BIT_AND, a, b);
  }

  /** What an accessor throws would have to be wrapped; those that only return throw nothing. */
  private void requirePlainAccessor(DeclaredType type, int index, Tree pattern) {
    RecordComponentElement component =
        ((TypeElement) type.asElement()).getRecordComponents().get(index);
    if (Accessors.doesMore(component, scope.program())) {
      throw rejected(pattern, "a record pattern with an accessor that computes");
    }
  }

  private void begin(List<Binding> bindings, Value matches, Tree tree) {
    if (scope.cursor().decided(matches).filter(b -> !b).isPresent()) {
      return;
    }
    if (bindings.stream().anyMatch(Binding::isCast)) {
      Runnable casts = () -> bindings.forEach(b -> scope.declare(b.element(), b.type(), cast(b)));
      scope.cursor().branch(scope.origin(tree), matches, casts, () -> {});
    } else {
      bindings.forEach(b -> scope.declare(b.element(), b.type(), b.content()));
    }
  }

  private Operand cast(Binding binding) {
    return binding.isCast()
        ? conversions.cast(binding.content(), binding.type(), binding.tree())
        : binding.content();
  }

  private Rejected rejected(Tree pattern, String what) {
    scope.report(pattern, Problem.UNSUPPORTED_CONSTRUCT, what);
    return new Rejected();
  }
}
