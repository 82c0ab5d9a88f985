package io.cotangent.processor.source;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.report.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
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
  private final Visibility visibility;
  private final Forms.Obstacles obstacles;
  private final ObjectForms forms;
  private final Choices choices;
  private final Tree tree;
  private final Deque<TypeElement> open = new ArrayDeque<>();

  Arguments(Scope scope, MethodSource root, Forms.Obstacles obstacles) {
    this.scope = scope;
    this.program = scope.program();
    PackageElement place = program.elements().getPackageOf(root.method());
    this.visibility = new Visibility(place);
    this.obstacles = obstacles;
    this.forms = new ObjectForms(scope, place, new RecordChecks(program, place, obstacles));
    this.choices = new Choices(scope.joining());
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
    if (owner.getKind().isInterface()) {
      boolean isAsked = Asked.of(root.method()).isReceiverAsked();
      return choice(type, Asked.RECEIVER, isAsked)
          .or(() -> Optional.of(single(new RefType(type.toString()))));
    }
    if (!program.classes().isTakenApart(owner)) {
      return Optional.of(single(new RefType(type.toString())));
    }
    if (owner.getModifiers().contains(Modifier.ABSTRACT)) {
      Optional<Shape> choice = choice(type, Asked.RECEIVER, true);
      if (choice.isPresent()) {
        return choice;
      }
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
    return isExact
        ? instance(declared, path)
        : choice(declared, path, isAsked).orElseGet(() -> refused(declared, mapped, path, isAsked));
  }

  private Shape row(TypeMirror type, Type mapped, String path) {
    Operand like = Declared.outside(scope).of(type, tree);
    Optional<Form> form = forms.form(like, type, 0, path);
    if (form.isEmpty()) {
      obstacles.add(
          path,
          type,
          "its elements are, or can be, of a class that is generic or cannot be taken apart");
    }
    return form.map(f -> new Shape(like, f)).orElseGet(() -> single(mapped));
  }

  /** An argument whose type is a type variable is taken for an object of its bound. */
  private Shape variable(TypeMirror type, String path, boolean isAsked) {
    Shape bound = of(program.languageTypes().erasure(type), path, isAsked);
    return new Shape(bound.like(), named(bound.form(), type.toString()));
  }

  private static Form named(Form form, String type) {
    if (form instanceof Form.Choice choice) {
      return choice.named(type);
    }
    return form instanceof Form.Whole whole
        ? whole.named(type)
        : new Form.Single(((Form.Single) form).held(), 0, "", type);
  }

  private static Shape single(Type type) {
    return new Shape(new Operand.Scalar(new Value(type, "")), new Form.Single(type));
  }

  /** An object of one of the classes of the compilation that generated code can name. */
  private Optional<Shape> choice(DeclaredType type, String path, boolean isAsked) {
    TypeElement element = (TypeElement) type.asElement();
    if (!isAsked
        || ObjectForms.isGeneric(element)
        || program.classes().source(element).isEmpty()
        || !holdsNumbers(type, new HashSet<>())) {
      return Optional.empty();
    }
    List<Shape> shapes = new ArrayList<>();
    for (TypeElement one : program.classes().concrete(element)) {
      if (visibility.names(one)) {
        DeclaredType of = (DeclaredType) one.asType();
        boolean isRecord = one.getKind() == ElementKind.RECORD;
        shapes.add(isRecord ? record(of, 0, path) : instance(of, path));
      }
    }
    List<Operand> objects = shapes.stream().map(Shape::like).toList();
    List<Form> all = shapes.stream().map(Shape::form).toList();
    return choices
        .form(ObjectForms.erased(element), 0, objects, all)
        .map(form -> new Shape(choices.union(objects), form));
  }

  /** An object that is only passed on. */
  private Shape refused(DeclaredType type, Type mapped, String path, boolean isAsked) {
    boolean isEnum = type.asElement().getKind() == ElementKind.ENUM;
    if (isAsked && !isEnum && holdsNumbers(type, new HashSet<>())) {
      String reason =
          "more than one class of this compilation could be meant, of which one is generic or holds"
              + " what cannot be taken apart";
      obstacles.add(
          path,
          type,
          ObjectForms.isGeneric((TypeElement) type.asElement()) ? "it is generic" : reason);
    }
    Shape shape = single(mapped);
    return TypeVariables.isIn(type)
        ? new Shape(shape.like(), new Form.Single(mapped, 0, "", type.toString()))
        : shape;
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
      forms.checkRecord(element, type, path);
    }
    return new Shape(like, forms.whole(type, element, parts, path));
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
    return new Shape(like, ObjectForms.box(like, 0, List.of()));
  }

  private Shape instance(DeclaredType type, String path) {
    Instance like = Declared.outside(scope).instance(type, tree);
    return new Shape(like, forms.instance(like, 0, path));
  }
}
