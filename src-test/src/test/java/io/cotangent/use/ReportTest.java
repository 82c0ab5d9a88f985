package io.cotangent.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Acotangent.report=DIR} writes a page for each method. */
final class ReportTest {
  private static final Pattern LINE =
      Pattern.compile("<span class=\"l\"(?: data-k=\"(\\d+)\" tabindex=\"0\")?>(.*)\n</span>");

  private static final String SOURCE =
      """
      package user;
      import io.cotangent.Differentiable;
      class Models {
        @Differentiable
        static double energy(double[] x, double stiffness) {
          // 1 < 2 & "<script>alert('not code')</script>"
          double sum = 0;
          for (int i = 1; i < x.length; i++) {
            double stretch = x[i] - x[i - 1] - 1;
            sum += 0.5 * stiffness * squared(stretch);
          }
          return sum;
        }
        static double squared(double d) {
          return d * d;
        }
        @Differentiable
        static double growth(double x, int n) {
          for (int i = 0; i < n; i++) {
            x += Math.sin(x);
          }
          return x;
        }
      }
      """;

  @TempDir Path folder;

  private Build build() {
    Build build = new Build(folder).file("user/Models.java", SOURCE);
    assertTrue(build.onClassPath("-Acotangent.report=" + folder.resolve("pages")));
    return build;
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve("pages").resolve(name));
  }

  @Test
  void indexLeadsToThePages() throws IOException {
    build();
    String index = page("index.html");
    assertTrue(index.contains("<a href=\"user.ModelsAdjoint.Energy.html\">user.Models.energy</a>"));
    assertTrue(index.contains("<span class=\"pill m-FUSED\">fused</span>"), index);
    assertTrue(index.contains("<span class=\"pill m-RECORDED\">recorded</span>"), index);
  }

  @Test
  void pageShowsSourceAndGeneratedCodeAsTheyAre() throws IOException {
    Build build = build();
    String page = page("user.ModelsAdjoint.Energy.html");
    String generated = build.read("user/ModelsAdjoint.java").indent(-4);
    int vjp = generated.indexOf("public static double vjp(");
    String member = generated.substring(vjp, generated.indexOf("\n}\n", vjp));
    String shown =
        LINE.matcher(page)
            .results()
            .map(m -> plain(m.group(2)) + "\n")
            .collect(Collectors.joining());
    // Marks that say where lines come from are gone, and nothing else has changed.
    assertTrue(shown.contains(member), shown);
    assertTrue(shown.contains("// 1 < 2 & \"<script>alert('not code')</script>\"\n"), shown);
    assertFalse(page.contains("<script>alert"), "not escaped");
    assertTrue(shown.contains("return d * d;"), "what was inlined is shown, too");
  }

  @Test
  void linesThatBelongTogetherHaveOneNumber() throws IOException {
    build();
    List<MatchResult> lines =
        LINE.matcher(page("user.ModelsAdjoint.Energy.html")).results().toList();
    String key = key(lines, "<b>9</b>");
    List<String> stretch =
        lines.stream()
            .filter(m -> key.equals(m.group(1)))
            .map(m -> plain(m.group(2)).strip())
            .toList();
    assertTrue(stretch.contains("double stretch = x[i] - x[t2] - 1.0;"), "forward: " + stretch);
    assertTrue(stretch.contains("xBar[t2] -= stretchBar;"), "reverse: " + stretch);
    assertFalse(stretch.contains("double sum = 0.0;"), "another line: " + stretch);
  }

  private static String key(List<MatchResult> lines, String start) {
    return lines.stream()
        .filter(m -> m.group(2).startsWith(start))
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static String plain(String html) {
    return html.replaceAll("<b>\\d*</b>|<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  @Test
  void pageSaysWhatIsKeptAndWhatItCosts() throws IOException {
    build();
    String page = page("user.ModelsAdjoint.Growth.html");
    assertTrue(page.contains("<span class=\"pill m-RECORDED\">recorded</span>"), page);
    assertTrue(page.contains("<span class=\"bytes\">8 bytes an iteration</span>"), page);
    assertTrue(page.contains("iterations not independent: the iteration before makes x"), page);
    // x += sin(x): one addition, one function, in one operation each.
    assertTrue(
        page.contains("<tr><th>the method</th><td>1</td><td>·</td><td>·</td><td>1</td>"), page);
    assertTrue(page.contains("<tr><th>vjp, reverse sweep</th>"), page);
  }

  @Test
  void pageNeedsNothingElse() throws IOException {
    build();
    String page = page("user.ModelsAdjoint.Energy.html");
    for (String part : List.of("src=", "http:", "https:", "url(", "@import", "<link")) {
      assertFalse(page.contains(part), part);
    }
    assertTrue(page.contains("@media (prefers-color-scheme: dark)"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsAnError() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    Build build = new Build(folder).file("user/Models.java", SOURCE);
    assertFalse(build.onClassPath("-Acotangent.report=" + file));
    assertTrue(build.messages().contains("[AD902]"), build.messages());
  }

  @Test
  void scriptFindsThePairsInABrowser() throws IOException, InterruptedException {
    Optional<Path> browser = browser();
    if (browser.isEmpty()) {
      System.err.println("ReportTest: no chromium on the path, the script of pages is not tested");
    }
    assumeTrue(browser.isPresent(), "no chromium on the path");
    build();
    Path page = folder.resolve("pages").resolve("user.ModelsAdjoint.Energy.html");
    String dom = dom(browser.orElseThrow(), page);
    Matcher pairs = Pattern.compile("data-pairs=\"(\\d+)\"").matcher(dom);
    assertTrue(pairs.find(), "the script has not run: " + dom);
    // The loop, both statements in it, and the one of squared.
    assertEquals(4, Integer.parseInt(pairs.group(1)));
    assertTrue(dom.contains("4 lines of source lead to generated code."), dom);
  }

  private static Optional<Path> browser() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .flatMap(
            p -> List.of("chromium", "chromium-browser").stream().map(name -> Path.of(p, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Started again if it does not end, which a browser does not always do on a busy machine. */
  private String dom(Path browser, Path page) throws IOException, InterruptedException {
    for (int attempt = 1; attempt <= 3; attempt++) {
      Path profile = Files.createDirectory(folder.resolve("profile" + attempt));
      Optional<String> dom = dom(browser, page, profile);
      if (dom.isPresent()) {
        return dom.get();
      }
    }
    throw new AssertionError(
        "the browser does not end: " + Files.readString(folder.resolve("browser.log")));
  }

  private Optional<String> dom(Path browser, Path page, Path profile)
      throws IOException, InterruptedException {
    Path out = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile,
                "--dump-dom",
                page.toUri().toString())
            .redirectError(folder.resolve("browser.log").toFile())
            .redirectOutput(out.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return ended ? Optional.of(Files.readString(out)) : Optional.empty();
  }
}
