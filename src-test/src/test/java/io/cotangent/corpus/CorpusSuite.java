package io.cotangent.corpus;

import io.cotangent.corpus.CorpusCase.Point;
import io.cotangent.fuzz.Amount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Turns the cases of one corpus class into JUnit tests: method, point, generated member. */
record CorpusSuite(Class<?> corpus) {
  /** Points at which a program has a kink or a jump, whatever the function it stands for. */
  private static final Set<String> KINKS =
      Set.of(
          "normAtOrigin origin",
          "negatedAbsolute [0.0]",
          "pow zero to the zero",
          "labelledContinue zero",
          "bisection [2.0]");

  /** One container per case; a case without a point is a mistake and fails. */
  static Stream<DynamicNode> of(Class<?> corpus, CorpusCase... cases) {
    CorpusSuite suite = new CorpusSuite(corpus);
    return Arrays.stream(cases).map(suite::container);
  }

  private DynamicNode container(CorpusCase corpusCase) {
    if (corpusCase.points().isEmpty()) {
      return DynamicTest.dynamicTest(corpusCase.nested(), () -> Assertions.fail("no point"));
    }
    return DynamicContainer.dynamicContainer(
        corpusCase.nested(), corpusCase.points().stream().map(point -> at(corpusCase, point)));
  }

  private DynamicNode at(CorpusCase corpusCase, Point point) {
    Primal primal = Primal.find(corpus, corpusCase.method(), point.arguments());
    List<DynamicNode> tests = new ArrayList<>();
    if (point.thrown() != null) {
      tests.add(test("throws", corpusCase, primal, point, c -> c.throwing(point.thrown())));
    } else {
      if (primal.scalar()) {
        tests.add(test("gradient", corpusCase, primal, point, CorpusChecks::gradient));
      } else if (!primal.isVoid()) {
        tests.add(test("jacobian", corpusCase, primal, point, CorpusChecks::jacobian));
      }
      tests.add(test("vjp", corpusCase, primal, point, CorpusChecks::vjp));
      tests.add(test("pullback", corpusCase, primal, point, CorpusChecks::pullback));
      tests.add(test("jvp", corpusCase, primal, point, CorpusChecks::jvp));
    }
    boolean isKink = KINKS.contains(corpusCase.method() + " " + point.label());
    if (Amount.isAll() && primal.scalar() && !isKink && fitsCopy(point)) {
      tests.add(DynamicTest.dynamicTest("hvp", () -> secondOrder(corpusCase, primal, point)));
    }
    return DynamicContainer.dynamicContainer(point.label(), tests);
  }

  /** Whether the corpus that is compiled again, for second derivatives, can take the arguments. */
  private static boolean fitsCopy(CorpusCase.Point point) {
    return Arrays.stream(point.arguments()).noneMatch(a -> a instanceof Enum);
  }

  private void secondOrder(CorpusCase corpusCase, Primal primal, Point point) throws Throwable {
    GeneratedMethod generated = GeneratedMethod.find(corpus, corpusCase.nested());
    Trial trial = new Trial(corpusCase, primal, generated, point.arguments());
    GeneratedMethod higher = SecondOrderCorpus.find(corpus, corpusCase.nested());
    SecondOrderChecks checks = new SecondOrderChecks(trial, higher);
    if (point.thrown() != null) {
      checks.throwing(point.thrown());
    } else {
      checks.hvp();
    }
  }

  private DynamicNode test(
      String name, CorpusCase corpusCase, Primal primal, Point point, Check check) {
    Executable body =
        () -> {
          GeneratedMethod generated = GeneratedMethod.find(corpus, corpusCase.nested());
          Trial trial = new Trial(corpusCase, primal, generated, point.arguments());
          check.run(new CorpusChecks(trial));
        };
    return DynamicTest.dynamicTest(name, body);
  }

  /** One of the checks. */
  private interface Check {
    void run(CorpusChecks checks) throws Throwable;
  }
}
