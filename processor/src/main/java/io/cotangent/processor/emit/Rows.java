package io.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.ArrayType;
import io.cotangent.processor.model.Form;
import io.cotangent.processor.model.Leaf;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/**
 * The private methods of a nested class that take arrays of objects apart and put them together, as
 * they are asked for.
 */
final class Rows {
  private static final String ALL = "all";
  private static final String COLUMN = "column";
  private static final String INDEX = "i";
  private static final CodeBlock ELEMENT = CodeBlock.of("$L[$L]", ALL, INDEX);

  private final NameTable names;
  private final Map<List<Object>, String> known = new LinkedHashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();

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

  private static void each(CodeBlock.Builder code, CodeBlock isThere, Supplier<CodeBlock> body) {
    code.beginControlFlow("for (int $L = 0; $L < $L.length; $L++)", INDEX, INDEX, ALL, INDEX);
    code.beginControlFlow("if ($L)", isThere);
    code.add(body.get());
    code.endControlFlow().endControlFlow();
  }

  private static CodeBlock isThere(CodeBlock value) {
    return CodeBlock.of("$L != null", value);
  }

  /** A leaf of all elements. */
  CodeBlock column(Form.Row row, int index, CodeBlock array) {
    String name =
        method(List.of(row.element(), index), hint(row, index), (m, c) -> take(m, c, row, index));
    return CodeBlock.of("$L($L)", name, array);
  }

  private static String hint(Form.Row row, int index) {
    return Locals.suffixed("", leaves(row).get(index).path()) + "Of";
  }

  private void take(MethodSpec.Builder method, CodeBlock.Builder code, Form.Row row, int index) {
    TypeName type = JavaTypes.of(leaves(row).get(index).type());
    method.addJavadoc("One part of each element.\n");
    method.addParameter(JavaTypes.of(row), ALL).returns(type);
    code.addStatement(
        "$T $L = $L", type, COLUMN, Arrays.create(type, CodeBlock.of("$L.length", ALL)));
    each(
        code,
        isThere(ELEMENT),
        () ->
            CodeBlock.builder()
                .addStatement("$L[$L] = $L", COLUMN, INDEX, read(row.element(), index, ELEMENT))
                .build());
    code.addStatement("return $L", COLUMN);
  }

  /** The expression for a leaf of a value. */
  private CodeBlock read(Form form, int index, CodeBlock access) {
    if (form instanceof Form.Whole whole) {
      int before = 0;
      for (Form.Part part : whole.parts()) {
        int count = Leaf.of(part.form()).size();
        if (index < before + count) {
          return read(part.form(), index - before, Locals.read(access, part));
        }
        before += count;
      }
    }
    if (form instanceof Form.Row row) {
      return around(column(row, index, access), leaves(row).get(index).type(), row.cells());
    }
    Form.Single single = (Form.Single) form;
    return around(access, single.held(), single.cells());
  }

  private static CodeBlock around(CodeBlock value, io.cotangent.processor.ir.Type type, int cells) {
    if (cells == 0) {
      return value;
    }
    TypeName array = JavaTypes.of(io.cotangent.processor.ir.Type.array(type, cells));
    return CodeBlock.of("new $T $L$L$L", array, "{".repeat(cells), value, "}".repeat(cells));
  }

  /**
   * A leaf of all elements of a tangent or adjoint.
   *
   * @param what it is called in messages
   * @param zeros what it is where there is none
   */
  CodeBlock dualColumn(Form.Row row, int index, String what, CodeBlock duals, CodeBlock zeros) {
    String name =
        method(
            List.of(row.element(), index, "dual"),
            hint(row, index),
            (m, c) -> takeDual(m, c, row, index));
    return CodeBlock.of("$L($S, $L, $L)", name, what, duals, zeros);
  }

