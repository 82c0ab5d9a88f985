package io.cotangent.processor.source;

import com.sun.source.tree.CompilationUnitTree;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * Methods and classes of the JDK as Java source, compiled with the user's code if it is asked for.
 * A call of a static or default method that has a model in {@code models/Library.java} is lowered
 * as a call of the model. Models of classes stand in files of their own; a method called on an
 * object of one is that of the same name.
 */
final class Models {
  static final String PACKAGE = "io.cotangent.models";

  private static final String FOLDER = "/io/cotangent/processor/models/";
  private static final List<String> FILES =
      List.of("Library", "Doubles", "Ints", "Many", "Optionals", "Lists", "Uses", "Queues", "Maps");

  private static final Pattern CLASS =
      Pattern.compile("^(?:final )?(?:class|interface|record) (\\w+)", Pattern.MULTILINE);

  /** Classes objects of which are made by the user, and what is made instead. */
  private static final Map<String, String> CLASSES =
      Map.of(
          "java.util.ArrayList", "Growing",
          "java.util.LinkedList", "Chain",
          "java.util.Vector", "Growing",
          "java.util.ArrayDeque", "Deck",
          "java.util.Stack", "Pile",
          "java.util.PriorityQueue", "Heap",
          "java.util.HashMap", "Hashed",
          "java.util.LinkedHashMap", "Linked",
          "java.util.TreeMap", "Ordered");

  private static final String LIBRARY = text("Library");

  private final Program program;

  Models(Program program) {
    this.program = program;
  }

