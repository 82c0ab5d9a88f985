package io.cotangent.processor.source;

import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.source.ObjectClass.Kind;
import io.cotangent.processor.source.ObjectClass.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds out what operands consist of, for generated code that reads their parts from objects. */
final class ObjectForms {
  private final Scope scope;
  private final Program program;
  private final PackageElement place;
  private final Visibility visibility;
  private final RecordChecks checks;
  private final Choices choices;

  ObjectForms(Scope scope, PackageElement place, RecordChecks checks) {
    this.scope = scope;
    this.program = scope.program();
    this.place = place;
    this.visibility = new Visibility(place);
    this.checks = checks;
    this.choices = new Choices(scope.joining());
  }

  private static TypeMirror elementOf(TypeMirror type) {
    return type instanceof javax.lang.model.type.ArrayType array ? array.getComponentType() : type;
  }

  static boolean isGeneric(TypeElement element) {
    return !element.getTypeParameters().isEmpty();
  }

  /** Checks that the components of a record can be read. */
  void checkRecord(TypeElement element, TypeMirror type, String path) {
    checks.visible(element, type, path);
    element.getRecordComponents().forEach(c -> checks.accessor(c, type, path));
  }

  /** The form of a record of those parts. */
  Form.Whole whole(DeclaredType type, TypeElement element, List<Form.Part> parts, String path) {
    boolean isOwn =
        Records.isOwnDual(element, program.elements())
            && !isGeneric(element)
            && parts.stream().allMatch(p -> p.form().isOwnDual());
    if (!isOwn && parts.stream().anyMatch(p -> p.form().isDifferentiable())) {
      checks.tangentName(type, path);
    }
    String own = isGeneric(element) ? type.toString() : element.getQualifiedName().toString();
    String dual = isOwn ? own : GeneratedNames.tangent(type, place);
    return new Form.Whole(own, dual, isOwn, parts);
  }

  /** The form of an object of a class. */
  Form.Whole instance(Instance like, int cells, String path) {
    TypeElement element = like.of().element();
    FieldNames fields = new FieldNames(program, visibility, element);
    boolean isVisible = visibility.sees(element);
    List<Form.Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int identity = Form.Whole.NONE;
    for (int i = 0; i < like.parts().size(); i++) {
      identity = i == like.of().identityIndex() ? parts.size() : identity;
      Slot slot = like.of().slots().get(i);
      Operand part = like.parts().get(i);
      String name = slot.name();
      while (!names.add(name)) {
        name += "_";
      }
      Optional<String> reader =
          isVisible && slot.key() instanceof VariableElement field && field.getKind().isField()
              ? fields.reader(field)
              : Optional.empty();
      int held = slot.kind() == Kind.CELL ? cells + 1 : cells;
      Operand content = slot.kind() == Kind.CELL ? ((Columns) part).element() : part;
      if (slot.kind() == Kind.IDENTITY) {
        parts.add(kind(Primitive.BOOLEAN, cells + 1, "false"));
      } else if (reader.isEmpty()
          || !addPart(parts, fields, name, reader.get(), slot, content, held, path)) {
        addLost(parts, slot.key() instanceof Classes.Outer ? around(slot) : name, content, held);
      }
    }
    if (parts.stream().anyMatch(p -> p.form().isDifferentiable())) {
      checks.tangentName(like.of().type(), path);
    }
    String exact = element.getModifiers().contains(Modifier.FINAL) ? "" : erased(element);
    String own = isGeneric(element) ? like.of().type().toString() : erased(element);
    return new Form.Whole(
        own, GeneratedNames.tangent(like.of().type(), place), false, identity, exact, parts);
  }

