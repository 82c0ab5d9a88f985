package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.model.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What leads from a tangent or an adjoint of a parameter to one of its parts. */
final class DualPath {
  static final DualPath EMPTY = new DualPath(List.of());

  /** The name of a component, or the class an object must have to go on. */
  private record Step(String component, TypeName type) {}

  private final List<Step> steps;

  private DualPath(List<Step> steps) {
    this.steps = steps;
  }

  private DualPath then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new DualPath(longer);
  }

  /** A component further. */
  DualPath part(String name) {
    return then(new Step(name, null));
  }

  /** The same if the object is of the class. */
  DualPath option(Form.Option option) {
    return then(new Step(null, JavaTypes.dual(option.form())));
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The expression that reads the part, if every object on the way is of its class. */
  CodeBlock from(CodeBlock whole) {
    CodeBlock at = whole;
    for (Step step : steps) {
      at = after(at, step);
    }
    return at;
  }

  /** The test that every object on the way is of its class; empty if each can be of one only. */
  Optional<CodeBlock> fits(CodeBlock whole) {
    List<CodeBlock> tests = new ArrayList<>();
    CodeBlock at = whole;
    for (Step step : steps) {
      if (step.component() == null) {
        tests.add(CodeBlock.of("$L instanceof $T", at, step.type()));
      }
      at = after(at, step);
    }
    return Optional.of(CodeBlock.join(tests, " && ")).filter(code -> !code.isEmpty());
  }

  /** The expression that reads the part, {@code zero} where an object is of another class. */
  CodeBlock from(CodeBlock whole, String zero) {
    CodeBlock part = from(whole);
    return fits(whole).map(test -> CodeBlock.of("($L ? $L : $L)", test, part, zero)).orElse(part);
  }

  private static CodeBlock after(CodeBlock at, Step step) {
    return step.component() == null
        ? CodeBlock.of("(($T) $L)", step.type(), at)
        : CodeBlock.of("$L.$N()", at, step.component());
  }

  /** Whether the object, or one on the way to the part, is null or of another class. */
  CodeBlock isMissing(CodeBlock whole) {
    CodeBlock.Builder code = CodeBlock.builder().add("$L == null", whole);
    CodeBlock at = whole;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.component() == null) {
        code.add(" || !($L instanceof $T)", at, step.type());
      }
      at = after(at, step);
      if (step.component() != null && i < steps.size() - 1) {
        code.add(" || $L == null", at);
      }
    }
    return code.build();
  }
}
