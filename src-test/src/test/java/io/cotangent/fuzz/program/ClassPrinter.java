package io.cotangent.fuzz.program;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes a class as Java, its methods by means of others. */
record ClassPrinter(ClassDecl type, Consumer<String> line, BiConsumer<ClassDecl, Method> member) {
  void print() {
    line.accept(head() + " {");
    if (type.form() == ClassDecl.Form.CLASS) {
      for (ClassDecl.Field f : type.fields()) {
        line.accept("  " + (f.isFinal() ? "final " : "") + f.type().text() + " " + f.name() + ";");
      }
      member.accept(
          type, new Method(false, Type.VOID, type.name(), type.params(), type.constructor()));
    }
    type.methods().forEach(m -> member.accept(type, m));
    line.accept("}");
  }

  private String head() {
    String parent = type.parent();
    return switch (type.form()) {
      case INTERFACE -> "interface " + type.name();
      case RECORD -> "record " + type.name() + "(" + components(type.fields()) + ")";
      case CLASS -> "static class " + type.name() + (parent.isEmpty() ? "" : extended(parent));
    };
  }

  /** Interfaces have names of their own kind. */
  private static String extended(String parent) {
    return (parent.startsWith(ClassDecl.INTERFACE) ? " implements " : " extends ") + parent;
  }

  private static String components(List<ClassDecl.Field> fields) {
    return fields.stream()
        .map(f -> f.type().text() + " " + f.name())
        .collect(Collectors.joining(", "));
  }
}
