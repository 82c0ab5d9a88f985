package io.cotangent.processor.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the problems found on the way of one annotated method. */
public final class Report {
  /**
   * A problem found at one place.
   *
   * @param site where, as the front end knows places; opaque to everybody else
   * @param message the whole text
   */
  public record Entry(Problem problem, Object site, String message) {}

  private final List<Entry> errors = new ArrayList<>();
  private final List<Entry> warnings = new ArrayList<>();

  /** Adds an error: nothing will be generated for the method. */
  public void error(Problem problem, Object site, Object... arguments) {
    add(errors, problem, site, arguments);
  }

  /** Adds something the user should know although the derivatives are right. */
  public void warning(Problem problem, Object site, Object... arguments) {
    add(warnings, problem, site, arguments);
  }

  /** Adds what another report says. */
  public void addAll(Report other) {
    other.errors.forEach(e -> add(errors, e));
    other.warnings.forEach(e -> add(warnings, e));
  }

  private static void add(List<Entry> to, Problem problem, Object site, Object... arguments) {
    add(to, new Entry(problem, site, problem.format(arguments)));
  }

  private static void add(List<Entry> to, Entry entry) {
    if (!to.contains(entry)) {
      to.add(entry);
    }
  }

  /** Whether anything was found that forbids to generate code. */
  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /** The warnings so far, in order. */
  public List<Entry> warnings() {
    return Collections.unmodifiableList(warnings);
  }

  /** The errors so far, in order. */
  public List<Entry> errors() {
    return Collections.unmodifiableList(errors);
  }
}
