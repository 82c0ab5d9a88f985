package io.cotangent.processor.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The members of a generated class, from its text with marks. */
final class GeneratedText {
  private static final int INDENT = 4;
  private static final Pattern NAME = Pattern.compile("(\\w+)\\(|(?:class|record) (\\w+)");

  /**
   * A line.
   *
   * @param key the number of the source line it comes from; empty if there is none
   */
  record Line(String text, String key) {}

  /** A member with its documentation. */
  record Member(String name, List<Line> lines) {}

  private final List<Member> members = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private String key = "";

  private GeneratedText() {}

  /**
   * The members of the nested class.
   *
   * @param sign what the lines begin with that are marks
   */
  static List<Member> members(String text, String sign) {
    GeneratedText generated = new GeneratedText();
    boolean isInside = false;
    for (String line : text.lines().toList()) {
      if (isInside && line.equals("  }")) {
        break;
      }
      if (isInside) {
        generated.add(line, sign);
      }
      isInside |= line.matches("  [a-z ]*class \\w+ \\{");
    }
    return generated.members;
  }

  private void add(String line, String sign) {
    String text = line.length() > INDENT ? line.substring(INDENT) : line.strip();
    if (text.strip().startsWith(sign)) {
      key = text.strip().substring(sign.length());
      return;
    }
    if (text.isEmpty() && lines.isEmpty()) {
      return;
    }
    boolean isCode = !text.isEmpty() && !text.strip().startsWith("}");
    lines.add(new Line(text, isCode ? key : ""));
    if (text.equals("}")) {
      members.add(new Member(name(), List.copyOf(lines)));
      lines.clear();
      key = "";
    }
  }

  private String name() {
    for (Line line : lines) {
      String text = line.text().strip();
      Matcher name = NAME.matcher(text);
      if (!text.isEmpty() && !text.matches("[/*@}].*|of = .*|\\).*") && name.find()) {
        return name.group(1) != null ? name.group(1) : name.group(2);
      }
    }
    return "";
  }
}
