package io.cotangent.processor.source;

import io.cotangent.processor.model.Names;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * The generated classes of a round before they are generated: the members that annotated methods
 * can call, without bodies. They let the nested compilation understand such calls.
 */
final class Skeletons {
  /** In objects these have derivatives, and are no longer the objects they were. */
  private static final Set<String> BOXES = Set.of("java.lang.Double", "java.lang.Float");

  /** Nothing is generated. */
  static final Skeletons NONE = new Skeletons();

  private final Map<String, List<String>> nested = new LinkedHashMap<>();
  private final Map<String, String> packages = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> generated = new LinkedHashSet<>();

  private Skeletons() {}

  /** The classes for the annotated methods of a round. */
  static Skeletons of(ProcessingEnvironment environment, Collection<ExecutableElement> methods) {
    Skeletons skeletons = new Skeletons();
    Elements elements = environment.getElementUtils();
    methods.forEach(m -> skeletons.generated.add(adjointClass(m, elements.getPackageOf(m))));
    // Class files of an earlier compilation are asked for by their names, and first of all: javac
    // then knows which classes are members, and does not read those when it lists the package. It
    // fails where it has read a record whose source comes in a later round (JDK-8332297).
    skeletons.generated.forEach(elements::getTypeElement);
    methods.stream().filter(m -> isSimple(m, elements)).forEach(m -> skeletons.add(m, elements));
    return skeletons;
  }

  /** Only these have members that can be called: the others are refused or not yet supported. */
  private static boolean isSimple(ExecutableElement method, Elements elements) {
    TypeMirror result = method.getReturnType();
    return method.getTypeParameters().isEmpty()
        && Records.isDifferentiable(result)
        && isUsable(result, elements)
        && Argument.of(method, elements).stream().allMatch(a -> isUsable(a, elements));
  }

  private static boolean isUsable(Argument argument, Elements elements) {
    TypeMirror type = argument.type();
    boolean isObject =
        type instanceof DeclaredType declared
            && type.getKind() != TypeKind.ERROR
            && declared.getTypeArguments().isEmpty();
    return isObject || isUsable(type, elements);
  }

  private static boolean isUsable(TypeMirror type, Elements elements) {
    return type.getKind() != TypeKind.ERROR && isPlain(type, Set.of()) && isOwnDual(type, elements);
  }

  /** Whether nothing in a value is an object that is taken apart, records aside. */
  private static boolean isPlain(TypeMirror type, Set<Element> around) {
    if (type instanceof ArrayType array) {
      TypeMirror element = array.getComponentType();
      return isPlain(element, around) && !isRecord(element);
    }
    if (!(type instanceof DeclaredType declared)) {
      return type.getKind().isPrimitive();
    }
    TypeElement element = (TypeElement) declared.asElement();
    Set<Element> inner = new LinkedHashSet<>(around);
    boolean isBoxedPart =
        !around.isEmpty() && BOXES.contains(element.getQualifiedName().toString());
    return element.getQualifiedName().toString().startsWith("java.") && !isBoxedPart
        || element.getKind() == ElementKind.ENUM
        || element.getKind() == ElementKind.RECORD
            && element.getTypeParameters().isEmpty()
            && inner.add(element)
            && element.getRecordComponents().stream().allMatch(c -> isPlain(c.asType(), inner));
  }

  private static boolean isOwnDual(TypeMirror type, Elements elements) {
    return !isRecord(type)
        || Records.isOwnDual((TypeElement) ((DeclaredType) type).asElement(), elements);
  }

  private static boolean isRecord(TypeMirror type) {
    return type instanceof DeclaredType && Records.isDifferentiable(type);
  }

  private static boolean isReal(TypeMirror type) {
    return type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT;
  }

  private void add(ExecutableElement method, Elements elements) {
    PackageElement in = elements.getPackageOf(method);
    String place = in.getQualifiedName().toString();
    AnnotationMembers members = AnnotationMembers.of(method);
    String inner = GeneratedNames.nestedClass(method, members.name());
    String qualified = adjointClass(method, in);
    packages.put(qualified, place);
    if (names.add(qualified + "." + inner)) {
      List<Argument> arguments = Argument.of(method, elements);
      nested
          .computeIfAbsent(qualified, n -> new ArrayList<>())
          .add(text(method, arguments, members, inner));
    }
  }

  private static String adjointClass(ExecutableElement method, PackageElement in) {
    String prefix = in.isUnnamed() ? "" : in.getQualifiedName() + ".";
    return prefix + GeneratedNames.adjointClass(method);
  }

