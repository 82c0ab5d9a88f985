package io.cotangent.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    if (isGeneric || casts(unit, GENERIC_CAST)) {
      // Inside, values of type variables are values of their bounds; Java casts what is in
      // collections.
      warnings.add(CodeBlock.of("$S", "rawtypes"));
      warnings.add(CodeBlock.of("$S", "unchecked"));
    }
    if (casts(unit, CAST)) {
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

  private static boolean casts(Unit unit, Pattern cast) {
    return unit.functions().values().stream().anyMatch(f -> casts(f.body(), cast));
  }

  private static boolean casts(Region region, Pattern cast) {
    return region.ops().stream()
        .anyMatch(
            op ->
                op instanceof Op.Opaque opaque && cast.matcher(opaque.java()).lookingAt()
                    || op.regions().stream().anyMatch(inner -> casts(inner, cast)));
  }
}