  /** The source of each class of the models, read when the first of them is mentioned. */
  static List<JavaFileObject> sources() {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String file : FILES) {
      String text = text(file);
      CLASS.matcher(text).results().forEach(m -> sources.add(new Source(file, m.group(1), text)));
    }
    return sources;
  }

  private static String text(String file) {
    try (InputStream in = Models.class.getResourceAsStream(FOLDER + file + ".java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a method is one of the few that the lowering itself knows. */
  static boolean isIntrinsic(ExecutableElement method, String name) {
    return method.getSimpleName().contentEquals(name)
        && method.getEnclosingElement().toString().equals(PACKAGE + ".Library");
  }

  /**
   * The model of a static or default library method.
   *
   * @param arguments the types of the arguments as they are given
   */
  Optional<MethodSource> of(ExecutableElement method, List<Type> arguments) {
    Element owner = method.getEnclosingElement();
    String name = owner.getSimpleName() + "_" + method.getSimpleName();
    boolean isLibrary = isOfPlatform(method) || Stopping.isStop(method);
    return isLibrary && LIBRARY.contains(" " + name + "(") // most calls need no models at all
        ? program.model("Library").flatMap(in -> find(in, name, method, arguments))
        : Optional.empty();
  }

  /** Whether a method belongs to the JDK. */
  static boolean isOfPlatform(ExecutableElement method) {
    return method.getEnclosingElement().toString().startsWith("java.");
  }

  /** Whether a file holds models. */
  static boolean isModel(CompilationUnitTree unit) {
    return unit.getSourceFile().toUri().getScheme().equals("model");
  }

  /** Whether an operand is an object of a model. */
  static boolean isModel(Operand operand) {
    String name =
        operand instanceof Operand.Tuple tuple
            ? tuple.type().name()
            : classOf(operand).map(ObjectClass::name).orElse("");
    return name.startsWith(PACKAGE + ".");
  }

  /** What a message says instead of the name of a model: that of what it stands for. */
  static Object called(Object what) {
    String name = String.valueOf(what);
    if (!name.startsWith(PACKAGE + ".")) {
      return what;
    }
    String model = name.substring(PACKAGE.length() + 1);
    return CLASSES.entrySet().stream()
        .filter(e -> e.getValue().equals(model))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse("java.util.Collection");
  }

  private static Optional<ObjectClass> classOf(Operand object) {
    if (object instanceof Linked linked) {
      return Optional.of(linked.of());
    }
    return object instanceof Instance instance ? Optional.of(instance.of()) : Optional.empty();
  }

  /** The method that runs when one of the library is called on an object of a model. */
  Optional<MethodSource> member(Operand object, ExecutableElement method, List<Type> arguments) {
    TypeElement type =
        classOf(object).isPresent()
            ? classOf(object).get().element()
            : program.types().element(((Operand.Tuple) object).type());
    return find(type, method.getSimpleName().toString(), method, arguments);
  }

  /** The class that is made instead of one of the library; empty if there is none. */
  Optional<DeclaredType> madeInstead(TypeMirror type) {
    String name = program.languageTypes().erasure(type).toString();
    if (!(type instanceof DeclaredType declared) || !CLASSES.containsKey(name)) {
      return Optional.empty();
    }
    TypeMirror[] arguments = declared.getTypeArguments().toArray(TypeMirror[]::new);
    return arguments.length == 0
        ? Optional.empty()
        : program
            .model(CLASSES.get(name))
            .map(model -> program.languageTypes().getDeclaredType(model, arguments));
  }

  /** The constructor of a model that takes such arguments. */
  Optional<ExecutableElement> constructor(DeclaredType model, List<Type> arguments) {
    return ElementFilter.constructorsIn(model.asElement().getEnclosedElements()).stream()
        .filter(c -> takes(c, arguments))
        .findFirst();
  }

  private Optional<MethodSource> find(
      TypeElement in, String name, ExecutableElement original, List<Type> arguments) {
    return ElementFilter.methodsIn(program.elements().getAllMembers(in)).stream()
        .filter(m -> m.getSimpleName().contentEquals(name) && takes(m, arguments))
        .filter(m -> !m.getModifiers().contains(Modifier.ABSTRACT) && isLike(m, original))
        .min(Comparator.comparing(m -> !lastOf(m).equals(lastOf(original))))
        .flatMap(program::find);
  }

  /** Whether the model takes objects where the original does: {@code remove} comes in two ways. */
  private static boolean isLike(ExecutableElement model, ExecutableElement original) {
    List<Boolean> own = primitives(model);
    List<Boolean> theirs = primitives(original);
    boolean comparable = !model.isVarArgs() && own.size() >= theirs.size();
    return !comparable || own.subList(own.size() - theirs.size(), own.size()).equals(theirs);
  }

  /** The erased type of the last parameter: {@code thenComparing} takes a function or an order. */
  private String lastOf(ExecutableElement method) {
    List<? extends VariableElement> all = method.getParameters();
    return all.isEmpty()
        ? ""
        : program.languageTypes().erasure(all.get(all.size() - 1).asType()).toString();
  }

  private static List<Boolean> primitives(ExecutableElement method) {
    return method.getParameters().stream().map(p -> p.asType().getKind().isPrimitive()).toList();
  }

  private boolean takes(ExecutableElement model, List<Type> arguments) {
    List<? extends VariableElement> parameters = model.getParameters();
    int fixed = model.isVarArgs() ? parameters.size() - 1 : parameters.size();
    boolean fits = arguments.size() == parameters.size();
    for (int i = 0; fits && i < arguments.size(); i++) {
      fits = fits(type(parameters.get(i)), arguments.get(i));
    }
    if (fits || !model.isVarArgs() || arguments.size() < fixed) {
      return fits;
    }
    Type element = ((ArrayType) type(parameters.get(fixed))).element();
    return arguments.subList(fixed, arguments.size()).stream().allMatch(a -> fits(element, a));
  }

  private Type type(VariableElement parameter) {
    return program.types().map(parameter.asType()).orElseThrow();
  }

  private static boolean fits(Type parameter, Type argument) {
    if (parameter instanceof ArrayType array && argument instanceof ArrayType given) {
      return array.equals(given)
          || array.element() instanceof RefType && given.element().isReference();
    }
    if (parameter instanceof RefType) {
      return argument.isReference() || parameter.equals(RefType.OBJECT);
    }
    return parameter instanceof ArrayType
        ? argument.equals(Conversions.NULL)
        : !argument.isReference() || Conversions.unboxed(argument).isPresent();
  }

  /** The file of a class. */
  private static final class Source extends SimpleJavaFileObject implements NamedFile {
    private final String name;
    private final String text;

    Source(String file, String name, String text) {
      super(URI.create("model:///io/cotangent/models/" + file + ".java"), Kind.SOURCE);
      this.name = name;
      this.text = text;
    }

    @Override
    public String binaryName() {
      return PACKAGE + "." + name;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
