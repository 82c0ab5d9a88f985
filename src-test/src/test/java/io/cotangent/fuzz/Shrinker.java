package io.cotangent.fuzz;

import io.cotangent.fuzz.generate.Sample;
import io.cotangent.fuzz.interpret.Unsuitable;
import io.cotangent.fuzz.program.ClassDecl;
import io.cotangent.fuzz.program.JavaPrinter;
import io.cotangent.fuzz.program.Method;
import io.cotangent.fuzz.program.Program;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a failing program smaller while it still fails. */
final class Shrinker {
  private final Compiler plain = Compiler.plain();
  private final Predicate<Sample> fails;
  private final long deadline;

  /**
   * A shrinker.
   *
   * @param fails whether a program that is valid Java fails in the same way
   * @param seconds how long it may try
   */
  Shrinker(Predicate<Sample> fails, int seconds) {
    this.fails = fails;
    this.deadline = System.nanoTime() + seconds * 1_000_000_000L;
  }

  /** The smallest failing program that was found. */
  Sample shrink(Sample sample) {
    Sample smallest = sample;
    boolean progress = true;
    while (progress && !isLate()) {
      Sample shrunk = withoutClasses(withoutHelpers(pass(smallest)));
      progress = shrunk != smallest;
      smallest = shrunk;
    }
    return smallest;
  }

  private boolean isLate() {
    return System.nanoTime() - deadline > 0;
  }

  /** Tries every change once; early ones take away most. */
  private Sample pass(Sample start) {
    Sample smallest = start;
    int number = 0;
    while (number < Reduction.count(smallest.program()) && !isLate()) {
      Sample candidate = smallest.with(Reduction.apply(smallest.program(), number));
      if (isUsable(candidate) && fails.test(candidate)) {
        smallest = candidate;
      } else {
        number++;
      }
    }
    return smallest;
  }

  private Sample withoutHelpers(Sample sample) {
    Sample smallest = sample;
    for (Method helper : sample.program().helpers()) {
      Program p = smallest.program();
      List<Method> others = p.helpers().stream().filter(m -> m != helper).toList();
      Sample candidate =
          smallest.with(new Program(p.entry(), p.wrt(), p.classes(), others, p.components()));
      if (isUsable(candidate) && fails.test(candidate)) {
        smallest = candidate;
      }
    }
    return smallest;
  }

  private Sample withoutClasses(Sample sample) {
    Sample smallest = sample;
    for (ClassDecl c : sample.program().classes()) {
      for (Method method : c.methods()) {
        smallest = without(smallest, d -> withoutMethod(d, c.name(), method.name()));
      }
      smallest = without(smallest, d -> d.name().equals(c.name()) ? Stream.of() : Stream.of(d));
    }
    return smallest;
  }

  private static Stream<ClassDecl> withoutMethod(ClassDecl c, String type, String method) {
    List<Method> left = c.methods().stream().filter(m -> !m.name().equals(method)).toList();
    return Stream.of(c.name().equals(type) ? c.with(left) : c);
  }

  private Sample without(Sample sample, Function<ClassDecl, Stream<ClassDecl>> change) {
    Program p = sample.program();
    List<ClassDecl> classes = p.classes().stream().flatMap(change).toList();
    Sample candidate =
        sample.with(new Program(p.entry(), p.wrt(), classes, p.helpers(), p.components()));
    return isUsable(candidate) && fails.test(candidate) ? candidate : sample;
  }

  /** Whether the oracle can run it and the compiler accepts it as it is. */
  private boolean isUsable(Sample sample) {
    try {
      sample.points().forEach(sample::reference);
    } catch (Unsuitable
        | IllegalArgumentException
        | ClassCastException
        | NullPointerException
        | NoSuchElementException e) {
      return false;
    }
    String source = JavaPrinter.print("Shrunk", sample.program());
    return plain.compile(Map.of("Shrunk", source)).errors().isEmpty();
  }
}
