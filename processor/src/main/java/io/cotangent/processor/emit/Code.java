package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a method's body: text, and the classes named in it, which the file may import. It is a
 * {@link CodeBlock} that does not nest: asking for its text or putting it into another costs no
 * more than copying it.
 */
final class Code {
  /** The text in the syntax of {@link CodeBlock}, with nothing but {@code $T} and {@code $$}. */
  private final String format;

  private final List<TypeName> types;

  private Code(String format, List<TypeName> types) {
    this.format = format;
    this.types = types;
  }

  /**
   * Code by a format.
   *
   * @param format text with {@code $L} and {@code $N} for what is written as it is, other code
   *     included, and {@code $T} for types
   */
  static Code of(String format, Object... arguments) {
    return new Builder().add(format, arguments).build();
  }

  /** Text that names no classes. */
  static Code text(String text) {
    return new Code(escape(text), List.of());
  }

  /** Pieces one after the other. */
  static Code join(List<Code> pieces, String separator) {
    Builder joined = new Builder();
    for (int i = 0; i < pieces.size(); i++) {
      joined.text(i == 0 ? "" : separator).code(pieces.get(i));
    }
    return joined.build();
  }

  /** Whether it begins so; the beginning names no class. */
  boolean startsWith(String beginning) {
    return format.startsWith(beginning);
  }

  /** The code behind its beginning. */
  Code behind(String beginning) {
    return new Code(format.substring(beginning.length()), types);
  }

  private static String escape(String text) {
    return text.indexOf('$') < 0 ? text : text.replace("$", "$$");
  }

  /** The same for JavaPoet. */
  CodeBlock block() {
    return CodeBlock.of(format, types.toArray());
  }

  /** The text, with the full names of classes. */
  @Override
  public String toString() {
    if (format.indexOf('$') < 0) {
      return format;
    }
    StringBuilder text = new StringBuilder();
    int type = 0;
    int from = 0;
    for (int at = format.indexOf('$'); at >= 0; at = format.indexOf('$', from)) {
      text.append(format, from, at);
      text.append(format.charAt(at + 1) == 'T' ? types.get(type++).toString() : "$");
      from = at + 2;
    }
    return text.append(format, from, format.length()).toString();
  }

  /** Collects code. */
  static final class Builder {
    private final StringBuilder format = new StringBuilder();
    private final List<TypeName> types = new ArrayList<>();

    /** Appends by a format, as {@link Code#of}. */
    Builder add(String pattern, Object... arguments) {
      int argument = 0;
      int from = 0;
      for (int at = pattern.indexOf('$'); at >= 0; at = pattern.indexOf('$', from)) {
        format.append(pattern, from, at);
        argument(pattern.charAt(at + 1), arguments[argument++]);
        from = at + 2;
      }
      format.append(pattern, from, pattern.length());
      return this;
    }

    private void argument(char kind, Object argument) {
      if (kind == 'T') {
        type(argument instanceof Class<?> known ? TypeName.get(known) : (TypeName) argument);
      } else if (argument instanceof Code code) {
        code(code);
      } else {
        text(argument.toString());
      }
    }

    /** Appends a type. */
    Builder type(TypeName type) {
      if (type.isPrimitive()) {
        format.append(type);
      } else {
        format.append("$T");
        types.add(type);
      }
      return this;
    }

    /** Appends code. */
    Builder code(Code code) {
      format.append(code.format);
      types.addAll(code.types);
      return this;
    }

    /** Appends text as it is. */
    Builder text(String text) {
      format.append(escape(text));
      return this;
    }

    /** Lines from here on stand further to the right. */
    Builder indent() {
      format.append("$>");
      return this;
    }

    /** Lines from here on stand further to the left. */
    Builder unindent() {
      format.append("$<");
      return this;
    }

    Code build() {
      return new Code(format.toString(), List.copyOf(types));
    }
  }
}
