package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cotangent.Differentiable;
import io.cotangent.processor.CotangentProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A Maven project of two modules outside of this repository, as README.md tells its readers to
 * write it: one has annotated methods, the other differentiates through them from the jar.
 */
final class MavenTest {
  private static final String VERSION = "0.1.0-SNAPSHOT";

  private static final String LIBRARY =
      """
      package lib;
      import io.cotangent.Differentiable;
      public final class Springs {
        private Springs() {}
        @Differentiable(order = 2) public static double energy(double[] x, double stiffness) {
          double sum = 0;
          for (int i = 1; i < x.length; i++) {
            double stretch = x[i] - x[i - 1] - 1;
            sum += 0.5 * stiffness * stretch * stretch;
          }
          return sum;
        }
        @Differentiable public static double[] positions(double x, int n) {
          double[] positions = new double[n];
          for (int i = 0; i < n; i++) {
            positions[i] = i * x * x;
          }
          return positions;
        }
      }
      """;

  private static final String USER =
      """
      package user;
      import io.cotangent.Differentiable;
      import lib.Springs;
      import lib.SpringsAdjoint;
      public final class Main {
        private Main() {}
        @Differentiable static double energy(double x) {
          return x * Springs.energy(Springs.positions(x, 3), 4);
        }
        public static void main(String[] args) {
          System.out.println(MainAdjoint.Energy.gradient(2).x());
          System.out.println(MainAdjoint.Energy.jvp(2, 1).tangent());
          System.out.println(SpringsAdjoint.Energy.gradient(new double[] {0, 4}, 10).stiffness());
          System.out.println(SpringsAdjoint.Energy.hessian(new double[] {0, 4}, 10)[2][1]);
        }
      }
      """;

  private static final Path HOME = Path.of(System.getProperty("java.home"));

  @TempDir Path folder;

  private Path repository() {
    return folder.resolve("repository");
  }

  /** The local repository of this build beside artifacts that nobody else can see. */
  @BeforeEach
  void deploy() throws IOException {
    assumeTrue(run(HOME, "mvn", "-v").startsWith("0 "), "Maven is not here");
    Path known = Archive.of(Test.class).resolve("../../../../../..").normalize();
    link(known, repository(), "io");
    link(known.resolve("io"), repository().resolve("io"), "cotangent");
    Path root = Path.of(System.getProperty("basedir", "."), "..");
    artifact("cotangent-parent", root.resolve("pom.xml"));
    artifact("cotangent-runtime", root.resolve("runtime/pom.xml"));
    artifact("cotangent-processor", root.resolve("processor/pom.xml"));
    Archive.write(Archive.of(Differentiable.class), place("cotangent-runtime", "jar"));
    Archive.write(Archive.of(CotangentProcessor.class), place("cotangent-processor", "jar"));
  }

