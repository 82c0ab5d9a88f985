package io.cotangent.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.fuzz.generate.Generator;
import io.cotangent.fuzz.generate.Sample;
import io.cotangent.fuzz.interpret.Block;
import io.cotangent.fuzz.interpret.Reference;
import io.cotangent.fuzz.program.JavaPrinter;
import io.cotangent.fuzz.program.Kind;
import io.cotangent.fuzz.program.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The oracle itself: its values against compiled programs, its derivatives against differences. */
final class OracleTest {
  private static final int COUNT =
      Integer.getInteger("cotangent.fuzz.oracle", Amount.isAll() ? 400 : 200);

  private static List<Sample> samples() {
    return IntStream.range(0, COUNT)
        .mapToObj(i -> Generator.generate(Campaign.programSeed(-7, i)))
        .toList();
  }

  private static Map<Sample, Members> compiled(List<Sample> samples) throws Exception {
    Map<String, String> sources = new TreeMap<>();
    samples.forEach(
        s -> sources.put(Examiner.name(s), JavaPrinter.print(Examiner.name(s), s.program())));
    Compilation compilation = Compiler.plain().compile(sources);
    assertEquals(List.of(), compilation.errors());
    ClassLoader loader = compilation.loader();
    Map<Sample, Members> programs = new LinkedHashMap<>();
    for (Sample sample : samples) {
      programs.put(sample, Members.of(loader.loadClass("fuzz." + Examiner.name(sample))));
    }
    return programs;
  }

  @Test
  void valuesAreTheCompiledProgramsBitForBit() throws Exception {
    compiled(samples())
        .forEach(
            (sample, program) ->
                sample
                    .points()
                    .forEach(
                        point -> new PrimalCheck(program, point, sample.reference(point)).run()));
  }

  @Test
  void derivativesAgreeWithDifferences() throws Exception {
    int agreed = 0;
    int doubtful = 0;
    for (Map.Entry<Sample, Members> entry : compiled(samples()).entrySet()) {
      Sample sample = entry.getKey();
      if (Tolerance.of(sample.program()).oracle() < 1e-6) {
        for (Object[] point : sample.points()) {
          Differences differences = new Differences(sample, entry.getValue(), point);
          agreed += differences.agreed();
          doubtful += differences.doubtful();
        }
      }
    }
    System.out.println("differences: " + agreed + " agreed, " + doubtful + " not usable");
    assertTrue(agreed > 5 * doubtful, agreed + " agreed, " + doubtful + " not usable");
  }

  /** Directional derivatives of all outputs, where two steps agree. */
  private static final class Differences {
    private final Sample sample;
    private final Members program;
    private final Object[] point;
    private int agreed;
    private int doubtful;

    Differences(Sample sample, Members program, Object[] point) {
      this.sample = sample;
      this.program = program;
      this.point = point;
      Reference reference = sample.reference(point);
      double[] direction = new double[reference.inputs()];
      for (int i = 0; i < direction.length; i++) {
        direction[i] = 1 / (1.0 + i) - 0.3;
      }
      double[] wide = difference(direction, 1e-4);
      double[] narrow = difference(direction, 3e-5);
      double[] wideBend = bend(direction, 1e-4);
      double[] narrowBend = bend(direction, 3e-5);
      double[] expected = tangents(reference, direction);
      double[] scales = scales(reference, direction);
      for (int i = 0; i < expected.length; i++) {
        // Between two sides of a kink the slopes differ as much at a smaller step.
        boolean kink = narrowBend[i] > 0.5 * wideBend[i] && narrowBend[i] > 1e-6;
        compare(i, expected[i], kink ? Double.NaN : wide[i], narrow[i], 1 + scales[i]);
      }
    }

    int agreed() {
      return agreed;
    }

    int doubtful() {
      return doubtful;
    }

    private void compare(int i, double expected, double wide, double narrow, double scale) {
      if (!(Math.abs(wide - narrow) <= 1e-6 * scale)) {
        doubtful++;
        return;
      }
      agreed++;
      if (Math.abs(expected - narrow) > 1e-5 * scale) {
        String source = JavaPrinter.print(Examiner.name(sample), sample.program());
        throw new AssertionError(
            "output " + i + ": oracle " + expected + ", difference " + narrow + "\n" + source);
      }
    }

    private static List<Block> blocks(Reference reference) {
      List<Block> blocks = new ArrayList<>(List.of(reference.ofResult()));
      blocks.addAll(reference.ofArguments());
      return blocks;
    }

    private static double[] tangents(Reference reference, double[] direction) {
      return blocks(reference).stream()
          .flatMapToDouble(b -> Arrays.stream(b.pushForward(direction)))
          .toArray();
    }

    private static double[] scales(Reference reference, double[] direction) {
      return blocks(reference).stream()
          .flatMapToDouble(b -> Arrays.stream(b.magnitudes(direction)))
          .toArray();
    }

    private double[] difference(double[] direction, double step) {
      double[] up = outputs(direction, step);
      double[] down = outputs(direction, -step);
      for (int i = 0; i < up.length; i++) {
        up[i] = (up[i] - down[i]) / (2 * step);
      }
      return up;
    }

    /** How much the slopes before and behind the point differ. */
    private double[] bend(double[] direction, double step) {
      double[] up = outputs(direction, step);
      double[] here = outputs(direction, 0);
      double[] down = outputs(direction, -step);
      for (int i = 0; i < up.length; i++) {
        up[i] = Math.abs(up[i] - 2 * here[i] + down[i]) / step;
      }
      return up;
    }

    private double[] outputs(double[] direction, double step) {
      List<Parameter> params = sample.program().entry().params();
      Object[] moved = Leaves.copy(point);
      int[] at = {0};
      for (int i = 0; i < moved.length; i++) {
        if (sample.program().isDifferentiated(params.get(i))) {
          double[] leaves = Leaves.of(moved[i]);
          for (int k = 0; k < leaves.length; k++) {
            leaves[k] += step * direction[at[0]++];
          }
          moved[i] = Leaves.like(moved[i], Leaves.from(leaves));
        }
      }
      Object result = program.call("run", moved);
      List<Object> outputs = new ArrayList<>();
      outputs.add(result);
      for (int i = 0; i < moved.length; i++) {
        Parameter p = params.get(i);
        if (sample.program().isDifferentiated(p) && p.type().rank() > 0) {
          outputs.add(moved[i]);
        }
      }
      return Leaves.of(outputs.toArray());
    }
  }

  /** The kinds of results and parameters all occur. */
  @Test
  void everyKindOfResultOccurs() {
    List<Sample> samples = samples();
    for (Kind kind : List.of(Kind.DOUBLE, Kind.FLOAT, Kind.RECORD, Kind.VOID)) {
      long count =
          samples.stream().filter(s -> s.program().entry().result().kind() == kind).count();
      assertTrue(count > 3, kind + ": " + count);
    }
  }
}
