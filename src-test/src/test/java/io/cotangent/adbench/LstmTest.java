package io.cotangent.adbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The recurrent network on ADBench's data, against its reference values. */
final class LstmTest {
  private static final String FILE = "lstm_l2_c1024.txt";

  @Test
  void agreesWithReference() throws IOException {
    JsonObject golden = AdBench.golden(FILE);
    LstmInstance in = LstmInstance.read(AdBench.file(FILE));
    double[] state = in.state().clone();
    double primal = Lstm.loss(in.main(), in.extra(), state, in.sequence(), in.layers());
    var gradient =
        LstmAdjoint.Loss.gradient(in.main(), in.extra(), state, in.sequence(), in.layers());
    assertArrayEquals(in.state(), state);
    assertEquals(primal, gradient.value());
    double objective = golden.get("objective").getAsDouble();
    assertEquals(objective, primal, 1e-12 * objective);
    double[] packed =
        DoubleStream.concat(Arrays.stream(gradient.main()), Arrays.stream(gradient.extra()))
            .toArray();
    assertEquals(golden.get("n_params").getAsInt(), packed.length);
    AdBench.check(golden, "grad", packed, 1e-11);
  }
}
