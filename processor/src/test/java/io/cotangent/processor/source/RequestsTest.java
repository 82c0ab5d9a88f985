package io.cotangent.processor.source;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Set;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a request is said with its identifier, where it stands in the source. */
final class RequestsTest {
  private static final String HEAD =
      "package u;\nimport io.cotangent.Differentiable;\nclass Models {\n";

  private final RequestProcessor processor = new RequestProcessor();

  private static JavaFileObject models(String... members) {
    return JavaFileObjects.forSourceString("u.Models", HEAD + String.join("\n", members) + "\n}\n");
  }

  private Compilation compile(JavaFileObject source) {
    return Compiler.javac().withProcessors(processor).compile(source);
  }

  /** A caret in the method stands before the place where the message is expected. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AD001 | @Differentiable(wrt = ^\"q\") static double f(double x) { return x; }",
        "AD002 | @Differentiable(wrt = ^\"k\") static double f(double x, int k) { return x; }",
        "AD003 | @Differentiable(wrt = {\"x\", ^\"x\"}) static double f(double x) { return x; }",
        "AD004 | @Differentiable static double ^f(int k) { return k; }",
        "AD005 | @Differentiable static native double ^f(double x);",
        "AD006 | @Differentiable static int ^f(double x) { return 1; }",
        "AD007 | @Differentiable static void ^f(double x) {}",
        "AD009 | @Differentiable(name = ^\"a.b\") static double f(double x) { return x; }",
        "AD009 | @Differentiable(name = ^\"class\") static double f(double x) { return x; }",
        "AD012 | @Differentiable(order = ^0) static double f(double x) { return x; }",
      })
  void saysWhatIsWrongWhereItIs(String id, String marked) {
    JavaFileObject source = models(marked.replace("^", ""));
    Compilation compilation = compile(source);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation)
        .hadErrorContaining("[" + id + "]")
        .inFile(source)
        .onLine(4)
        .atColumn(marked.indexOf('^') + 1);
    assertEquals(List.of(), processor.names());
  }

  @Test
  void refusesTypesTheGeneratedClassCannotName() {
    JavaFileObject source =
        models(
            "private record Hidden(double a) {}",
            "@Differentiable static double f(Hidden h) { return h.a(); }");
    assertThat(compile(source)).hadErrorContaining("[AD021]").inFile(source).onLine(5);
    assertEquals(List.of(), processor.names());
  }

  @Test
  void asksForANameWhereTwoMethodsWouldGetOne() {
    JavaFileObject source =
        models(
            "@Differentiable static double f(double x) { return x; }",
            "@Differentiable static double f(float x) { return x; }",
            "@Differentiable(name = \"Third\") static double f(double[] x) { return x[0]; }");
    Compilation compilation = compile(source);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[AD008]").inFile(source).onLine(5);
    assertEquals(List.of("ModelsAdjoint.F", "ModelsAdjoint.Third"), processor.names());
  }

  @Test
  void reportsEverythingAtOnceAndKeepsWhatIsRight() {
    Compilation compilation =
        compile(
            models(
                "@Differentiable static int f(double x) { return 1; }",
                "@Differentiable static double g(double x) { return x; }",
                "@Differentiable double h(int k) { return k; }"));
    assertThat(compilation).hadErrorCount(2);
    assertEquals(List.of("ModelsAdjoint.G"), processor.names());
  }

  @Test
  void leavesTheUsersMistakesToTheCompiler() {
    JavaFileObject source =
        models(
            "@Differentiable static double f(double x) { return x + missing; }",
            "@Differentiable static double g(double x) { return x; }");
    Compilation compilation = compile(source);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("cannot find symbol").inFile(source).onLine(4);
    assertEquals(List.of("ModelsAdjoint.G"), processor.names());
  }

  @Test
  void keepsGeneratedNamesApart() {
    compile(
        models(
            "@Differentiable static double gradient(double x) { return x; }",
            "static class Inner {",
            "  @Differentiable static double f(double x) { return x; }",
            "}"));
    // The compiler hands over nested classes in an order of its own.
    assertEquals(
        Set.of("ModelsAdjoint.Gradient_", "Models_InnerAdjoint.F"), Set.copyOf(processor.names()));
  }
}