  /** The form of a result: an object that generated code can make; empty if it cannot. */
  Optional<Form> made(Instance like, String path) {
    TypeElement element = like.of().element();
    FieldNames names = new FieldNames(program, visibility, element);
    List<Form.Part> parts = new ArrayList<>();
    List<VariableElement> fields = new ArrayList<>();
    for (int i = 0; i < like.parts().size(); i++) {
      Slot slot = like.of().slots().get(i);
      if (slot.kind() == Kind.IDENTITY) {
        continue;
      }
      Operand part = like.parts().get(i);
      Operand content = slot.kind() == Kind.CELL ? ((Columns) part).element() : part;
      if (!(slot.key() instanceof VariableElement field && field.getKind().isField())
          || !(content instanceof Operand.Scalar scalar)
          || names.reader(field).isEmpty()) {
        return Optional.empty();
      }
      fields.add(field);
      String reader = names.reader(field).get();
      Form form = new Form.Single(scalar.type());
      parts.add(new Form.Part(slot.name(), reader, names.writer(field), form));
    }
    checks.tangentName(like.of().type(), path);
    String dual = GeneratedNames.tangent(like.of().type(), place);
    Form.Whole whole = new Form.Whole(erased(element), dual, false, parts);
    return new Making(program, visibility, element)
        .given(fields)
        .filter(given -> parts.stream().map(Form.Part::name).distinct().count() == parts.size())
        .map(given -> new Form.Made(whole, given));
  }

  static String erased(TypeElement element) {
    return element.getQualifiedName().toString();
  }

  private static Form.Part kind(Type type, int cells, String instead) {
    return Form.Part.of("", "", new Form.Single(type, cells, instead));
  }

  /** The number that says that something of one kind stands where null could. */
  private Form.Part kind(Operand one, int cells) {
    return kind(Primitive.INT, cells, String.valueOf(scope.joining().tag(one)));
  }

  /** The form of a number in a box. */
  static Form box(Operand.Boxed boxed, int cells, List<Form.Part> first) {
    Primitive held = (Primitive) boxed.value().type();
    String reader = held.keyword() + "Value";
    List<Form.Part> parts = new ArrayList<>(first);
    parts.add(Form.Part.of(reader, reader + "()", new Form.Single(held, cells, "")));
    String box = boxed.type().toString();
    return new Form.Whole(box, box, true, parts);
  }

  /** Adds a field that can be read; false if what it holds cannot be taken apart. */
  private boolean addPart(
      List<Form.Part> parts,
      FieldNames fields,
      String name,
      String reader,
      Slot slot,
      Operand content,
      int cells,
      String path) {
    Optional<Form> form = form(content, slot.type(), cells, path + "." + name);
    if (form.isEmpty()) {
      return false;
    }
    Optional<String> writer =
        slot.kind() != Kind.CELL || !canBeMade(content, cells)
            ? Optional.empty()
            : fields.writer((VariableElement) slot.key());
    parts.add(new Form.Part(name, reader, writer, form.get()));
    return true;
  }

  /** Whether generated code can make what a field holds anew, as the method left it. */
  private boolean canBeMade(Operand content, int cells) {
    if (content instanceof Operand.Union several && !Choices.isOne(several)) {
      return false;
    }
    if (!(content instanceof Operand.Union union)) {
      boolean isMade = content instanceof Operand.Scalar || content instanceof Operand.Boxed;
      return isMade || content instanceof Operand.Tuple tuple && isKept(tuple);
    }
    return cells == 1
        && union.alternatives().values().stream()
            .allMatch(o -> o instanceof Operand.Null || canBeMade(o, 1));
  }

  /** Whether the constructors of a record, and of those in it, leave what they are given. */
  private boolean isKept(Operand.Tuple tuple) {
    TypeElement element = program.types().element(tuple.type());
    return element != null
        && Records.keeps(element, program)
        && tuple.components().stream().allMatch(c -> canBeMade(c, 1));
  }

  private boolean isHidden(Operand object) {
    if (object instanceof Operand.Tuple tuple) {
      TypeElement element = program.types().element(tuple.type());
      return element != null && !visibility.names(element);
    }
    return object instanceof Instance instance && !visibility.names(instance.of().element());
  }

