package io.cotangent.processor.page;

import io.cotangent.processor.emit.Emitter;
import io.cotangent.processor.emit.LineMarks;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Excerpt;
import io.cotangent.processor.model.Place;
import io.cotangent.processor.model.Signature;
import io.cotangent.processor.model.StoragePlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The page of one annotated method. */
public final class MethodPage {
  private final Derived derived;
  private final List<StoragePlan> plans;
  private final Sources sources;
  private final StringBuilder out = new StringBuilder();

  private MethodPage(Derived derived, List<StoragePlan> plans, Sources sources) {
    this.derived = derived;
    this.plans = plans;
    this.sources = sources;
  }

  /**
   * The page.
   *
   * @param plans what was decided, complete
   * @param method the annotated method
   * @param finder the method in which a site is
   */
  public static String of(
      Derived derived,
      List<StoragePlan> plans,
      Excerpt method,
      Place.Finder places,
      Function<Object, Optional<Excerpt>> finder) {
    return new MethodPage(derived, plans, new Sources(method, places, finder)).build();
  }

  /** What the page is called in a folder. */
  public static String fileName(Signature signature) {
    return signature.qualifiedClass() + ".html";
  }

  /** The method as people call it. */
  static String title(Signature signature) {
    return signature.sourceClass() + "." + signature.methodName();
  }

  private String build() {
    List<GeneratedText.Member> members =
        GeneratedText.members(Emitter.marked(derived, sources::key), LineMarks.SIGN);
    StringBuilder storage = new StringBuilder();
    new StorageHtml(sources, storage).plans(plans);
    out.append("<div class=\"pair\">\n<section class=\"source\">\n<h2>Source</h2>\n");
    sources.excerpts().forEach(this::excerpt);
    out.append("</section>\n<section class=\"generated\">\n<h2>Generated</h2>\n");
    members.forEach(this::member);
    out.append("</section>\n</div>\n<section>\n<h2>What the reverse sweep needs</h2>\n");
    out.append(storage);
    out.append("</section>\n<section>\n<h2>What it costs</h2>\n");
    new CostTable(derived).write(out);
    out.append("</section>\n");
    String title = title(derived.signature());
    String lead =
        "<p class=\"lead\">Point at a line to see what belongs to it; click to keep that."
            + " <a href=\"index.html\">All methods</a></p>";
    return Template.page(title, lead + "\n" + out);
  }

  private void excerpt(Excerpt excerpt) {
    String file = excerpt.start().file();
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    out.append("<h3>").append(Html.escape(name)).append("</h3>\n<pre>");
    JavaColours colours = new JavaColours();
    int common =
        excerpt.lines().stream().filter(l -> !l.isBlank()).mapToInt(this::indent).min().orElse(0);
    for (int i = 0; i < excerpt.lines().size(); i++) {
      int number = excerpt.start().line() + i;
      String text = excerpt.lines().get(i);
      String line = text.length() > common ? text.substring(common) : text.strip();
      line("" + number, colours.line(line), sources.key(new Place(file, number)));
    }
    out.append("</pre>\n");
  }

  private int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private void member(GeneratedText.Member member) {
    if (member.name().equals(derived.signature().nestedClass())) {
      return;
    }
    boolean isLinked = member.lines().stream().anyMatch(l -> !l.key().isEmpty());
    boolean isFirst = isLinked && out.indexOf("<details open>") < 0;
    out.append(isFirst ? "<details open>" : "<details>");
    out.append("<summary>").append(Html.escape(member.name()));
    out.append(isLinked ? "<i>linked</i>" : "").append("</summary>\n<pre>");
    JavaColours colours = new JavaColours();
    member.lines().forEach(l -> line("", colours.line(l.text()), l.key()));
    out.append("</pre></details>\n");
  }

  private void line(String number, String html, String key) {
    out.append("<span class=\"l\"");
    if (!key.isEmpty()) {
      out.append(" data-k=\"").append(key).append("\" tabindex=\"0\"");
    }
    out.append('>');
    if (!number.isEmpty()) {
      out.append("<b>").append(number).append("</b>");
    }
    // The end of the line is for those who copy text; at the end of a block it takes no room.
    out.append(html).append("\n</span>");
  }
}
