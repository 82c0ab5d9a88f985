package io.cotangent.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The warnings of javac that generated code would cause and its readers can do nothing about. */
final class Suppression {
  private static final Pattern CAST = Pattern.compile("\\(+[^()]+\\) ");
  private static final Pattern GENERIC_CAST = Pattern.compile("\\([^()]*<[^()]*>[^()]*\\) ");

  private Suppression() {}

  /**
   * The annotation, if one is needed.
   *
   * @param isGeneric whether the method has type variables
   */
  static Optional<AnnotationSpec> of(Unit unit, boolean isGeneric) {
    List<CodeBlock> warnings = new ArrayList<>();
    if (isGeneric || has(unit, casts(GENERIC_CAST)) || has(unit, Suppression::isGenericArray)) {
      // Inside, values of type variables are values of their bounds; Java casts what is in
      // collections, and makes no arrays of generic types.
      warnings.add(CodeBlock.of("$S", "rawtypes"));
      warnings.add(CodeBlock.of("$S", "unchecked"));
    }
    if (has(unit, casts(CAST))) {
      // What comes out of a collection is cast, which is not needed where its type is known.
      warnings.add(CodeBlock.of("$S", "cast"));
    }
    return warnings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "{$L}", CodeBlock.join(warnings, ", "))
                .build());
  }

  private static Predicate<Op> casts(Pattern cast) {
    return op -> op instanceof Op.Opaque opaque && cast.matcher(opaque.java()).lookingAt();
  }

  private static boolean isGenericArray(Op op) {
    return op instanceof Op.NewArray made && made.value().type().toString().contains("<");
  }

  private static boolean has(Unit unit, Predicate<Op> wanted) {
    return unit.functions().values().stream().anyMatch(f -> f.body().has(wanted));
  }
}
