package io.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Unit;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Private static fields of the user's classes: generated code, which stands beside them, reads each
 * through a handle, in a method of its own.
 */
final class PrivateFields {
  private static final Pattern READING =
      Pattern.compile("\\{([^}]+)}" + Op.Opaque.PRIVATE + "([\\w$]+)");
  private static final ClassName RUNTIME = ClassName.get("io.cotangent.runtime", "PrivateFields");

  private final Map<String, Type> types = new TreeMap<>();

  private PrivateFields() {}

  /** The fields a unit reads. */
  static PrivateFields in(Unit unit) {
    PrivateFields fields = new PrivateFields();
    unit.functions().values().forEach(f -> fields.collect(f.body()));
    return fields;
  }

  private void collect(Region region) {
    for (Op op : region.ops()) {
      if (op instanceof Op.Opaque opaque && READING.matcher(opaque.java()).matches()) {
        types.put(opaque.java(), opaque.result().type());
      }
      op.regions().forEach(this::collect);
    }
  }

  /** Where the name of a private field ends that begins there; 0 if none does. */
  static int end(String java, int start) {
    if (!java.startsWith(Op.Opaque.PRIVATE, start)) {
      return 0;
    }
    int end = start + 1;
    while (end < java.length() && Character.isJavaIdentifierPart(java.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Java that reads a field. */
  static CodeBlock reading(String java) {
    return CodeBlock.of("$L()", name(matched(java)));
  }

  private static Matcher matched(String java) {
    Matcher matcher = READING.matcher(java);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(java);
    }
    return matcher;
  }

  /** What the handle and the method are called, which is nothing a variable is called. */
  private static String name(Matcher field) {
    String owner = field.group(1).substring(field.group(1).lastIndexOf('.') + 1);
    return owner + "_" + field.group(2);
  }

  /** A handle for each. */
  Iterable<FieldSpec> handles() {
    return types.entrySet().stream().map(e -> handle(matched(e.getKey()), e.getValue())).toList();
  }

  private static FieldSpec handle(Matcher field, Type type) {
    Modifier[] modifiers = {Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL};
    return FieldSpec.builder(VarHandle.class, name(field), modifiers)
        .initializer(
            "$T.handle($T.lookup(), $T.class, $S, $T.class)",
            RUNTIME,
            MethodHandles.class,
            JavaTypes.named(field.group(1)),
            field.group(2),
            erased(JavaTypes.of(type)))
        .build();
  }

  /** A method that reads each. */
  Iterable<MethodSpec> readers() {
    return types.entrySet().stream().map(e -> reader(matched(e.getKey()), e.getValue())).toList();
  }

  private static MethodSpec reader(Matcher field, Type type) {
    TypeName erased = erased(JavaTypes.of(type));
    return MethodSpec.methodBuilder(name(field))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc("Reads {@code $L.$L}, which is private.\n", field.group(1), field.group(2))
        .returns(JavaTypes.of(type))
        .addStatement("return ($T) $L.get()", erased, name(field))
        .build();
  }

  private static TypeName erased(TypeName type) {
    return type instanceof ArrayTypeName array
        ? ArrayTypeName.of(erased(array.componentType()))
        : JavaTypes.element(type);
  }
}
