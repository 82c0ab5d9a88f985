package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.model.Form;

/** Writes the methods that ask an object for its class. */
final class Kinds {
  private static final String OBJECT = "object";
  private static final String TYPE = "type";

  private Kinds() {}

  /** A method that gives the number of the class, and refuses all classes that have none. */
  static void write(MethodSpec.Builder method, CodeBlock.Builder code, Form.Choice choice) {
    method.addJavadoc("Which of the classes that are known an object is of.\n");
    method.addParameter(Object.class, OBJECT).returns(TypeName.INT);
    code.beginControlFlow("if ($N == null)", OBJECT);
    code.addStatement("return $L", choice.nothing()).endControlFlow();
    code.addStatement("Class<?> $N = $N.getClass()", TYPE, OBJECT);
    for (Form.Option option : choice.named()) {
      code.beginControlFlow("if ($N == $T.class)", TYPE, JavaTypes.of(option.form()));
      code.addStatement("return $L", option.number()).endControlFlow();
    }
    code.addStatement(
        "throw new $T($S + $N.getName())",
        IllegalArgumentException.class,
        "the derivative is not known for an object of ",
        TYPE);
  }
}