  private Optional<Form> choice(TypeMirror type, List<Operand> objects, int cells, String path) {
    List<Form> forms = new ArrayList<>();
    for (Operand one : objects) {
      boolean isHidden = isHidden(one);
      boolean isKnown = one instanceof Instance || one instanceof Operand.Tuple;
      Optional<Form> form =
          isHidden
              ? Optional.of(Choices.hidden(one, cells))
              : Optional.of(one).filter(o -> isKnown).flatMap(o -> form(o, type, cells, path));
      if (form.isEmpty()) {
        return Optional.empty();
      }
      forms.add(form.get());
    }
    return choices.form(type.toString(), cells, objects, forms).map(f -> f);
  }

  /**
   * What is in an operand.
   *
   * @param type as it is declared
   * @param cells how many arrays of length one are around it
   * @return empty if generated code cannot take it apart
   */
  Optional<Form> form(Operand content, TypeMirror type, int cells, String path) {
    if (content instanceof Operand.Scalar scalar) {
      return Optional.of(new Form.Single(scalar.type(), cells, ""));
    }
    if (content instanceof Instance instance) {
      return Optional.of(instance(instance, cells, path));
    }
    if (content instanceof Operand.Tuple tuple) {
      return tuple(tuple, cells, List.of(), path);
    }
    if (content instanceof Columns array) {
      boolean isHidden =
          array.element() instanceof Instance one && !visibility.sees(one.of().element());
      boolean takes = canBeMade(array.element(), 1);
      return isHidden
          ? Optional.empty()
          : form(array.element(), elementOf(type), 0, path + "[]")
              .map(e -> new Form.Row(e, cells, takes));
    }
    if (content instanceof Operand.Union union) {
      List<Operand> objects =
          union.alternatives().values().stream().filter(o -> !(o instanceof Operand.Null)).toList();
      if (objects.size() == 1 && objects.get(0) instanceof Operand.Tuple tuple) {
        return tuple(tuple, cells, List.of(kind(tuple, cells)), path);
      }
      if (objects.size() > 1) {
        return choice(type, objects, cells, path);
      }
      if (objects.size() == 1 && objects.get(0) instanceof Operand.Boxed boxed) {
        return Optional.of(box(boxed, cells, List.of(kind(boxed, cells))));
      }
    }
    return Optional.empty();
  }

  private Optional<Form> tuple(Operand.Tuple tuple, int cells, List<Form.Part> first, String path) {
    TypeElement element = program.types().element(tuple.type());
    if (element == null || isGeneric(element) || !visibility.sees(element)) {
      return Optional.empty();
    }
    List<Form.Part> parts = new ArrayList<>(first);
    for (int i = 0; i < tuple.components().size(); i++) {
      String name = tuple.type().components().get(i).name();
      TypeMirror type = element.getRecordComponents().get(i).asType();
      Optional<Form> form = form(tuple.components().get(i), type, cells, path + "." + name);
      if (form.isEmpty()) {
        return Optional.empty();
      }
      parts.add(Form.Part.of(name, name + "()", form.get()));
    }
    checkRecord(element, element.asType(), path);
    return Optional.of(whole((DeclaredType) element.asType(), element, parts, path));
  }

  /** What the object around an inner one is called in Java. */
  private static String around(Slot slot) {
    return ((DeclaredType) slot.type()).asElement().getSimpleName() + ".this";
  }

  /** What generated code cannot read gets zeros or null: nobody may use it. */
  private static void addLost(List<Form.Part> parts, String name, Operand content, int cells) {
    Iterator<Value> leaves = content.leaves().iterator();
    for (int i = 0; leaves.hasNext(); i++) {
      Type type = leaves.next().type();
      String instead = Form.nothing(type);
      parts.add(
          Form.Part.of(
              name + (i == 0 ? "" : Leaf.LOST + i), "", new Form.Single(type, cells, instead)));
    }
  }
}
