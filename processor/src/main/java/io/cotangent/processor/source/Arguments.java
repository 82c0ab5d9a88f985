package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.cotangent.processor.ir.Primitive;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.source.ObjectClass.Kind;
import io.cotangent.processor.source.ObjectClass.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds out what the arguments of an annotated method consist of. Objects of classes of the
 * compilation are taken apart into their fields; fields that may change arrive in cells, from which
 * generated code puts back what the method leaves in them.
 */
final class Arguments {
  private final Scope scope;
  private final Program program;
  private final PackageElement place;
  private final Visibility visibility;
  private final Forms.Obstacles obstacles;
  private final RecordChecks checks;
  private final Tree tree;
  private final Deque<TypeElement> open = new ArrayDeque<>();

  Arguments(Scope scope, MethodSource root, Forms.Obstacles obstacles) {
    this.scope = scope;
    this.program = scope.program();
    this.place = program.elements().getPackageOf(root.method());
    this.visibility = new Visibility(place);
    this.obstacles = obstacles;
    this.checks = new RecordChecks(program, place, obstacles);
    this.tree = root.tree();
  }

  /** What the lowering takes the arguments for, the receiver first. */
  static List<Operand> of(MethodSource root, Scope scope) {
    Arguments arguments = new Arguments(scope, root, (path, owner, reason) -> {});
    List<Operand> all = new ArrayList<>();
    arguments.receiver(root).ifPresent(shape -> all.add(shape.like()));
    Asked asked = Asked.of(root.method());
    for (VariableTree parameter : root.tree().getParameters()) {
      Element element = scope.element(parameter);
      String name = asked.nameOf(element);
      all.add(arguments.of(element.asType(), name, asked.isAsked(element)).like());
    }
    return all;
  }

  /** The receiver of an instance method. */
  Optional<Shape> receiver(MethodSource root) {
    if (root.method().getModifiers().contains(Modifier.STATIC)) {
      return Optional.empty();
    }
    TypeElement owner = (TypeElement) root.method().getEnclosingElement();
    DeclaredType type = (DeclaredType) owner.asType();
    if (owner.getKind() == ElementKind.RECORD) {
      return Optional.of(record(type, 0, Asked.RECEIVER));
    }
    if (!program.classes().isTakenApart(owner)) {
      return Optional.of(single(new RefType(type.toString())));
    }
    if (owner.getModifiers().contains(Modifier.ABSTRACT)) {
      obstacles.add(
          Asked.RECEIVER, type, "the class is abstract, annotate the method in its subclasses");
      return Optional.of(single(new RefType(type.toString())));
    }
    return Optional.of(instance(type, Asked.RECEIVER));
  }

  /** An argument; {@code isAsked} if derivatives with respect to it are wanted. */
  Shape of(TypeMirror type, String path, boolean isAsked) {
    Type mapped = scope.type(type, tree);
    if (type.getKind() == TypeKind.TYPEVAR) {
      return variable(type, path, isAsked);
    }
    if (!(type instanceof DeclaredType declared) || type.getKind() != TypeKind.DECLARED) {
      return isAsked && isArrayOfObjects(type) ? row(type, mapped, path) : single(mapped);
    }
    TypeElement element = (TypeElement) declared.asElement();
    if (element.getKind() == ElementKind.RECORD) {
      return TypeArguments.areKnown(declared)
          ? record(declared, path)
          : refused(declared, mapped, path, isAsked);
    }
    boolean isExact =
        program.classes().isTakenApart(element)
            && program.classes().concrete(element).equals(List.of(element));
    return isExact ? instance(declared, path) : refused(declared, mapped, path, isAsked);
  }

  private Shape row(TypeMirror type, Type mapped, String path) {
    Operand like = Declared.outside(scope).of(type, tree);
    Optional<Form> form = form(like, 0, path);
    if (form.isEmpty()) {
      obstacles.add(
          path, type, "its elements can be of several classes, or of one that is generic");
    }
    return form.map(f -> new Shape(like, f)).orElseGet(() -> single(mapped));
  }