  /**
   * What a member takes first: the receiver and the parameters of the method.
   *
   * @param isOwnDual whether its tangents and adjoints are of its own type; if not, their type is
   *     generated, too
   */
  private record Argument(String name, TypeMirror type, boolean isAsked, boolean isOwnDual) {
    static List<Argument> of(ExecutableElement method, Elements elements) {
      Asked asked = Asked.of(method);
      List<Argument> arguments = new ArrayList<>();
      if (asked.hasReceiver()) {
        TypeMirror type = method.getEnclosingElement().asType();
        arguments.add(of(Asked.RECEIVER, type, asked.isReceiverAsked(), elements));
      }
      for (VariableElement p : method.getParameters()) {
        arguments.add(of(asked.nameOf(p), p.asType(), asked.isAsked(p), elements));
      }
      return arguments;
    }

    private static Argument of(String name, TypeMirror type, boolean isAsked, Elements elements) {
      return new Argument(name, type, isAsked, isUsable(type, elements));
    }

    boolean isDifferentiated() {
      return isAsked && isOwnDual && Records.isDifferentiable(type);
    }

    /** Whether it has a derivative of a type that is generated. */
    boolean isHidden() {
      return isAsked && !isOwnDual;
    }
  }

  private static String text(
      ExecutableElement method, List<Argument> all, AnnotationMembers members, String inner) {
    List<Argument> differentiated = all.stream().filter(Argument::isDifferentiated).toList();
    String result = method.getReturnType().toString();
    String primal = list(all, Argument::name);
    String dots = list(differentiated, a -> a.name() + "Dot$");
    String bars =
        differentiated.stream()
            .map(a -> ", " + a.type() + (isReal(a.type()) ? "[]" : "") + " " + a.name() + "Bar$")
            .collect(Collectors.joining());
    // Components of watched variables would stand behind these; nested calls cannot name them.
    String components = list(differentiated, a -> Names.component(a.name()));
    String beside = list(differentiated, a -> Names.besideTangent(a.name()));
    StringBuilder text = new StringBuilder("  public static final class " + inner + " {\n");
    boolean hasAllTangents = all.stream().noneMatch(Argument::isHidden);
    if (hasAllTangents) {
      text.append(record("Tangent", result + " value, " + result + " tangent"));
      text.append(member("Tangent jvp", primal + dots));
    }
    if (isReal(method.getReturnType())) {
      text.append(record("Gradient", result + " value" + components));
      text.append(member("Gradient gradient", primal));
    } else {
      text.append(member("double[][] jacobian", primal));
    }
    // The buffer of a record is an array of records, which there is no derivative of yet.
    if (hasAllTangents && differentiated.stream().noneMatch(a -> isRecord(a.type()))) {
      text.append(member(result + " vjp", primal + ", " + result + " seed$" + bars));
    }
    if (members.order() != null && (Integer) members.order().getValue() > 1) {
      if (hasAllTangents) {
        text.append(record("Hvp", result + " value, " + result + " tangent" + beside));
        text.append(member("Hvp hvp", primal + dots));
      }
      text.append(member("double[][] hessian", primal));
      if (hasAllTangents && differentiated.size() == 1 && isReal(differentiated.get(0).type())) {
        text.append(member("double[] derivatives", primal));
      }
    }
    return text.append("  }\n").toString();
  }

  private static String list(List<Argument> arguments, Function<Argument, String> naming) {
    return arguments.stream()
        .map(a -> ", " + a.type() + " " + naming.apply(a))
        .collect(Collectors.joining());
  }

  private static String record(String name, String components) {
    return "    public record " + name + "(" + components + ") {}\n";
  }

  private static String member(String head, String parameters) {
    String list = parameters.startsWith(", ") ? parameters.substring(2) : parameters;
    return "    public static " + head + "(" + list + ") { throw null; }\n";
  }

  /** Whether a class, by its qualified name, has members that can be called. */
  boolean isSkeleton(String qualifiedName) {
    return names.contains(qualifiedName);
  }

  /** Whether a class, by its qualified name, is written in this round, with a skeleton or not. */
  boolean isGenerated(String qualifiedName) {
    return generated.contains(qualifiedName);
  }

  /** The sources of a package. */
  List<JavaFileObject> of(String packageName) {
    List<JavaFileObject> files = new ArrayList<>();
    nested.forEach(
        (qualified, classes) -> {
          if (packages.get(qualified).equals(packageName)) {
            files.add(new Source(qualified, packageName, classes));
          }
        });
    return files;
  }

  /** One class as a source file. */
  private static final class Source extends SimpleJavaFileObject implements NamedFile {
    private final String binaryName;
    private final String text;

    Source(String qualified, String packageName, List<String> classes) {
      super(URI.create("skeleton:///" + qualified.replace('.', '/') + ".java"), Kind.SOURCE);
      this.binaryName = qualified;
      String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
      String head = packageName.isEmpty() ? "" : "package " + packageName + ";\n";
      this.text = head + "public final class " + simple + " {\n" + String.join("", classes) + "}\n";
    }

    @Override
    public String binaryName() {
      return binaryName;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
