package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods with type variables, and casts of what comes out of collections: without a warning. */
final class GenericSignaturesTest {
  private static final String SOURCE =
      """
      package user;

      import io.cotangent.Differentiable;
      import java.util.List;
      import java.util.Map;
      import java.util.function.Supplier;
      import java.util.function.ToDoubleFunction;

      class Models {
        record Box<T>(T v) {}

        static class Cell<T> {
          final List<T> all;
          double k = 2;

          Cell(T t) {
            all = List.of(t);
          }

          @Differentiable
          double cell(List<? extends T> more, double x) {
            return x * more.size() * k + all.size() * x * x;
          }
        }

        @Differentiable
        static <T extends Number> double box(Box<T> b, double x) {
          return x * x * b.v().doubleValue();
        }

        @Differentiable
        static <T extends Number> double sum(List<T> l, double x) {
          double s = 0;
          for (T t : l) {
            s += x * x * x * t.doubleValue();
          }
          return s * l.get(0).doubleValue();
        }

        @Differentiable
        static <T extends Number> double map(Map<String, ? extends List<T>> m, double x) {
          return x * x * m.get("a").get(1).doubleValue();
        }

        @Differentiable
        static <T, F extends ToDoubleFunction<? super T>> double apply(F f, Supplier<T> t, double x) {
          T u = t.get();
          return x * x * f.applyAsDouble(u);
        }

        private static <T> double hashes(List<T> l, double x) {
          double s = 0;
          for (int i = 0; i < l.size(); i++) {
            s += x * l.get(i).hashCode();
          }
          return s * x;
        }

        @Differentiable
        static <T> double powers(List<T> l, double x, int n) {
          double p = 1;
          for (int i = 0; i < n; i++) {
            p *= hashes(l, x);
          }
          return p;
        }

        @Differentiable
        static double wildcard(Box<? extends Number> b, double x) {
          return x * x * b.v().doubleValue();
        }

        static double run() {
          List<Integer> l = List.of(2, 3);
          double x = 3;
          return ModelsAdjoint.Box.pullback(new Box<>(7), x).apply(1).x()
              + ModelsAdjoint.Sum.pullback(l, x).apply(1).x()
              + ModelsAdjoint.Map.gradient(Map.of("a", l), x).x()
              + ModelsAdjoint.Apply.<Integer, ToDoubleFunction<Number>>gradient(
                      Number::doubleValue, () -> 5, x)
                  .x()
              + ModelsAdjoint.Powers.pullback(l, x, 2).apply(1).x()
              + ModelsAdjoint.Powers.jvp(l, x, 2, 1).tangent()
              + Models_CellAdjoint.Cell.pullback(new Cell<>("a"), l(), x).apply(1).x()
              + ModelsAdjoint.Wildcard.gradient(new Box<>(1.5f), x).x();
        }

        private static List<String> l() {
          return List.of("b");
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void knowNoTypeVariablesInside() throws ReflectiveOperationException {
    Build build = new Build(folder).file("user/Models.java", SOURCE);
    assertTrue(build.onClassPath("-Werror"), build.messages());
    assertEquals("", build.messages(), "warnings");
    double powers = 100 * 27;
    double expected = 6 * 7 + 2 * 27 * 5 + 6 * 3 + 6 * 5 + 2 * powers + (2 + 6) + 6 * 1.5;
    assertEquals(expected, build.call("user.Models", "run"));
  }
}
