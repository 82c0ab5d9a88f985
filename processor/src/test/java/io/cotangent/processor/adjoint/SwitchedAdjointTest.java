package io.cotangent.processor.adjoint;

import io.cotangent.processor.model.Optimisation;
import io.cotangent.processor.model.Settings;
import io.cotangent.processor.pass.CountedLoops;
import io.cotangent.processor.pass.Unreachable;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link AdjointTest} with optimisations switched off; apart, so that both run side by side. */
final class SwitchedAdjointTest {
  @ParameterizedTest
  @EnumSource
  void withoutAnOptimisation(Optimisation switchedOff) {
    AdjointTest.check(
        unit -> CountedLoops.run(Unreachable.run(unit)),
        new Settings(Set.of(switchedOff), Settings.METHOD_SIZE),
        AdjointTest.PROGRAMS / 6);
  }
}
