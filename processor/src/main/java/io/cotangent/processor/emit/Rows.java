package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * The private methods of a nested class that take arrays of objects apart and put them together, as
 * they are asked for.
 */
final class Rows {
  static final String ALL = "all";
  static final String COLUMN = "column";
  static final String INDEX = "i";
  static final CodeBlock ELEMENT = CodeBlock.of("$L[$L]", ALL, INDEX);

  private final NameTable names;
  private final Map<List<Object>, String> known = new LinkedHashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();
  private final RowReading reading = new RowReading(this);
  private final RowFilling filling = new RowFilling(this);

  /**
   * No methods yet.
   *
   * @param names of all other methods
   */
  Rows(NameTable names) {
    this.names = names;
  }

  /** What was asked for. */
  List<MethodSpec> methods() {
    return methods;
  }

  /** The leaves of what an array consists of, without cells around it. */
  static List<Leaf> leaves(Form.Row row) {
    return Leaf.of(new Form.Row(row.element(), 0, false));
  }

  private String method(List<Object> key, String hint, MethodBody body) {
    String name = known.get(key);
    if (name == null) {
      name = names.fresh(hint);
      known.put(key, name);
      MethodSpec.Builder method =
          MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
      CodeBlock.Builder code = CodeBlock.builder();
      body.write(method, code);
      methods.add(method.addCode(code.build()).build());
    }
    return name;
  }

  private interface MethodBody {
    void write(MethodSpec.Builder method, CodeBlock.Builder code);
  }

  /** Which of the classes an object is of. */
  CodeBlock number(Form.Choice choice, CodeBlock object) {
    String name =
        method(List.of(choice.options(), "number"), "kindOf", (m, c) -> Kinds.write(m, c, choice));
    return CodeBlock.of("$L($L)", name, object);
  }

  /** Whether an object is of a class. */
  CodeBlock is(Form.Choice choice, Form.Option option, CodeBlock object) {
    return option.isOpen()
        ? CodeBlock.of("$L == $L", number(choice, object), option.number())
        : CodeBlock.of("$L instanceof $T", object, JavaTypes.of(option.form()));
  }

  /** A statement. */
  static CodeBlock statement(String format, Object... arguments) {
    return CodeBlock.builder().addStatement(format, arguments).build();
  }

  /** A loop over all elements that does something if all tests hold. */
  static void each(CodeBlock.Builder code, List<CodeBlock> tests, CodeBlock body) {
    code.beginControlFlow("for (int $L = 0; $L < $L.length; $L++)", INDEX, INDEX, ALL, INDEX);
    if (!tests.isEmpty()) {
      code.beginControlFlow("if ($L)", CodeBlock.join(tests, " && "));
    }
    code.add(body);
    if (!tests.isEmpty()) {
      code.endControlFlow();
    }
    code.endControlFlow();
  }

  /** A leaf of all elements. */
  CodeBlock column(Form.Row row, int index, CodeBlock array) {
    String name =
        method(
            List.of(row.element(), index),
            hint(row, index),
            (m, c) -> reading.take(m, c, row, index));
    return CodeBlock.of("$L($L)", name, array);
  }

  private static String hint(Form.Row row, int index) {
    String name = Locals.suffixed("", leaves(row).get(index).path());
    return Character.toLowerCase(name.charAt(0)) + name.substring(1) + "Of";
  }

  /**
   * A leaf of all elements of a tangent or adjoint.
   *
   * @param what it is called in messages
   * @param zeros what it is where there is none
   */
  CodeBlock dualColumn(Form.Row row, int index, CodeBlock what, CodeBlock duals, CodeBlock zeros) {
    String name =
        method(
            List.of(row.element(), index, "dual"),
            hint(row, index),
            (m, c) -> reading.takeDual(m, c, row, index));
    return CodeBlock.of("$L($L, $L, $L)", name, what, duals, zeros);
  }

