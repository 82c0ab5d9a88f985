package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import io.cotangent.processor.model.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Puts what a method leaves in fields and arrays of objects back into the caller's objects. */
final class PuttingBack {
  private final Members members;
  private final NameTable names;

  PuttingBack(Members members) {
    this.members = members;
    this.names = members.names();
  }

  /**
   * A part of an argument.
   *
   * @param holder the expression for the arrays around it
   */
  private record Part(Local local, Leaf leaf, CodeBlock holder) {
    /** What the method leaves in it. */
    CodeBlock content() {
      return CodeBlock.of("$L$L", holder, "[0]".repeat(leaf.form().cells()));
    }
  }

  void write(CodeBlock.Builder code) {
    for (Parameter parameter : members.signature().parameters()) {
      List<Part> parts = new ArrayList<>();
      for (Local local : members.locals(parameter)) {
        parts.add(new Part(local, local.leaf(), CodeBlock.of("$N", local.name())));
      }
      write(code, parameter.form(), CodeBlock.of("$N", parameter.name()), parts);
    }
  }

  private boolean isChanged(List<Part> parts) {
    return parts.stream().anyMatch(p -> members.derived().isChanged(p.local().leaf()));
  }

  private void write(CodeBlock.Builder code, Form form, CodeBlock access, List<Part> parts) {
    if (form instanceof Form.Row row && isChanged(parts)) {
      elements(code, row, access, parts);
    } else if (form instanceof Form.Choice choice && isChanged(parts)) {
      choice(code, choice, access, parts);
    } else if (form instanceof Form.Whole whole) {
      int next = 0;
      for (Form.Part part : whole.parts()) {
        int count = Leaf.of(part.form()).size();
        List<Part> own = parts.subList(next, next + count);
        next += count;
        if (part.writer().isEmpty()) {
          write(code, part.form(), CodeBlock.of("$L.$L", access, part.reader()), own);
        } else if (isChanged(own)) {
          String[] around = part.writer().get().split("#", -1);
          code.addStatement("$L.$L$L$L", access, around[0], content(part.form(), own), around[1]);
        }
      }
    }
  }

  private void choice(
      CodeBlock.Builder code, Form.Choice choice, CodeBlock access, List<Part> parts) {
    int next = 1;
    for (Form.Option option : choice.options()) {
      int count = Leaf.of(option.form()).size();
      List<Part> own = parts.subList(next, next + count);
      next += count;
      if (!option.isNamed()) {
        continue;
      }
      CodeBlock.Builder inner = CodeBlock.builder();
      CodeBlock one = CodeBlock.of("(($T) $L)", JavaTypes.of(option.form()), access);
      write(inner, option.form(), one, own);
      if (!inner.isEmpty()) {
        code.beginControlFlow("if ($L)", members.rows().is(choice, option, access));
        code.add(inner.build()).endControlFlow();
      }
    }
  }

  private void elements(CodeBlock.Builder code, Form.Row row, CodeBlock access, List<Part> parts) {
    if (row.takesElements()) {
      List<CodeBlock> leaves = parts.stream().map(Part::content).toList();
      code.addStatement("$L", members.rows().fill(row, false, access, leaves));
      return;
    }
    String index = names.fresh("i");
    List<Leaf> inner = Leaf.of(row.element());
    List<Part> own = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      CodeBlock element = CodeBlock.of("$L[$N]", parts.get(i).content(), index);
      own.add(new Part(parts.get(i).local(), inner.get(i), element));
    }
    CodeBlock element = CodeBlock.of("$L[$N]", access, index);
    code.beginControlFlow("for (int $N = 0; $N < $L.length; $N++)", index, index, access, index);
    code.beginControlFlow("if ($L != null)", element);
    write(code, row.element(), element, own);
    code.endControlFlow().endControlFlow();
  }

  private CodeBlock content(Form form, List<Part> own) {
    Part first = own.get(0);
    if (form instanceof Form.Single) {
      return first.content();
    }
    // A field that holds a record: the first leaf says whether that is null.
    List<CodeBlock> leaves = own.stream().map(Part::content).toList();
    return CodeBlock.of(
        "$L == $L ? $L : null",
        first.content(),
        ((Form.Single) ((Form.Whole) form).parts().get(0).form()).instead(),
        members.results().assemble(form, leaves.iterator()));
  }
}