  /** An argument whose type is a type variable is taken for an object of its bound. */
  private Shape variable(TypeMirror type, String path, boolean isAsked) {
    Shape bound = of(program.languageTypes().erasure(type), path, isAsked);
    Form form =
        bound.form() instanceof Form.Whole whole
            ? whole.named(type.toString())
            : new Form.Single(((Form.Single) bound.form()).held(), 0, "", type.toString());
    return new Shape(bound.like(), form);
  }

  private static boolean isGeneric(TypeElement element) {
    return !element.getTypeParameters().isEmpty();
  }

  private static Shape single(Type type) {
    return new Shape(new Operand.Scalar(new Value(type, "")), new Form.Single(type));
  }

  /** An object that is only passed on. */
  private Shape refused(DeclaredType type, Type mapped, String path, boolean isAsked) {
    boolean isEnum = type.asElement().getKind() == ElementKind.ENUM;
    if (isAsked && !isEnum && holdsNumbers(type, new HashSet<>())) {
      String reason = "more than one class of this compilation could be meant";
      obstacles.add(
          path, type, isGeneric((TypeElement) type.asElement()) ? "it is generic" : reason);
    }
    return single(mapped);
  }

  private boolean isArrayOfObjects(TypeMirror type) {
    TypeMirror at = type;
    while (at instanceof javax.lang.model.type.ArrayType array) {
      at = array.getComponentType();
    }
    return at != type
        && at instanceof DeclaredType element
        && holdsNumbers(element, new HashSet<>());
  }

  /** Whether objects of a class of the compilation have fields with derivatives. */
  private boolean holdsNumbers(DeclaredType type, Set<TypeElement> seen) {
    TypeElement element = (TypeElement) type.asElement();
    if (program.classes().source(element).isEmpty() || !seen.add(element)) {
      return false;
    }
    Predicate<TypeMirror> holds =
        t ->
            program.types().map(t).filter(Type::isDifferentiable).isPresent()
                || t instanceof DeclaredType d
                    && t.getKind() == TypeKind.DECLARED
                    && holdsNumbers(d, seen);
    boolean isOwn =
        ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
            .filter(f -> !f.getModifiers().contains(Modifier.STATIC))
            .anyMatch(f -> holds.test(f.asType()));
    return isOwn
        || program.classes().superclass(element).map(TypeElement::asType).filter(holds).isPresent()
        || program.classes().concrete(element).stream()
            .filter(c -> !c.equals(element))
            .anyMatch(c -> holds.test(c.asType()));
  }

  private Shape record(DeclaredType type, String path) {
    Shape shape = record(type, 0, path);
    Type mapped = scope.type(type, tree);
    return shape.form().isDifferentiable() ? shape : single(mapped);
  }

  private Shape record(DeclaredType type, int cells, String path) {
    TypeElement element = (TypeElement) type.asElement();
    if (open.contains(element)) {
      scope.report(tree, Problem.LINKED_OBJECTS, element);
      throw new Rejected();
    }
    open.push(element);
    try {
      return recordOf(type, element, path);
    } finally {
      open.pop();
    }
  }

