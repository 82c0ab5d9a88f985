package io.cotangent.processor.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.processor.ir.IrInterpreter;
import io.cotangent.processor.ir.IrVerifier;
import io.cotangent.processor.ir.Unit;
import io.cotangent.processor.report.Report;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every method of the classes beside this test does the same when its compiled form runs and when
 * its lowered form is interpreted: result and arguments bit for bit, and exceptions.
 */
class LoweringKeepsMeaningTest {
  private static final int RUNS = 60;

  @TestFactory
  Stream<DynamicTest> expressions(@TempDir Path folder) throws Exception {
    return tests(folder, "Expressions");
  }

  @TestFactory
  Stream<DynamicTest> control(@TempDir Path folder) throws Exception {
    return tests(folder, "Control");
  }

  @TestFactory
  Stream<DynamicTest> switches(@TempDir Path folder) throws Exception {
    return tests(folder, "Switches");
  }

  @TestFactory
  Stream<DynamicTest> calls(@TempDir Path folder) throws Exception {
    return tests(folder, "Calls");
  }

  private static Stream<DynamicTest> tests(Path folder, String name) throws Exception {
    LoweredClass subject = LoweredClass.of(folder, name, resource(name + ".java"));
    Map<String, Unit> units = new LinkedHashMap<>();
    for (String method : subject.methods()) {
      Report report = new Report();
      subject
          .lower(method, report)
          .ifPresentOrElse(u -> units.put(method, u), () -> fail(method, report));
    }
    Map<String, IrInterpreter> interpreters = subject.interpreters(units);
    List<DynamicTest> tests = new ArrayList<>();
    for (String method : subject.methods()) {
      Method compiled = subject.compiled(method);
      tests.add(
          DynamicTest.dynamicTest(
              name + "." + method,
              () -> {
                IrVerifier.verify(units.get(method));
                compare(compiled, units.get(method), interpreters.get(method));
              }));
    }
    return tests.stream();
  }

  private static void fail(String method, Report report) {
    throw new AssertionError(
        method + ": " + report.errors().stream().map(Report.Entry::message).toList());
  }

  private static String resource(String name) throws Exception {
    try (InputStream in = LoweringKeepsMeaningTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void compare(Method compiled, Unit unit, IrInterpreter interpreter) {
    Random random = new Random(compiled.getName().hashCode());
    for (int run = 0; run < RUNS; run++) {
      long seed = random.nextLong();
      Object[] theirs = arguments(compiled, new Random(seed));
      Object[] ours = arguments(compiled, new Random(seed));
      String shown = text(theirs);
      String expected = outcome(() -> LoweredClass.invoke(compiled, theirs)) + text(theirs);
      String actual = outcome(() -> single(interpreter.run(ours))) + text(ours);
      assertEquals(
          expected,
          actual,
          () -> "for " + shown + "\n" + io.cotangent.processor.ir.IrPrinter.print(unit));
    }
  }

  private static Object single(List<Object> results) {
    return results.isEmpty() ? null : results.get(0);
  }

  private static String outcome(Callable<Object> code) {
    try {
      return text(code.call());
    } catch (IrInterpreter.Thrown e) {
      return "throws " + e.getMessage();
    } catch (IllegalStateException e) {
      throw e; // the interpreter's own: no test program throws one
    } catch (Exception | Error e) {
      // The interpreter's arrays speak of other things than the compiled program's.
      boolean own = e instanceof IllegalArgumentException || e instanceof Error;
      return "throws " + (own ? e : e.getClass());
    }
  }

  private static String text(Object value) {
    if (value != null && value.getClass().isArray()) {
      List<String> elements = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(text(Array.get(value, i)));
      }
      return elements.toString();
    }
    if (value instanceof Double d) {
      return d + ":" + Long.toHexString(Double.doubleToLongBits(d));
    }
    return value + ":" + (value == null ? "" : value.getClass().getSimpleName());
  }

  private static Object[] arguments(Method method, Random random) {
    return Arrays.stream(method.getParameterTypes()).map(t -> argument(t, random)).toArray();
  }

  private static Object argument(Class<?> type, Random random) {
    if (type.isArray()) {
      Object array = Array.newInstance(type.getComponentType(), 4 + random.nextInt(2));
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, argument(type.getComponentType(), random));
      }
      return array;
    }
    int small = random.nextInt(9) - 2;
    return switch (type.getName()) {
      case "double" -> real(random);
      case "float" -> (float) real(random);
      case "int" -> random.nextInt(12) == 0 ? Integer.MAX_VALUE - small : small;
      case "long" -> random.nextInt(6) == 0 ? Long.MIN_VALUE + small : (long) small;
      case "byte" -> (byte) random.nextInt();
      case "short" -> (short) random.nextInt();
      case "char" -> (char) ('a' + small + 2);
      case "boolean" -> random.nextBoolean();
      default -> String.valueOf((char) ('a' + small + 2));
    };
  }

  private static double real(Random random) {
    double[] special = {0.0, -0.0, 1.0, -1.0, 1e9, Double.NaN, Double.POSITIVE_INFINITY, 2.5, -300};
    int choice = random.nextInt(4 * special.length);
    return choice < special.length ? special[choice] : 3 * random.nextGaussian();
  }
}
