package io.cotangent.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import io.cotangent.processor.source.ObjectClass.Kind;
import io.cotangent.processor.source.ObjectClass.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The classes of the compilation: which objects are taken apart, and into what. */
final class Classes {
  private final Program program;
  private final Map<Object, ObjectClass> known = new HashMap<>();
  private final Map<TypeElement, Boolean> escaping = new HashMap<>();
  private List<TypeElement> all;

  Classes(Program program) {
    this.program = program;
  }

  /** Where a class is declared, if its source is part of this compilation. */
  Optional<TreePath> source(TypeElement type) {
    return Optional.ofNullable(program.trees().getPath(type))
        .filter(path -> path.getLeaf() instanceof ClassTree);
  }

  /** Whether objects of exactly this class are taken apart when they are made. */
  boolean isTakenApart(TypeElement type) {
    return type.getKind() == ElementKind.CLASS && source(type).isPresent() && inheritsKnown(type);
  }

  private boolean inheritsKnown(TypeElement type) {
    Optional<TypeElement> parent = superclass(type);
    return parent.isEmpty() || isTakenApart(parent.get());
  }

  /** The class a class extends; empty if that is Object, or if there is none. */
  Optional<TypeElement> superclass(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType declared
            && declared.getKind() == TypeKind.DECLARED
            && declared.asElement() instanceof TypeElement parent
            && !parent.getQualifiedName().contentEquals("java.lang.Object")
        ? Optional.of(parent)
        : Optional.empty();
  }

  /** What objects of exactly this class consist of. */
  ObjectClass of(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    Object identity = new ObjectClass(element, type, List.of()).identity();
    ObjectClass found = known.get(identity);
    if (found == null) {
      found = new ObjectClass(element, type, slots(type, element));
      known.put(identity, found);
    }
    return found;
  }

  private List<Slot> slots(DeclaredType type, TypeElement element) {
    boolean escapes = escapes(element);
    List<Slot> slots = new ArrayList<>();
    addSlots(type, element, escapes, slots);
    if (slots.stream().allMatch(s -> s.kind() == Kind.FIXED)) {
      slots.add(new Slot(element, "identity", type, Kind.IDENTITY));
    }
    return slots;
  }

