package io.cotangent.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.processor.ir.Op;
import io.cotangent.processor.ir.Region;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lowered code looks like, where that matters to the passes and readers behind. */
class LoweringShapeTest {
  @TempDir Path folder;

  private Unit lower(String members) throws Exception {
    LoweredClass subject = LoweredClass.of(folder, "Shape", "class Shape {\n" + members + "\n}\n");
    Report report = new Report();
    return subject.lower("f", report).orElseThrow(() -> new AssertionError(report.errors()));
  }

  private static List<Op> all(Region region) {
    List<Op> ops = new ArrayList<>();
    for (Op op : region.ops()) {
      ops.add(op);
      op.regions().forEach(r -> ops.addAll(all(r)));
    }
    return ops;
  }

  private static long count(Unit unit, Class<? extends Op> kind) {
    return all(unit.rootFunction().body()).stream().filter(kind::isInstance).count();
  }

  @Test
  void theRestMovesIntoTheArmThatDoesNotReturn() throws Exception {
    Unit unit =
        lower(
            """
            static double f(double x) {
              if (x > 1) return 1;
              if (x > 2) return Math.sin(x);
              if (x > 3) return 3;
              return Math.cos(x);
            }
            """);
    assertEquals(3, count(unit, Op.If.class), "no branch on a flag is needed");
  }

  @Test
  void theRestIsNeverCopied() throws Exception {
    StringBuilder source = new StringBuilder("static double f(double x, int n) {\n");
    for (int i = 0; i < 12; i++) {
      source.append("if (x > %d) { if (n == %d) return %d; x++; }\n".formatted(i, i, i));
    }
    Unit unit = lower(source + "return Math.sin(x);\n}");
    assertEquals(3 * 12, count(unit, Op.If.class));
    long sines =
        all(unit.rootFunction().body()).stream()
            .filter(op -> op instanceof Op.Apply a && a.operator().symbol().equals("sin"))
            .count();
    assertEquals(1, sines);
  }

  @Test
  void aLoopCarriesWhatItAssignsAndNothingElse() throws Exception {
    Unit unit =
        lower(
            """
            static double f(double[] a, double k) {
              double s = 0;
              double t = k;
              for (int i = 0; i < a.length; i++) {
                double u = a[i] * t;
                s += u;
              }
              return s + t;
            }
            """);
    Op.While loop =
        (Op.While)
            all(unit.rootFunction().body()).stream()
                .filter(Op.While.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertEquals(
        List.of("i", "s"), loop.body().params().stream().map(v -> v.name()).sorted().toList());
  }

  @Test
  void valuesAreNamedAsVariables() throws Exception {
    Unit unit = lower("static double f(double x) { double y = x * 2; y += 3; return y; }");
    List<String> names =
        all(unit.rootFunction().body()).stream()
            .filter(Op.Apply.class::isInstance)
            .map(op -> op.result().name())
            .toList();
    assertTrue(names.containsAll(List.of("y", "y")), names.toString());
  }

  @Test
  void operationsKnowTheirStatement() throws Exception {
    Unit unit =
        lower(
            """
            static double f(double x) {
              double y =
                  x
                      * 2;
              if (y > x) { y = Math.sin(y); }
              return y;
            }
            """);
    Map<String, String> statements = new HashMap<>();
    for (Op op : all(unit.rootFunction().body())) {
      if (op instanceof Op.Apply apply) {
        statements.put(apply.operator().symbol(), op.origin().statement());
      }
    }
    assertEquals("double y = x * 2;", statements.get("*"));
    assertEquals("if (y > x)", statements.get(">"));
    assertEquals("y = Math.sin(y);", statements.get("sin"));
  }

  @Test
  void everyCalledMethodBecomesOneFunction() throws Exception {
    Unit unit =
        lower(
            """
            static double f(double x) { return g(x) + g(1) + g(2, x) + h(x); }
            private static double g(double x) { return x; }
            static double g(int n, double x) { return n * x; }
            static double h(double x) { return x > 1 ? f(x - 1) : g(x); }
            static double unused(double x) { return x; }
            """);
    assertEquals(4, unit.functions().size(), unit.functions().keySet().toString());
    assertEquals("Shape_f", unit.root());
  }

  @Test
  void anIfWhoseArmsThrowEndsItsRegion() throws Exception {
    Unit unit =
        lower(
            """
            static double f(double x) {
              if (x > 0) throw new IllegalArgumentException("a");
              else throw new IllegalArgumentException("b");
            }
            """);
    assertTrue(unit.rootFunction().body().isTerminated());
  }
}
