package io.cotangent.processor;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Value;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.report.Problem;
import io.cotangent.processor.report.Report;
import io.cotangent.processor.source.Request;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Classes of the default package that generated code mentions although a generated class hides
 * them. Everywhere else their package is written in front of them, here they have no other name.
 */
final class HiddenNames {
  /** What generated classes have as members. */
  private static final List<String> MEMBERS = List.of("Gradient", "Pullback", "Tangent", "Hvp");

  private final Pattern hidden;

  private HiddenNames(String name) {
    this.hidden = Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])");
  }

  /** Reports the classes that the one for a method, or one of its members, hides. */
  static void check(Derived derived, Request request, Report report) {
    Signature signature = derived.signature();
    if (signature.packageName().isEmpty()) {
      Stream.concat(Stream.of(signature.nestedClass()), MEMBERS.stream())
          .filter(name -> new HiddenNames(name).isIn(derived))
          .forEach(name -> report.error(Problem.HIDDEN_CLASS, request.source().site(), name));
    }
  }

  private boolean isIn(Derived derived) {
    Signature signature = derived.signature();
    return signature.parameters().stream().anyMatch(p -> isIn(p.form()))
        || signature.resultForm().filter(this::isIn).isPresent()
        || derived.unit().functions().values().stream().map(Function::body).anyMatch(this::isIn);
  }

  private boolean isIn(Form form) {
    return isIn(form.javaType())
        || form.isDifferentiable() && isIn(form.dualType())
        || form instanceof Form.Whole whole
            && (isIn(whole.exactType()) || whole.parts().stream().anyMatch(p -> isIn(p.form())))
        || form instanceof Form.Choice choice
            && choice.options().stream().anyMatch(option -> isIn(option.form()))
        || form instanceof Form.Made made && isIn(made.whole())
        || form instanceof Form.Row row && isIn(row.element());
  }

  private boolean isIn(Region region) {
    return isIn(region.params()) || region.ops().stream().anyMatch(this::isIn);
  }

  private boolean isIn(Op op) {
    return op instanceof Op.Opaque opaque && isIn(opaque.java().replace('{', ' '))
        || isIn(op.results())
        || op.regions().stream().anyMatch(this::isIn);
  }

  private boolean isIn(Collection<Value> values) {
    return values.stream().anyMatch(v -> isIn(v.type().toString()));
  }

  private boolean isIn(String text) {
    return hidden.matcher(text).find();
  }
}
