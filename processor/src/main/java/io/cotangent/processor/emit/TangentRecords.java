package io.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Names;
import io.cotangent.processor.model.Parameter;
import io.cotangent.processor.model.Signature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;

/**
 * The records that hold tangents and adjoints of objects whose own class cannot: one for each such
 * class, with its differentiable parts.
 */
public final class TangentRecords {
  private final Map<String, Form.Whole> forms = new LinkedHashMap<>();
  private final Set<String> open = new TreeSet<>();

  private TangentRecords() {}

  /**
   * A record to write.
   *
   * @param head its modifiers and components, the way {@code EarlierRecords} describes those it
   *     finds
   */
  public record File(List<String> head, JavaFile source) {
    /** Writes the source. */
    public void writeTo(Filer filer) throws IOException {
      source.writeTo(filer);
    }
  }

  /** The source files for everything that was derived, by the qualified names of the records. */
  public static Map<String, File> of(List<Derived> derived) {
    TangentRecords records = new TangentRecords();
    derived.forEach(d -> records.add(d.signature()));
    Map<String, File> files = new LinkedHashMap<>();
    records.forms.forEach(
        (name, form) -> files.put(name, new File(records.head(form), records.file(form))));
    return files;
  }

  private List<String> head(Form.Whole form) {
    List<String> head = new ArrayList<>();
    head.add(open.contains(form.dualType()) ? "public" : "");
    form.dualParts().forEach(part -> head.add(JavaTypes.dual(part.form()) + " " + part.name()));
    return head;
  }

  private void add(Signature signature) {
    List<Form> seen = new ArrayList<>();
    signature.parameters().stream().map(Parameter::form).forEach(seen::add);
    signature.resultForm().ifPresent(seen::add);
    seen.forEach(form -> add(form, signature.accessible()));
  }

  private void add(Form form, boolean isAccessible) {
    if (form instanceof Form.Made made) {
      add(made.whole(), isAccessible);
    }
    if (form instanceof Form.Row row) {
      add(row.element(), isAccessible);
    }
    if (form instanceof Form.Choice choice && choice.isDifferentiable()) {
      choice.named().forEach(option -> addWhole(option.form(), isAccessible));
    }
    if (form instanceof Form.Whole whole && whole.isDifferentiable()) {
      addWhole(whole, isAccessible);
    }
  }

  private void addWhole(Form.Whole whole, boolean isAccessible) {
    if (!whole.isOwnDual()) {
      forms.putIfAbsent(whole.dualType(), whole);
      if (isAccessible) {
        open.add(whole.dualType());
      }
    }
    whole.parts().forEach(part -> add(part.form(), isAccessible));
  }

  private JavaFile file(Form.Whole form) {
    ClassName name = JavaTypes.className(form.dualType());
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    CodeBlock.Builder doc = CodeBlock.builder();
    doc.add("A tangent, adjoint or seed of a {@code $L}.\n\n", form.javaType());
    for (Form.Part part : form.dualParts()) {
      components.addParameter(JavaTypes.dual(part.form()), part.name());
      doc.add("@param $L that of {@code $L}\n", part.name(), part.name());
    }
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(name).addJavadoc(doc.build()).recordConstructor(components.build());
    if (open.contains(form.dualType())) {
      type.addModifiers(Modifier.PUBLIC);
    }
    return JavaFile.builder(name.packageName(), type.build())
        .addFileComment(Names.FILE_COMMENT)
        .skipJavaLangImports(true)
        .build();
  }
}
