package io.cotangent.bench;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel of the benchmarks: the generated derivative is the one written by hand. */
final class KernelsTest {
  static Stream<String> names() {
    return Kernels.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void generatedIsHandWritten(String name) {
    Verification.check(name, Kernels.of(name));
  }
}