  private Shape recordOf(DeclaredType type, TypeElement element, String path) {
    List<Operand> components = new ArrayList<>();
    List<Form.Part> parts = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      TypeMirror of = program.languageTypes().asMemberOf(type, component);
      Shape shape = component(of, path + "." + name);
      components.add(shape.like());
      parts.add(Form.Part.of(name, name + "()", shape.form()));
    }
    Operand.Tuple like = new Operand.Tuple(program.types().record(type), components);
    if (parts.stream().anyMatch(p -> p.form().isDifferentiable())) {
      checkRecord(element, type, path);
    }
    return new Shape(like, whole(type, element, parts, path));
  }

  /** Numbers in boxes have derivatives where they are parts of something. */
  private Shape component(TypeMirror type, String path) {
    boolean isReal =
        Conversions.unboxed(scope.type(type, tree)).filter(Type::isReal).isPresent()
            && !type.getKind().isPrimitive();
    if (!isReal) {
      return of(type, path, true);
    }
    Type held = Conversions.unboxed(scope.type(type, tree)).orElseThrow();
    Operand.Boxed like = new Operand.Boxed(new Value(held, ""));
    return new Shape(like, box(like, 0, List.of()));
  }

  private void checkRecord(TypeElement element, TypeMirror type, String path) {
    checks.visible(element, type, path);
    element.getRecordComponents().forEach(c -> checks.accessor(c, type, path));
  }

  private Form.Whole whole(
      DeclaredType type, TypeElement element, List<Form.Part> parts, String path) {
    boolean isOwn =
        Records.isOwnDual(element, program.elements())
            && !isGeneric(element)
            && parts.stream().allMatch(p -> p.form().isOwnDual());
    if (!isOwn && parts.stream().anyMatch(p -> p.form().isDifferentiable())) {
      checks.tangentName(type, path);
    }
    String own = isGeneric(element) ? type.toString() : element.getQualifiedName().toString();
    String dual = isOwn ? own : GeneratedNames.tangent(type, place);
    return new Form.Whole(own, dual, isOwn, false, "", parts);
  }

  private Shape instance(DeclaredType type, String path) {
    Instance like = Declared.outside(scope).instance(type, tree);
    return new Shape(like, instance(like, 0, path));
  }

  private Form.Whole instance(Instance like, int cells, String path) {
    TypeElement element = like.of().element();
    FieldNames fields = new FieldNames(program, visibility, element);
    boolean isVisible = visibility.sees(element);
    List<Form.Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < like.parts().size(); i++) {
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
        addLost(parts, name, content, held);
      }
    }
    if (parts.stream().anyMatch(p -> p.form().isDifferentiable())) {
      checks.tangentName(like.of().type(), path);
    }
    String exact = element.getModifiers().contains(Modifier.FINAL) ? "" : erased(element);
    String own = isGeneric(element) ? like.of().type().toString() : erased(element);
    return new Form.Whole(
        own, GeneratedNames.tangent(like.of().type(), place), false, true, exact, parts);
  }

  private static String erased(TypeElement element) {
    return element.getQualifiedName().toString();
  }

  private static Form.Part kind(Type type, int cells, String instead) {
    return Form.Part.of("", "", new Form.Single(type, cells, instead));
  }

  /** The number that says that something of one kind stands where null could. */
  private Form.Part kind(Operand one, int cells) {
    return kind(Primitive.INT, cells, String.valueOf(scope.joining().tag(one)));
  }

  private static Form box(Operand.Boxed boxed, int cells, List<Form.Part> first) {
    Primitive held = (Primitive) boxed.value().type();
    String reader = held.keyword() + "Value";
    List<Form.Part> parts = new ArrayList<>(first);
    parts.add(Form.Part.of(reader, reader + "()", new Form.Single(held, cells, "")));
    String box = boxed.type().toString();
    return new Form.Whole(box, box, true, false, "", parts);
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
    Optional<Form> form = form(content, cells, path + "." + name);
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

  private Optional<Form> form(Operand content, int cells, String path) {
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
          : form(array.element(), 0, path + "[]").map(e -> new Form.Row(e, cells, takes));
    }
    if (content instanceof Operand.Union union) {
      List<Operand> objects =
          union.alternatives().values().stream().filter(o -> !(o instanceof Operand.Null)).toList();
      if (objects.size() == 1 && objects.get(0) instanceof Operand.Tuple tuple) {
        return tuple(tuple, cells, List.of(kind(tuple, cells)), path);
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
      Optional<Form> form = form(tuple.components().get(i), cells, path + "." + name);
      if (form.isEmpty()) {
        return Optional.empty();
      }
      parts.add(Form.Part.of(name, name + "()", form.get()));
    }
    checkRecord(element, element.asType(), path);
    return Optional.of(whole((DeclaredType) element.asType(), element, parts, path));
  }

  /** What generated code cannot read gets zeros or null: nobody may use it. */
  private static void addLost(List<Form.Part> parts, String name, Operand content, int cells) {
    Iterator<Value> leaves = content.leaves().iterator();
    for (int i = 0; leaves.hasNext(); i++) {
      Type type = leaves.next().type();
      String instead = type.isReference() ? "null" : type == Primitive.BOOLEAN ? "false" : "0";
      parts.add(
          Form.Part.of(name + (i == 0 ? "" : "_" + i), "", new Form.Single(type, cells, instead)));
    }
  }
}