  private void takeDual(
      MethodSpec.Builder method, CodeBlock.Builder code, Form.Row row, int index) {
    TypeName type = JavaTypes.of(leaves(row).get(index).type());
    method.addJavadoc("One part of each element; that of those that are null is kept.\n");
    method.addParameter(String.class, "name");
    method.addParameter(JavaTypes.dual(row), ALL).addParameter(type, COLUMN).returns(type);
    code.addStatement("$T.requireLength(name, $L, $L)", JavaTypes.SHAPES, COLUMN, ALL);
    CodeBlock target = CodeBlock.of("$L[$L]", COLUMN, INDEX);
    boolean isObject =
        type instanceof ArrayTypeName a && a.componentType() instanceof ArrayTypeName;
    String guard = isObject ? " && " + target + " != null" : "";
    CodeBlock.Builder isThere = CodeBlock.builder().add("$L != null", ELEMENT);
    CodeBlock assignment = takeDual(row.element(), index, ELEMENT, target, isThere);
    each(code, isThere.add(guard).build(), () -> assignment);
    code.addStatement("return $L", COLUMN);
  }

  private CodeBlock takeDual(
      Form form, int index, CodeBlock dual, CodeBlock target, CodeBlock.Builder isThere) {
    if (form instanceof Form.Whole whole) {
      int before = 0;
      for (Form.Part part : whole.parts()) {
        int count = Leaf.of(part.form()).size();
        if (index < before + count) {
          CodeBlock inner = CodeBlock.of("$L.$N()", dual, part.name());
          if (part.form() instanceof Form.Whole) {
            isThere.add(" && $L != null", inner);
          }
          return takeDual(part.form(), index - before, inner, target, isThere);
        }
        before += count;
      }
    }
    if (form instanceof Form.Row row) {
      CodeBlock inside = CodeBlock.of("$L$L", target, "[0]".repeat(row.cells()));
      String name =
          method(
              List.of(row.element(), index, "dual"),
              hint(row, index),
              (m, c) -> takeDual(m, c, row, index));
      return CodeBlock.builder().addStatement("$L(name, $L, $L)", name, dual, inside).build();
    }
    String cells = "[0]".repeat(((Form.Single) form).cells());
    return CodeBlock.builder().addStatement("$L$L = $L", target, cells, dual).build();
  }

  /**
   * Puts elements into an array, and gives it back.
   *
   * @param leaves of the elements, an array each; null for that of kinds if no element is null
   */
  CodeBlock fill(Form.Row row, boolean isDual, CodeBlock array, List<CodeBlock> leaves) {
    String name = method(List.of(row.element(), isDual), "put", (m, c) -> fill(m, c, row, isDual));
    List<Boolean> needed = needed(row, isDual);
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
    CodeBlock like = own.get(first(leaves));
    TypeName type = isDual ? JavaTypes.dual(row) : JavaTypes.of(row);
    return fill(row, isDual, Arrays.create(type, CodeBlock.of("$L.length", like)), own);
  }

  /** Which leaves of an array its elements, or their duals, are made of. */
  static List<Boolean> needed(Form.Row row, boolean isDual) {
    List<Boolean> needed = new ArrayList<>();
    addNeeded(row.element(), isDual, true, needed);
    needed.set(presence(row), true);
    return needed;
  }

  private static void addNeeded(Form form, boolean isDual, boolean isKept, List<Boolean> needed) {
    if (form instanceof Form.Whole whole) {
      List<Form.Part> parts = isDual ? whole.dualParts() : whole.ownParts();
      for (Form.Part part : whole.parts()) {
        boolean isPart = parts.contains(part) || !isDual && part.isKind();
        addNeeded(part.form(), isDual, isKept && isPart, needed);
      }
    } else if (form instanceof Form.Row row) {
      needed(row, isDual).forEach(is -> needed.add(isKept && is));
    } else {
      needed.add(isKept);
    }
  }

  /** A leaf that every dual has. */
  private static int first(List<Leaf> leaves) {
    int first = 0;
    while (!leaves.get(first).differentiated()) {
      first++;
    }
    return first;
  }

