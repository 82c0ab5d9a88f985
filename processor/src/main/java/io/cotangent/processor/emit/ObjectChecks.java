package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.ir.RecordType;
import io.cotangent.processor.ir.RefType;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Parameter;
import java.util.Map;

/** The checks of objects where some are elements of arrays. */
final class ObjectChecks {
  private final Members members;
  private final boolean arriveOnce;
  private final Map<String, CodeBlock> others;
  private final NameTable names;
  private final String seen;

  /**
   * Checks for a method.
   *
   * @param arriveOnce whether no object and no array may be found in two places
   * @param others what must be none of the objects either, by what messages call it
   */
  ObjectChecks(Members members, boolean arriveOnce, Map<String, CodeBlock> others) {
    this.members = members;
    this.arriveOnce = arriveOnce || !others.isEmpty();
    this.others = others;
    this.names = members.names();
    this.seen = names.fresh("seen");
  }

  void write(CodeBlock.Builder code) {
    CodeBlock.Builder checks = CodeBlock.builder();
    for (Parameter parameter : members.signature().parameters()) {
      String name = parameter.name();
      write(checks, parameter.form(), name, CodeBlock.of("$N", name));
    }
    if (arriveOnce) {
      code.addStatement("$T $N = new $T()", JavaTypes.SEEN, seen, JavaTypes.SEEN);
    }
    code.add(checks.build());
    if (arriveOnce) {
      for (Local local : members.locals()) {
        if (isPassive(local)) {
          requireNone(code, local.leaf().path(), local.access());
        }
      }
      others.forEach((name, access) -> requireNone(code, name, access));
    }
  }

  private void requireNone(CodeBlock.Builder code, String name, CodeBlock object) {
    code.addStatement("$N.requireNone($S, $L)", seen, name, object);
  }

  /** Whether there are parts that could be, or hold, an object that is taken apart elsewhere. */
  static boolean hasPassive(Members members) {
    return members.locals().stream().anyMatch(ObjectChecks::isPassive);
  }

  private static boolean isPassive(Local local) {
    Type held = local.held() instanceof ArrayType array ? array.innermost() : local.held();
    return local.column().isEmpty()
        && local.leaf().form().instead().isEmpty()
        && (held instanceof RecordType
            || held instanceof RefType ref && !ref.name().startsWith("java.lang."));
  }

  private void write(CodeBlock.Builder code, Form form, String path, CodeBlock access) {
    if (form instanceof Form.Row row) {
      once(code, path, access);
      CodeBlock.Builder inner = CodeBlock.builder();
      String each = names.fresh("each");
      write(inner, row.element(), path + "[]", CodeBlock.of("$N", each));
      if (!inner.isEmpty()) {
        code.beginControlFlow("for ($T $N : $L)", JavaTypes.of(row.element()), each, access);
        code.beginControlFlow("if ($N != null)", each);
        code.add(inner.build()).endControlFlow().endControlFlow();
      }
    }
    if (form instanceof Form.Choice choice) {
      choice(code, choice, path, access);
    }
    if (form instanceof Form.Whole whole) {
      if (whole.isClass()) {
        Checks.ofClass(code, path, access, whole);
        once(code, path, access);
      }
      parts(code, whole, path, access);
    }
  }

  private void parts(CodeBlock.Builder code, Form.Whole whole, String path, CodeBlock access) {
    for (Form.Part part : whole.ownParts()) {
      CodeBlock inner = CodeBlock.of("$L.$L", access, part.reader());
      write(code, part.form(), path + "." + part.name(), inner);
    }
  }

  private void choice(CodeBlock.Builder code, Form.Choice choice, String path, CodeBlock access) {
    if (choice.options().stream().anyMatch(o -> o.form().isClass())) {
      once(code, path, access);
    }
    for (Form.Option option : choice.named()) {
      CodeBlock.Builder inner = CodeBlock.builder();
      CodeBlock one = CodeBlock.of("(($T) $L)", JavaTypes.of(option.form()), access);
      parts(inner, option.form(), path, one);
      if (!inner.isEmpty()) {
        code.beginControlFlow("if ($L)", members.rows().is(choice, option, access));
        code.add(inner.build()).endControlFlow();
      }
    }
  }

  private void once(CodeBlock.Builder code, String path, CodeBlock access) {
    if (arriveOnce) {
      code.addStatement("$N.add($S, $L)", seen, path, access);
    }
  }
}
