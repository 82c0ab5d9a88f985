package io.cotangent.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A report keeps every problem once; identifiers are unique. */
final class ReportTest {
  @Test
  void keepsEveryProblemOnce() {
    Report report = new Report();
    assertFalse(report.hasErrors());
    report.error(Problem.WRT_TWICE, "here", "x");
    report.error(Problem.WRT_TWICE, "here", "x");
    report.error(Problem.WRT_TWICE, "there", "x");
    assertTrue(report.hasErrors());
    assertEquals(2, report.errors().size());
  }

  @Test
  void fillsInWhatAMessageIsAbout() {
    String message = Problem.WRT_TWICE.format("a{0}b");
    assertEquals("[AD003] 'a{0}b' is named twice\nName each parameter once in wrt.", message);
  }

  @Test
  void identifiersAreUnique() {
    Set<String> ids = new HashSet<>();
    for (Problem problem : Problem.values()) {
      assertTrue(ids.add(problem.id()), problem.id());
    }
  }
}
