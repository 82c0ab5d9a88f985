package io.cotangent.processor.source;

import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * Methods of the JDK as Java source: {@code models/Library.java} is compiled together with the
 * user's code, and a call of a method that has a model there is lowered as a call of the model.
 */
final class Models {
  private static final String CLASS = "io.cotangent.models.Library";
  private static final String RESOURCE = "/io/cotangent/processor/models/Library.java";

  private final Program program;

  Models(Program program) {
    this.program = program;
  }

  /** The source of the models, to be compiled with the user's. */
  static JavaFileObject source() {
    return new Source(text());
  }

  private static String text() {
    try (InputStream in = Models.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The model of a library method.
   *
   * @param arguments the types of the arguments as they are given
   */
  Optional<MethodSource> of(ExecutableElement method, List<Type> arguments) {
    Element owner = method.getEnclosingElement();
    TypeElement models = program.elements().getTypeElement(CLASS);
    if (models == null || !owner.toString().startsWith("java.")) {
      return Optional.empty();
    }
    String name = owner.getSimpleName() + "_" + method.getSimpleName();
    return ElementFilter.methodsIn(models.getEnclosedElements()).stream()
        .filter(m -> m.getSimpleName().contentEquals(name) && takes(m, arguments))
        .findFirst()
        .flatMap(program::find);
  }

  private boolean takes(ExecutableElement model, List<Type> arguments) {
    List<? extends VariableElement> parameters = model.getParameters();
    boolean fits = parameters.size() == arguments.size();
    for (int i = 0; fits && i < arguments.size(); i++) {
      Type type = program.types().map(parameters.get(i).asType()).orElseThrow();
      fits = fits(type, arguments.get(i));
    }
    return fits;
  }

  private static boolean fits(Type parameter, Type argument) {
    if (parameter instanceof RefType) {
      return argument.isReference() && !(argument instanceof ArrayType);
    }
    return parameter instanceof ArrayType ? parameter.equals(argument) : !argument.isReference();
  }

  /** The models as a file. */
  private static final class Source extends SimpleJavaFileObject implements NamedFile {
    private final String text;

    Source(String text) {
      super(URI.create("model:///" + CLASS.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public String binaryName() {
      return CLASS;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
