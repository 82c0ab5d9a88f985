package io.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of one region as they are written, and the expressions that wait for their only
 * use. An expression that reads memory waits no longer than until something is written.
 */
final class Pending {
  private final CodeBlock.Builder blocks = CodeBlock.builder();
  private Code.Builder code = new Code.Builder();
  private final Map<Value, Expr> waiting = new LinkedHashMap<>();
  private String mark = "";
  private String comment = "";
  private boolean isEmpty = true;

  /** Lets an expression wait. */
  void put(Value value, Expr expr) {
    waiting.put(value, expr);
  }

  /** The expression, which waits no longer; null if it does not wait. */
  Expr take(Value value) {
    return waiting.remove(value);
  }

  /** The expressions that have to be written before memory changes, which wait no longer. */
  List<Expr.Of> takeReading() {
    List<Expr.Of> reading = new ArrayList<>();
    waiting.forEach(
        (value, expr) -> {
          if (expr.isReading()) {
            reading.add(new Expr.Of(value, expr));
          }
        });
    reading.forEach(r -> waiting.remove(r.value()));
    return reading;
  }

  /** A line over each statement from now on. */
  void mark(String line) {
    mark = line;
  }

  /** A comment over the next statement. */
  void comment(String text) {
    comment = text;
  }

  /** A comment that stands even if nothing follows. */
  void heading(String text) {
    flushComment();
    code.add("// $L\n", text);
  }

  private void flushComment() {
    if (!mark.isEmpty()) {
      code.add("$L", mark);
    }
    if (!comment.isEmpty()) {
      code.add("// $L\n", comment);
      comment = "";
    }
  }

  /** Writes a statement. */
  void statement(String format, Object... args) {
    flushComment();
    code.add(format, args).text(";\n");
    isEmpty = false;
  }

  /** Writes a statement that names what the members name. */
  void statement(CodeBlock statement) {
    add(CodeBlock.builder().addStatement("$L", statement).build());
  }

  /** Writes statements. */
  void add(CodeBlock statements) {
    flushComment();
    blocks.add(code.build().block()).add(statements);
    code = new Code.Builder();
    isEmpty = false;
  }

  /** Opens a block. */
  void open(String format, Object... args) {
    flushComment();
    code.add(format, args).text(" {\n").indent();
    isEmpty = false;
  }

  /** Goes on with the next block of the same statement. */
  void next(String format, Object... args) {
    code.unindent().text("} ").add(format, args).text(" {\n").indent();
  }

  /** Closes a block. */
  void close() {
    code.unindent().text("}\n");
  }

  /** Writes what another one has collected. */
  void append(Pending inner) {
    if (inner.blocks.isEmpty()) {
      code.code(inner.code.build());
    } else {
      blocks.add(code.build().block()).add(inner.build());
      code = new Code.Builder();
    }
  }

  /** Whether nothing was written. */
  boolean isEmpty() {
    return isEmpty;
  }

  CodeBlock build() {
    return CodeBlock.builder().add(blocks.build()).add(code.build().block()).build();
  }
}
