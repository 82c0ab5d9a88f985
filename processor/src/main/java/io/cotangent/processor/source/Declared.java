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
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
  private final Rooms rooms;
  private final boolean isOwn;
  private final Deque<Object> open = new ArrayDeque<>();

  /** What memory holds that is made in the unit. */
  Declared(Scope scope) {
    this(scope, scope.rooms(), true);
  }

  private Declared(Scope scope, Rooms rooms, boolean isOwn) {
    this.isOwn = isOwn;
    this.scope = scope;
    this.rooms = rooms;
  }

  /** What objects hold that come from outside: nobody else says what that is. */
  static Declared outside(Scope scope) {
    return new Declared(scope, new Rooms(), false);
  }

  /** An operand whose values mean nothing; the tree is rejected if there is none. */
  Operand of(TypeMirror type, Tree tree) {
    if (type instanceof javax.lang.model.type.ArrayType array) {
      Room room = Room.elements(scope.type(array.getComponentType(), tree));
      rooms.declare(room, array.getComponentType());
      return array(room, scope.type(type, tree), tree);
    }
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      return declared(declared, tree);
    }
    return new Operand.Scalar(new Value(scope.type(type, tree), ""));
  }

  private Operand array(Room room, Type type, Tree tree) {
    Operand element = of(rooms.declared(room), room, tree);
    return element instanceof Operand.Scalar scalar
        ? new Operand.Scalar(new Value(new ArrayType(scalar.type()), ""))
        : Columns.of(element, type, Optional.of(room));
  }

  private Operand in(Object of, TypeMirror type, Tree tree) {
    return of(type, new Room(of, scope.type(type, tree)), tree);
  }

  /** What is in a room of the declared type. */
  Operand of(TypeMirror type, Room room, Tree tree) {
    Operand known = of(type, tree);
    Collection<Operand> seen = rooms.seen(room);
    if (seen.isEmpty()) {
      return known;
    }
    enter(room, type, tree);
    try {
      List<Operand> all = new ArrayList<>(List.of(nothing()));
      // What the type does not know is only what was seen.
      if (!(known instanceof Operand.Scalar)) {
        all.addAll(Joining.alternatives(known));
      }
      seen.forEach(o -> all.add(renewed(o, tree)));
      return union(all);
    } finally {
      open.pop();
    }
  }

  /** The same with rooms as wide as they are now. */
  private Operand renewed(Operand operand, Tree tree) {
    if (operand instanceof Instance instance) {
      return one(instance.of().type(), tree);
    }
    if (operand instanceof Operand.Tuple tuple && !rooms(tuple).isEmpty()) {
      TypeElement element = scope.program().types().element(tuple.type());
      return one((DeclaredType) element.asType(), tree);
    }
    if (operand instanceof Operand.Tuple tuple) {
      return new Operand.Tuple(tuple.type(), renewed(tuple.components(), tree));
    }
    if (operand instanceof Operand.Closure f) {
      return new Operand.Closure(f.code(), f.type(), renewed(f.captured(), tree));
    }
    if (operand instanceof Columns columns) {
      return columns.room().isPresent()
          ? array(columns.room().get(), columns.type(), tree)
          : Columns.of(renewed(columns.element(), tree), columns.type(), Optional.empty());
    }
    return operand instanceof Operand.Union union
        ? union(renewed(List.copyOf(union.alternatives().values()), tree))
        : operand;
  }

  private List<Operand> renewed(List<Operand> operands, Tree tree) {
    return operands.stream().map(o -> renewed(o, tree)).toList();
  }

  /** The rooms of the components of a record; nothing if its type arguments are not known. */
  List<Room> rooms(Operand.Tuple tuple) {
    TypeElement element = scope.program().types().element(tuple.type());
    List<Room> found = new ArrayList<>();
    if (element != null && element.getTypeParameters().isEmpty()) {
      element
          .getRecordComponents()
          .forEach(c -> found.add(new Room(c, scope.program().types().map(c.asType()).get())));
    }
    return found;
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
    return objects(type, element, tree);
  }

  private Operand objects(DeclaredType type, TypeElement element, Tree tree) {
    List<TypeElement> concrete = scope.program().classes().concrete(element);
    if (concrete.size() == 1 && concrete.get(0).getKind() == ElementKind.CLASS) {
      return one(typeOf(concrete.get(0), type), tree);
    }
    List<Operand> all = new ArrayList<>(List.of(nothing()));
    concrete.forEach(c -> all.add(one(typeOf(c, type), tree)));
    return concrete.isEmpty() ? opaque(scope.type(type, tree)) : union(all);
  }

  /** Enters a part; what lies within itself has no bound. */
  private void enter(Object part, Object name, Tree tree) {
    if (open.contains(part)) {
      linkAbove(part);
      scope.report(tree, Problem.LINKED_OBJECTS, name);
      throw new Rejected();
    }
    open.push(part);
  }

  /** Puts the objects of a class that lies between a part and the same part into an arena. */
  private void linkAbove(Object part) {
    ObjectClass between = part instanceof ObjectClass of ? of : null;
    for (Object at : open) {
      between = between == null && at instanceof ObjectClass of ? of : between;
      if (at.equals(part)) {
        break;
      }
    }
    if (between != null && isOwn) {
      rooms.link(between);
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

  /** An object of exactly this class, or record. */
  private Operand one(DeclaredType type, Tree tree) {
    ObjectClass of = scope.program().classes().of(type);
    if (rooms.linked().contains(of)) {
      return new Linked(of, new Value(Primitive.INT, ""));
    }
    enter(of, type.asElement(), tree);
    try {
      return type.asElement().getKind() == ElementKind.RECORD
          ? record(type, tree)
          : instance(of, tree);
    } finally {
      open.pop();
    }
  }

  /** What the parts of objects in an arena are kept in. */
  List<Columns> columns(ObjectClass of, Tree tree) {
    List<Columns> columns = new ArrayList<>();
    for (ObjectClass.Slot slot : of.slots()) {
      if (slot.kind() != ObjectClass.Kind.IDENTITY) {
        columns.add(column(slot, tree));
      }
    }
    return columns;
  }

  private Columns column(ObjectClass.Slot slot, Tree tree) {
    Type type = scope.type(slot.type(), tree);
    Optional<Room> room = Optional.of(new Room(slot.key(), type));
    return Columns.of(in(slot.key(), slot.type(), tree), type, room);
  }

  private Operand record(DeclaredType type, Tree tree) {
    RecordType record = scope.program().types().record(type);
    List<Operand> components = new ArrayList<>();
    ((TypeElement) type.asElement())
        .getRecordComponents()
        .forEach(
            c -> components.add(in(c, scope.program().languageTypes().asMemberOf(type, c), tree)));
    return new Operand.Tuple(record, components);
  }

  /** An object of exactly this class. */
  Instance instance(DeclaredType type, Tree tree) {
    ObjectClass of = scope.program().classes().of(type);
    enter(of, type.asElement(), tree);
    try {
      return instance(of, tree);
    } finally {
      open.pop();
    }
  }

  private Instance instance(ObjectClass of, Tree tree) {
    return new Instance(of, of.slots().stream().map(s -> part(s, tree)).toList());
  }

  /** The same before anything has run: only the cells are said. */
  Instance blank(ObjectClass of, Tree tree) {
    List<Operand> parts = new ArrayList<>();
    enter(of, of.element(), tree);
    for (ObjectClass.Slot slot : of.slots()) {
      boolean fixed = slot.kind() == ObjectClass.Kind.FIXED;
      parts.add(fixed ? new Operand.Unset(scope.type(slot.type(), tree)) : part(slot, tree));
    }
    open.pop();
    return new Instance(of, parts);
  }

  private Operand part(ObjectClass.Slot slot, Tree tree) {
    return switch (slot.kind()) {
      case FIXED -> in(slot.key(), slot.type(), tree);
      case CELL -> column(slot, tree);
      case IDENTITY -> new Operand.Scalar(new Value(new ArrayType(Primitive.BOOLEAN), ""));
    };
  }

  private Operand union(List<Operand> all) {
    SortedMap<Integer, Operand> alternatives = new TreeMap<>();
    Joining joining = scope.joining();
    all.forEach(o -> alternatives.merge(joining.tag(o), o, joining::join));
    Value tag = new Value(Primitive.INT, "kind");
    return new Operand.Union(tag, RefType.OBJECT, alternatives);
  }
}