  /**
   * Puts elements into an array, and gives it back.
   *
   * @param leaves of the elements, an array each; null for that of kinds if no element is null
   */
  CodeBlock fill(Form.Row row, boolean isDual, CodeBlock array, List<CodeBlock> leaves) {
    String name =
        method(List.of(row.element(), isDual), "put", (m, c) -> filling.write(m, c, row, isDual));
    List<Boolean> needed = RowFilling.needed(row, isDual);
    CodeBlock.Builder list = CodeBlock.builder().add("$L", array);
    for (int i = 0; i < leaves.size(); i++) {
      if (needed.get(i)) {
        list.add(", $L", leaves.get(i));
      }
    }
    return CodeBlock.of("$L($L)", name, list.build());
  }

  /** The array that is made of the next leaves. */
  CodeBlock create(Form.Row row, boolean isDual, Iterator<CodeBlock> next) {
    List<Leaf> leaves = leaves(row);
    List<CodeBlock> own = leaves.stream().map(leaf -> next.next()).toList();
    CodeBlock like = own.get(RowFilling.first(row, leaves));
    TypeName type = isDual ? JavaTypes.dual(row) : JavaTypes.of(row);
    return fill(row, isDual, Arrays.create(type, CodeBlock.of("$L.length", like)), own);
  }

  /** The object that is made of the next leaves. */
  CodeBlock make(Form.Made made, Iterator<CodeBlock> leaves) {
    List<Form.Part> parts = made.whole().parts();
    List<CodeBlock> contents = parts.stream().map(part -> leaves.next()).toList();
    if (made.given().size() < parts.size()) {
      String name = method(List.of(made), "make", (m, c) -> make(m, c, made));
      return CodeBlock.of("$L($L)", name, CodeBlock.join(contents, ", "));
    }
    List<CodeBlock> given = made.given().stream().map(contents::get).toList();
    return CodeBlock.of("new $T($L)", JavaTypes.of(made), CodeBlock.join(given, ", "));
  }

  private static void make(MethodSpec.Builder method, CodeBlock.Builder code, Form.Made made) {
    TypeName type = JavaTypes.of(made);
    NameTable own = new NameTable();
    String object = own.fresh("object");
    List<Form.Part> parts = made.whole().parts();
    List<String> contents = new ArrayList<>();
    for (Form.Part part : parts) {
      contents.add(own.fresh(part.name()));
      method.addParameter(JavaTypes.of(part.form()), contents.get(contents.size() - 1));
    }
    method.addJavadoc("An object that holds these.\n").returns(type);
    List<CodeBlock> given =
        made.given().stream().map(i -> CodeBlock.of("$N", contents.get(i))).toList();
    code.addStatement("$T $N = new $T($L)", type, object, type, CodeBlock.join(given, ", "));
    for (int i = 0; i < parts.size(); i++) {
      if (!made.given().contains(i)) {
        String[] around = parts.get(i).writer().orElseThrow().split("#", -1);
        code.addStatement("$N.$L$N$L", object, around[0], contents.get(i), around[1]);
      }
    }
    code.addStatement("return $N", object);
  }

  /** An array of the shape of another for its tangents and adjoints, without elements. */
  CodeBlock blank(Form.Row row, CodeBlock like) {
    TypeName type = JavaTypes.dual(row);
    CodeBlock length = CodeBlock.of("$L.length", like);
    if (!(row.element() instanceof Form.Row inner)) {
      return Arrays.create(type, length);
    }
    String name =
        method(
            List.of(row.element(), "blank"),
            "blank",
            (m, code) -> {
              m.addJavadoc("An array of that shape.\n");
              m.addParameter(JavaTypes.of(row), ALL).returns(type);
              CodeBlock size = CodeBlock.of("$L.length", ALL);
              code.addStatement("$T $L = $L", type, COLUMN, Arrays.create(type, size));
              CodeBlock one = statement("$L[$L] = $L", COLUMN, INDEX, blank(inner, ELEMENT));
              each(code, List.of(CodeBlock.of("$L != null", ELEMENT)), one);
              code.addStatement("return $L", COLUMN);
            });
    return CodeBlock.of("$L($L)", name, like);
  }
}