  private void fill(
      MethodSpec.Builder method, CodeBlock.Builder code, Form.Row row, boolean isDual) {
    TypeName type = isDual ? JavaTypes.dual(row) : JavaTypes.of(row);
    method.addJavadoc("Puts the elements together.\n").addParameter(type, ALL).returns(type);
    NameTable own = new NameTable();
    own.claim(ALL);
    own.claim(INDEX);
    List<String> columns = new ArrayList<>();
    List<CodeBlock> parts = new ArrayList<>();
    List<Leaf> leaves = leaves(row);
    List<Boolean> needed = needed(row, isDual);
    for (int i = 0; i < leaves.size(); i++) {
      String column = own.fresh(Locals.suffixed("", leaves.get(i).path()));
      if (needed.get(i)) {
        method.addParameter(JavaTypes.of(leaves.get(i).type()), column);
      }
      columns.add(column);
      parts.add(part(leaves.get(i), column, isDual));
    }
    CodeBlock isThere = isThere(row, columns.get(presence(row)), columns.get(first(leaves)));
    code.beginControlFlow("for (int $L = 0; $L < $L.length; $L++)", INDEX, INDEX, ALL, INDEX);
    code.addStatement("$L = $L ? $L : null", ELEMENT, isThere, element(row, isDual, parts));
    code.endControlFlow().addStatement("return $L", ALL);
  }

  /** Kinds can be missing where duals are put together, also those of arrays in elements. */
  private static CodeBlock part(Leaf leaf, String column, boolean isDual) {
    boolean canMiss = isDual && leaf.isKind() && leaf.type() instanceof ArrayType a && a.rank() > 1;
    return canMiss
        ? CodeBlock.of("$N == null ? null : $N[$L]", column, column, INDEX)
        : CodeBlock.of("$N[$L]", column, INDEX);
  }

  /** The leaf that says whether an element is null. */
  static int presence(Form.Row row) {
    if (row.element() instanceof Form.Whole whole && whole.isClass()) {
      List<Leaf> leaves = leaves(row);
      int index = 0;
      while (leaves.get(index).returned().size() == 1) {
        index++;
      }
      return index;
    }
    return 0;
  }

  private static CodeBlock isThere(Form.Row row, String presence, String number) {
    if (row.element() instanceof Form.Row) {
      return CodeBlock.of("$N[$L] != null", number, INDEX);
    }
    Form.Whole whole = (Form.Whole) row.element();
    return whole.isClass()
        ? CodeBlock.of("$N[$L] != null", presence, INDEX)
        : CodeBlock.of(
            "$N == null || $N[$L] == $L",
            presence,
            presence,
            INDEX,
            ((Form.Single) whole.parts().get(0).form()).instead());
  }

  private CodeBlock element(Form.Row row, boolean isDual, List<CodeBlock> parts) {
    if (row.element() instanceof Form.Row inner) {
      TypeName type = isDual ? JavaTypes.dual(inner) : JavaTypes.of(inner);
      CodeBlock length = CodeBlock.of("$L.length", parts.get(first(leaves(inner))));
      return fill(
          inner,
          isDual,
          CodeBlock.of("$L == null ? $L : $L", ELEMENT, Arrays.create(type, length), ELEMENT),
          parts);
    }
    List<CodeBlock> held = new ArrayList<>();
    List<Leaf> leaves = Leaf.of(row.element());
    for (int i = 0; i < parts.size(); i++) {
      held.add(CodeBlock.of("$L$L", parts.get(i), "[0]".repeat(leaves.get(i).form().cells())));
    }
    return isDual
        ? new ResultExprs(this).assembleDual(row.element(), held.iterator())
        : new ResultExprs(this).assemble(row.element(), held.iterator());
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
              each(
                  code,
                  isThere(ELEMENT),
                  () ->
                      CodeBlock.builder()
                          .addStatement("$L[$L] = $L", COLUMN, INDEX, blank(inner, ELEMENT))
                          .build());
              code.addStatement("return $L", COLUMN);
            });
    return CodeBlock.of("$L($L)", name, like);
  }
}