  /** The links alone: what they lead to belongs to others. */
  @AfterEach
  void unlink() throws IOException {
    for (Path place : List.of(repository().resolve("io"), repository())) {
      try (var entries = Files.isDirectory(place) ? Files.list(place) : Stream.<Path>of()) {
        for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
          Files.delete(link);
        }
      }
    }
  }

  private static void link(Path from, Path to, String except) throws IOException {
    Files.createDirectories(to);
    try (var entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().equals(except)) {
          Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
        }
      }
    }
  }

  private Path place(String artifact, String extension) {
    return repository()
        .resolve("io/cotangent")
        .resolve(artifact)
        .resolve(VERSION)
        .resolve(artifact + "-" + VERSION + "." + extension);
  }

  private void artifact(String name, Path pom) throws IOException {
    Files.createDirectories(place(name, "pom").getParent());
    Files.copy(pom, place(name, "pom"));
  }

  /** This JDK and the others that are installed. */
  static List<Path> homes() throws IOException {
    List<Path> homes = new ArrayList<>(List.of(HOME.toRealPath()));
    Path installed = Path.of("/usr/lib/jvm");
    try (Stream<Path> all = Files.isDirectory(installed) ? Files.list(installed) : Stream.of()) {
      for (Path home : all.filter(h -> Files.exists(h.resolve("bin/javac"))).sorted().toList()) {
        if (!homes.contains(home.toRealPath())) {
          homes.add(home.toRealPath());
        }
      }
    }
    return homes;
  }

  @ParameterizedTest
  @MethodSource("homes")
  void onTheModulePath(Path home) throws IOException {
    write(
        "lib/src/main/java/module-info.java",
        "module lib { requires io.cotangent.runtime; exports lib; }");
    write(
        "user/src/main/java/module-info.java",
        "module user { requires lib; requires io.cotangent.runtime; }");
    check(home, "--module-path", "--module", "user/user.Main");
  }

  @Test
  void onTheClassPath() throws IOException {
    check(HOME, "--class-path", "user.Main");
  }

  private void check(Path home, String path, String... main) throws IOException {
    write(
        "pom.xml",
        pom(
            "<packaging>pom</packaging><modules><module>lib</module><module>user</module></modules>"));
    write("lib/pom.xml", child("lib", ""));
    write("user/pom.xml", child("user", dependency("example", "lib", "1")));
    write("lib/src/main/java/lib/Springs.java", LIBRARY);
    write("user/src/main/java/user/Main.java", USER);
    String built = run(home, "mvn", "-B", "-q", "-Dmaven.repo.local=" + repository(), "package");
    assertTrue(built.startsWith("0 "), built);
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString(), path));
    command.add(
        String.join(
            File.pathSeparator,
            folder.resolve("lib/target/lib-1.jar").toString(),
            folder.resolve("user/target/user-1.jar").toString(),
            place("cotangent-runtime", "jar").toString()));
    command.addAll(List.of(main));
    // x (2 (x^2 - 1)^2 + 2 (x^2 - 1)^2), and what its derivative is at 2.
    double slope = 4 * 9 + 16 * 4 * 3;
    String expected = String.join("\n", "0 " + slope, "" + slope, "4.5", "3.0", "");
    assertEquals(expected, run(home, command.toArray(String[]::new)));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String pom(String content) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>example</groupId>
          <artifactId>parent</artifactId>
          <version>1</version>
          CONTENT
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <build>
            <plugins>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>3.14.0</version>
                <configuration>
                  <annotationProcessorPaths>
                    <path>
                      <groupId>io.cotangent</groupId>
                      <artifactId>cotangent-processor</artifactId>
                      <version>VERSION</version>
                    </path>
                  </annotationProcessorPaths>
                </configuration>
              </plugin>
              PLUGINS
            </plugins>
          </build>
        </project>
        """
        .replace(
            "PLUGINS",
            plugin("jar", "3.4.2") + plugin("resources", "3.3.1") + plugin("surefire", "3.5.3"))
        .replace("CONTENT", content)
        .replace("VERSION", VERSION);
  }

  private static String plugin(String name, String version) {
    return "<plugin><artifactId>maven-%s-plugin</artifactId><version>%s</version></plugin>"
        .formatted(name, version);
  }

  private static String child(String name, String dependencies) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>example</groupId>
            <artifactId>parent</artifactId>
            <version>1</version>
          </parent>
          <artifactId>%s</artifactId>
          <dependencies>%s%s</dependencies>
        </project>
        """
        .formatted(name, dependency("io.cotangent", "cotangent-runtime", VERSION), dependencies);
  }

  private static String dependency(String group, String artifact, String version) {
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
        .formatted(group, artifact, version);
  }

  /** The exit code and everything a command prints. */
  private String run(Path home, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).environment().put("JAVA_HOME", home.toString());
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes());
      return process.waitFor() + " " + output.replace("\r\n", "\n");
    } catch (IOException e) {
      return String.format(Locale.ROOT, "127 %s", e.getMessage());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