  private void addSlots(DeclaredType of, TypeElement element, boolean escapes, List<Slot> slots) {
    superclass(element)
        .filter(p -> source(p).isPresent())
        .ifPresent(parent -> addSlots(of, parent, escapes, slots));
    outer(element)
        .ifPresent(
            outer -> slots.add(new Slot(new Outer(element), "outer", outer.asType(), Kind.FIXED)));
    for (VariableElement captured : captured(element)) {
      String name = captured.getSimpleName().toString();
      slots.add(new Slot(captured, name, captured.asType(), Kind.FIXED));
    }
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      if (!field.getModifiers().contains(Modifier.STATIC)) {
        TypeMirror type = program.languageTypes().asMemberOf(of, field);
        boolean fixed = !escapes && field.getModifiers().contains(Modifier.FINAL);
        String name = field.getSimpleName().toString();
        slots.add(new Slot(field, name, type, fixed ? Kind.FIXED : Kind.CELL));
      }
    }
  }

  /** Stands for the object around an object of an inner class. */
  record Outer(TypeElement inner) {}

  /** The class of the object around one of this class; empty if there is none. */
  Optional<TypeElement> outer(TypeElement type) {
    if (type.getModifiers().contains(Modifier.STATIC)
        || type.getNestingKind() == NestingKind.TOP_LEVEL
        || type.getKind() != ElementKind.CLASS) {
      return Optional.empty();
    }
    Element at = type.getEnclosingElement();
    while (!(at instanceof TypeElement)) {
      boolean isStatic = at.getModifiers().contains(Modifier.STATIC);
      if (isStatic) {
        return Optional.empty();
      }
      at = at.getEnclosingElement();
    }
    return Optional.of((TypeElement) at);
  }

  /** The variables around a local class that its code uses. */
  private Set<VariableElement> captured(TypeElement type) {
    Set<VariableElement> captured = new LinkedHashSet<>();
    if (type.getNestingKind() == NestingKind.TOP_LEVEL
        || type.getNestingKind() == NestingKind.MEMBER) {
      return captured;
    }
    TreePath path = source(type).orElseThrow();
    Set<Element> declared = new LinkedHashSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree tree, Void unused) {
        declared.add(element(path, tree));
        return super.visitVariable(tree, null);
      }

      @Override
      public Void visitIdentifier(IdentifierTree tree, Void unused) {
        if (element(path, tree) instanceof VariableElement used && isLocal(used)) {
          captured.add(used);
        }
        return null;
      }
    }.scan(path.getLeaf(), null);
    captured.removeAll(declared);
    captured.removeIf(v -> v.getConstantValue() != null);
    return captured;
  }

  private Element element(TreePath in, Tree tree) {
    return program.trees().getElement(new TreePath(in, tree));
  }

  private static boolean isLocal(VariableElement variable) {
    return switch (variable.getKind()) {
      case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE ->
          true;
      default -> false;
    };
  }

  /**
   * Whether somebody may see an object before its constructors are done: then its final fields
   * change like all others.
   */
  private boolean escapes(TypeElement type) {
    Boolean found = escaping.get(type);
    if (found == null) {
      found = escapesItself(type) || superclass(type).filter(this::escapes).isPresent();
      escaping.put(type, found);
    }
    return found;
  }

  private boolean escapesItself(TypeElement type) {
    Optional<TreePath> declared = source(type);
    if (declared.isEmpty()) {
      return false;
    }
    TreePath path = declared.get();
    Escapes escapes = new Escapes(tree -> element(path, tree));
    for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
      boolean runs =
          switch (member.getKind()) {
            case METHOD -> element(path, member).getKind() == ElementKind.CONSTRUCTOR;
            case VARIABLE, BLOCK -> true;
            default -> false;
          };
      if (runs) {
        escapes.scan(member, null);
      }
    }
    return escapes.found();
  }

  /** The method that runs when a method is called on an object of exactly the class. */
  Optional<ExecutableElement> implementation(TypeElement of, ExecutableElement called) {
    return ElementFilter.methodsIn(program.elements().getAllMembers(of)).stream()
        .filter(m -> !m.getModifiers().contains(Modifier.ABSTRACT))
        .filter(m -> m.equals(called) || program.elements().overrides(m, called, of))
        .findFirst()
        .or(() -> Optional.of(called).filter(m -> m.getModifiers().contains(Modifier.PRIVATE)));
  }

  /** The classes of the compilation, abstract ones aside, that are the type or inherit it. */
  List<TypeElement> concrete(TypeElement type) {
    return subclasses(type).stream()
        .filter(c -> c.getKind() == ElementKind.RECORD || isTakenApart(c))
        .toList();
  }

  /** The same together with enums and classes that are not taken apart. */
  List<TypeElement> subclasses(TypeElement type) {
    return all().stream()
        .filter(
            c -> c.getKind() == ElementKind.ENUM || !c.getModifiers().contains(Modifier.ABSTRACT))
        .filter(c -> !c.getKind().isInterface())
        .filter(c -> program.isSubclass(c.asType(), type.asType()))
        .filter(c -> !isBody(c))
        .toList();
  }

  /** Whether the class is the body of an enum constant. */
  private boolean isBody(TypeElement type) {
    return superclass(type).filter(p -> p.getKind() == ElementKind.ENUM).isPresent();
  }

  /** Whether the class is an enum, or the body of one of its constants. */
  boolean isEnum(TypeElement type) {
    return type.getKind() == ElementKind.ENUM || isBody(type);
  }

  /** The constants of an enum. */
  List<? extends Element> constants(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(e -> e.getKind() == ElementKind.ENUM_CONSTANT)
        .toList();
  }

  /** The class of an enum constant that has a body. */
  Optional<TypeElement> body(Element constant) {
    TreePath path = program.trees().getPath(constant);
    return path != null
            && path.getLeaf() instanceof VariableTree field
            && field.getInitializer() instanceof NewClassTree made
            && made.getClassBody() != null
        ? Optional.ofNullable((TypeElement) element(path, made.getClassBody()))
        : Optional.empty();
  }

  /** What makes the value of a constant: the call of a constructor, if its source says so. */
  Optional<NewClassTree> made(Element constant) {
    TreePath path = program.trees().getPath(constant);
    return path != null
            && path.getLeaf() instanceof VariableTree field
            && field.getInitializer() instanceof NewClassTree made
        ? Optional.of(made)
        : Optional.empty();
  }

  private List<TypeElement> all() {
    if (all == null) {
      Set<TypeElement> found = new LinkedHashSet<>();
      for (CompilationUnitTree unit : program.units()) {
        new TreePathScanner<Void, Void>() {
          @Override
          public Void visitClass(ClassTree tree, Void unused) {
            if (program.trees().getElement(getCurrentPath()) instanceof TypeElement type) {
              found.add(type);
            }
            return super.visitClass(tree, null);
          }
        }.scan(unit, null);
      }
      all = List.copyOf(found);
    }
    return all;
  }
}
