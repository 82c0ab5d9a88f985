package io.cotangent.fuzz.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a program as a Java source file. */
public final class JavaPrinter implements Stmt.Visitor<Void> {
  private StringBuilder out = new StringBuilder();
  private final Dialect dialect;
  private SugaredPrinter expressions;
  private boolean scaled;
  private int depth;

  private JavaPrinter(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The source of a public class in package {@code fuzz}. */
  public static String print(String className, Program program) {
    return print(className, program, 1);
  }

  /** The same with derivatives of an order asked for. */
  public static String print(String className, Program program, int order) {
    JavaPrinter printer = new JavaPrinter(Dialect.of(className));
    printer.header(className, program, order);
    printer.method(program.entry(), false);
    program.classes().forEach(printer::type);
    printer.helpers(program.helpers());
    printer.declarations();
    printer.depth--;
    printer.line("}");
    return printer.out.toString();
  }

  private void helpers(List<Method> helpers) {
    boolean instance = dialect.picks(Sugar.INSTANCE, "", 50);
    if (instance && !helpers.isEmpty()) {
      line("static final class Model {");
      depth++;
      line("private final double one;");
      line("Model(double one) { this.one = one; }");
      helpers.forEach(m -> method(m, true));
      depth--;
      line("}");
    } else {
      helpers.forEach(m -> method(m, false));
    }
  }

  /** What the sugared parts use. */
  private void declarations() {
    String text = out.toString();
    if (text.contains("Way.")) {
      line("enum Way { LEFT, RIGHT }");
    }
    if (text.contains("new Cell(")) {
      line("static final class Cell {");
      line("  double value;");
      line("  Cell(double value) { this.value = value; }");
      line("  double get() { return value; }");
      line("  double set(double next) { value = next; return next; }");
      line("}");
    }
    if (text.contains("new One(")) {
      line("record One(double value) {}");
    }
    if (text.contains("direction(")) {
      line("enum Direction { NORTH, EAST, SOUTH, WEST }");
      line("static Direction direction(int i) {");
      line("  return i == 0 ? Direction.NORTH : i == 1 ? Direction.EAST");
      line("      : i == 2 ? Direction.SOUTH : Direction.WEST;");
      line("}");
    }
    if (text.contains("word(")) {
      line("static String word(int i) {");
      line("  return i == 0 ? \"north\" : i == 1 ? \"east\" : i == 2 ? \"south\" : \"west\";");
      line("}");
    }
    String functions = "java.util.function.Double";
    if (text.contains("apply(")) {
      line("static double apply(" + functions + "UnaryOperator f, double p) {");
      line("  return f.applyAsDouble(p);");
      line("}");
    }
    if (text.contains("combine(")) {
      line("static double combine(" + functions + "BinaryOperator f, double p, double q) {");
      line("  return f.applyAsDouble(p, q);");
      line("}");
    }
  }

  private void header(String className, Program program, int order) {
    line("package fuzz;");
    line("");
    line("public final class " + className + " {");
    depth++;
    if (!program.components().isEmpty()) {
      String components =
          IntStream.range(0, program.components().size())
              .mapToObj(i -> program.components().get(i).text() + " c" + i)
              .collect(Collectors.joining(", "));
      line("public record " + Kind.RECORD.text() + "(" + components + ") {}");
    }
    String wrt = program.wrt().stream().map(n -> '"' + n + '"').collect(Collectors.joining(", "));
    String named = wrt.isEmpty() ? "" : ", wrt = {" + wrt + "}";
    line("@io.cotangent.Differentiable(order = " + order + named + ")");
  }

  private void method(Method method, boolean isInstance) {
    expressions = new SugaredPrinter(dialect, method, isInstance, this::nested);
    String params = params(method.params());
    String access = method.isPrivate() ? "private" : "public";
    String result = method.result().text();
    String kind = isInstance ? " " : " static ";
    line(access + kind + result + " " + method.name() + "(" + params + ") {");
    scaled = isInstance && method.result().equals(Type.DOUBLE);
    body(method.body());
    line("}");
  }

  private static String params(List<Parameter> params) {
    return params.stream()
        .map(p -> p.type().text() + " " + p.name())
        .collect(Collectors.joining(", "));
  }

  private String nested(List<Stmt> statements) {
    StringBuilder outer = out;
    out = new StringBuilder();
    body(statements);
    String text = out.toString();
    out = outer;
    return text;
  }

  private void type(ClassDecl c) {
    new ClassPrinter(c, this::line, this::member).print();
  }

  /** A constructor with what it passes on. */
  private static Method whole(ClassDecl c, Method m) {
    List<Stmt> all = new ArrayList<>();
    if (m.name().equals(c.name())) {
      c.superArgs().forEach(e -> all.add(new Stmt.Do(e)));
    }
    all.addAll(m.body());
    return m.with(all);
  }

  private void member(ClassDecl c, Method m) {
    boolean isAbstract = c.form() == ClassDecl.Form.INTERFACE && m.body().isEmpty();
    depth++;
    if (isAbstract) {
      line(m.result().text() + " " + m.name() + "(" + params(m.params()) + ");");
    } else {
      expressions = new SugaredPrinter(dialect, whole(c, m), false, this::nested);
      scaled = false;
      boolean isConstructor = m.name().equals(c.name());
      String head =
          isConstructor
              ? ""
              : (c.form() == ClassDecl.Form.INTERFACE ? "default " : "public ")
                  + m.result().text()
                  + " ";
      line(head + m.name() + "(" + params(m.params()) + ") {");
      if (isConstructor && !c.superArgs().isEmpty()) {
        line("  super(" + expressions.list(c.superArgs()) + ");");
      }
      body(m.body());
      line("}");
    }
    depth--;
  }

  private void body(List<Stmt> statements) {
    depth++;
    statements.forEach(s -> s.accept(this));
    depth--;
  }

  private void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private String text(Expr e) {
    return expressions.print(e);
  }

  private static String labelled(String label) {
    return label.isEmpty() ? "" : label + ": ";
  }

  @Override
  public Void declare(Stmt.Declare s) {
    if (expressions.wrapping().isWrapped(s.name())) {
      String init = s.init().map(this::text).orElse("");
      line(expressions.wrapping().declaration(s.name(), init) + ";");
    } else {
      line(declaration(s) + ";");
    }
    return null;
  }

  private String declaration(Stmt.Declare s) {
    String type = s.style() == Stmt.Style.VAR ? "var" : s.type().text();
    return (s.style() == Stmt.Style.FINAL ? "final " : "") + type + " " + declarator(s);
  }

  private String declarator(Stmt.Declare s) {
    if (s.init().isEmpty()) {
      return s.name();
    }
    Expr init = s.init().get();
    boolean isVar = s.style() == Stmt.Style.VAR;
    return s.name() + " = " + (isVar ? text(init) : expressions.initialiser(init));
  }

  @Override
  public Void effect(Stmt.Do s) {
    line(text(s.effect()) + ";");
    return null;
  }

  @Override
  public Void block(Stmt.Block s) {
    line("{");
    body(s.body());
    line("}");
    return null;
  }

  @Override
  public Void branch(Stmt.If s) {
    String condition = text(s.condition());
    if (dialect.picks(Sugar.SWITCH, condition, 25) && !Leaving.breaks(s)) {
      choice(s, "(" + condition + ")");
      return null;
    }
    line("if (" + text(s.condition()) + ") {");
    body(s.yes());
    if (!s.no().isEmpty()) {
      line("} else {");
      body(s.no());
    }
    line("}");
    return null;
  }

  /** A branch as a switch. */
  private void choice(Stmt.If s, String condition) {
    boolean arrows = !Leaving.completes(s.yes()) || dialect.way(condition, 2) == 0;
    switch (dialect.way(condition + "selector", 3)) {
      case 0 -> line("switch (" + condition + " ? 2 : -1) {");
      case 1 -> line("switch (" + condition + " ? \"b\" : \"\") {");
      default -> line("switch (" + condition + " ? Way.RIGHT : Way.LEFT) {");
    }
    String label = List.of("2", "\"b\"", "RIGHT").get(dialect.way(condition + "selector", 3));
    depth++;
    line("case " + label + (arrows ? " -> {" : ": {"));
    body(s.yes());
    line(arrows ? "}" : "} break;");
    line(arrows ? "default -> {" : "default: {");
    body(s.no());
    line("}");
    depth--;
    line("}");
  }

  @Override
  public Void forLoop(Stmt.For s) {
    String inits = "";
    if (!s.inits().isEmpty()) {
      String more =
          s.inits().stream().skip(1).map(d -> ", " + declarator(d)).reduce("", (a, b) -> a + b);
      inits = declaration(s.inits().get(0)) + more;
    }
    String condition = s.condition().map(c -> " " + text(c)).orElse("");
    String updates = s.updates().stream().map(this::text).collect(Collectors.joining(", "));
    line(
        labelled(s.label()) + "for (" + (inits + ";" + condition + "; " + updates).strip() + ") {");
    body(s.body());
    line("}");
    return null;
  }

  @Override
  public Void forEach(Stmt.ForEach s) {
    String header = s.type().text() + " " + s.name() + " : " + text(s.array());
    line(labelled(s.label()) + "for (" + header + ") {");
    body(s.body());
    line("}");
    return null;
  }

  @Override
  public Void whileLoop(Stmt.While s) {
    line(labelled(s.label()) + "while (" + text(s.condition()) + ") {");
    body(s.body());
    line("}");
    return null;
  }

  @Override
  public Void doWhile(Stmt.DoWhile s) {
    line(labelled(s.label()) + "do {");
    body(s.body());
    line("} while (" + text(s.condition()) + ");");
    return null;
  }

  @Override
  public Void breakLoop(Stmt.Break s) {
    line(("break " + s.label()).strip() + ";");
    return null;
  }

  @Override
  public Void continueLoop(Stmt.Continue s) {
    line(("continue " + s.label()).strip() + ";");
    return null;
  }

  @Override
  public Void returned(Stmt.Return s) {
    Optional<String> value = s.value().map(v -> scaled ? "one * (" + text(v) + ")" : text(v));
    line(("return " + value.orElse("")).strip() + ";");
    return null;
  }

  @Override
  public Void thrown(Stmt.Throw s) {
    line("throw new " + s.exception() + "(\"" + s.message() + "\");");
    return null;
  }

  @Override
  public Void choose(Stmt.Switch s) {
    line("switch (" + s.selector().of(text(s.index())) + ") {");
    depth++;
    for (Stmt.Case c : s.cases()) {
      line(ExprPrinter.labels(s.selector(), c.labels()) + (s.arrows() ? " -> {" : ": {"));
      body(c.body());
      line("}");
    }
    depth--;
    line("}");
    return null;
  }

  @Override
  public Void attempt(Stmt.Try s) {
    line("try {");
    body(s.body());
    if (!s.handler().isEmpty()) {
      line("} catch (" + s.caught() + " caught" + depth + ") {");
      body(s.handler());
    }
    if (!s.last().isEmpty()) {
      line("} finally {");
      body(s.last());
    }
    line("}");
    return null;
  }
}
