package io.cotangent.processor;

import io.cotangent.processor.model.Optimisation;
import io.cotangent.processor.model.Settings;
import io.cotangent.processor.page.ReportFolder;
import io.cotangent.processor.report.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of the command line. */
final class Options {
  /** Names the pass behind which the program is printed. */
  static final String DUMP = "cotangent.dump";

  /** Names optimisations that are not to be done, separated by commas. */
  static final String DISABLE = "cotangent.disable";

  /** How many bytes of bytecode a generated method may have. */
  static final String METHOD_SIZE = "cotangent.methodSize";

  /** Names a folder for pages about the methods. */
  static final String REPORT = "cotangent.report";

  /** What {@link #REPORT} takes. */
  static final String FOLDER = "a folder that can be written to";

  private static final int SMALLEST_METHOD = 200;

  private final Map<String, String> given;
  private final Consumer<String> errors;

  /**
   * The options.
   *
   * @param errors is told what is wrong with them
   */
  Options(Map<String, String> given, Consumer<String> errors) {
    this.given = given;
    this.errors = errors;
  }

  String dump() {
    return given.getOrDefault(DUMP, "");
  }

  /** The folder for pages; empty if there are to be none. */
  Optional<ReportFolder> report() {
    String folder = given.getOrDefault(REPORT, "");
    try {
      return folder.isBlank() ? Optional.empty() : Optional.of(new ReportFolder(Path.of(folder)));
    } catch (InvalidPathException failure) {
      errors.accept(Problem.BAD_OPTION.format(REPORT, folder, FOLDER));
      return Optional.empty();
    }
  }

  Settings settings() {
    return new Settings(disabled(), methodSize());
  }

  private Set<Optimisation> disabled() {
    Set<Optimisation> disabled = EnumSet.noneOf(Optimisation.class);
    String names = given.getOrDefault(DISABLE, "");
    for (String name : names.isBlank() ? new String[0] : names.split(",", -1)) {
      if (name.strip().equals("all")) {
        return EnumSet.allOf(Optimisation.class);
      }
      Optimisation.named(name.strip())
          .ifPresentOrElse(
              disabled::add,
              () -> errors.accept(Problem.BAD_OPTION.format(DISABLE, name.strip(), known())));
    }
    return disabled;
  }

  private static String known() {
    return "all or one of "
        + Stream.of(Optimisation.values())
            .map(Optimisation::option)
            .collect(Collectors.joining(", "));
  }

  private int methodSize() {
    String text = given.getOrDefault(METHOD_SIZE, "" + Settings.METHOD_SIZE);
    if (text.matches("\\d{3,5}") && Integer.parseInt(text) >= SMALLEST_METHOD) {
      return Integer.parseInt(text);
    }
    String range = "a number of bytes from " + SMALLEST_METHOD + " to 65535";
    errors.accept(Problem.BAD_OPTION.format(METHOD_SIZE, text, range));
    return Settings.METHOD_SIZE;
  }
}
