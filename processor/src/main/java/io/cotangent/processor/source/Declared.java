package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.report.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What fields and elements of a declared type are made of, which must hold whatever the program may
 * ever put there: {@code null}, and an object of every class of the compilation the type allows.
 */
final class Declared {
  private final Scope scope;
  private final Deque<TypeElement> open = new ArrayDeque<>();

  Declared(Scope scope) {
    this.scope = scope;
  }

  /** An operand whose values mean nothing; the tree is rejected if there is none. */
  Operand of(TypeMirror type, Tree tree) {
    if (type instanceof javax.lang.model.type.ArrayType array) {
      Operand element = of(array.getComponentType(), tree);
      Type mapped = scope.type(type, tree);
      return element instanceof Operand.Scalar scalar
          ? new Operand.Scalar(new Value(new ArrayType(scalar.type()), ""))
          : Columns.of(element, mapped);
    }
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      return declared(declared, tree);
    }
    return new Operand.Scalar(new Value(scope.type(type, tree), ""));
  }

  private Operand declared(DeclaredType type, Tree tree) {
    TypeElement element = (TypeElement) type.asElement();
    Classes classes = scope.program().classes();
    Type box = scope.type(type, tree);
    if (Conversions.unboxed(box).isPresent()) {
      Value held = new Value(Conversions.unboxed(box).get(), "");
      return union(List.of(nothing(), new Operand.Boxed(held)));
    }
    if (element.getKind() == ElementKind.ENUM || classes.source(element).isEmpty()) {
      Type mapped = scope.type(type, tree);
      return mapped instanceof RecordType
          ? union(List.of(nothing(), record(type, tree)))
          : opaque(mapped);
    }
    if (open.contains(element)) {
      scope.report(tree, Problem.LINKED_OBJECTS, element);
      throw new Rejected();
    }
    open.push(element);
    try {
      List<TypeElement> concrete = classes.concrete(element);
      if (concrete.size() == 1 && concrete.get(0).getKind() == ElementKind.CLASS) {
        return instance(typeOf(concrete.get(0), type), tree);
      }
      List<Operand> all = new ArrayList<>(List.of(nothing()));
      concrete.forEach(c -> all.add(one(typeOf(c, type), tree)));
      return concrete.isEmpty() ? opaque(scope.type(type, tree)) : union(all);
    } finally {
      open.pop();
    }
  }

  private static Operand opaque(Type type) {
    return new Operand.Scalar(new Value(type, ""));
  }

  private static Operand nothing() {
    return new Operand.Null(RefType.OBJECT);
  }

  private static DeclaredType typeOf(TypeElement concrete, DeclaredType declared) {
    return concrete.equals(declared.asElement()) ? declared : (DeclaredType) concrete.asType();
  }

  private Operand one(DeclaredType type, Tree tree) {
    return type.asElement().getKind() == ElementKind.RECORD
        ? record(type, tree)
        : instance(type, tree);
  }

  private Operand record(DeclaredType type, Tree tree) {
    RecordType record = scope.program().types().record(type);
    List<Operand> components = new ArrayList<>();
    ((TypeElement) type.asElement())
        .getRecordComponents()
        .forEach(
            c -> components.add(of(scope.program().languageTypes().asMemberOf(type, c), tree)));
    return new Operand.Tuple(record, components);
  }

  /** An object of exactly this class. */
  Instance instance(DeclaredType type, Tree tree) {
    ObjectClass of = scope.program().classes().of(type);
    return new Instance(of, of.slots().stream().map(s -> part(s, tree)).toList());
  }

  /** The same before anything has run: only the cells are said. */
  Instance blank(ObjectClass of, Tree tree) {
    List<Operand> parts = new ArrayList<>();
    for (ObjectClass.Slot slot : of.slots()) {
      boolean fixed = slot.kind() == ObjectClass.Kind.FIXED;
      parts.add(fixed ? new Operand.Unset(scope.type(slot.type(), tree)) : part(slot, tree));
    }
    return new Instance(of, parts);
  }

  private Operand part(ObjectClass.Slot slot, Tree tree) {
    return switch (slot.kind()) {
      case FIXED -> of(slot.type(), tree);
      case CELL -> Columns.of(of(slot.type(), tree), scope.type(slot.type(), tree));
      case IDENTITY -> new Operand.Scalar(new Value(new ArrayType(Primitive.BOOLEAN), ""));
    };
  }

  private Operand union(List<Operand> all) {
    SortedMap<Integer, Operand> alternatives = new TreeMap<>();
    all.forEach(o -> alternatives.put(scope.joining().tag(o), o));
    Value tag = new Value(Primitive.INT, "kind");
    return new Operand.Union(tag, RefType.OBJECT, alternatives);
  }
}
