package io.cotangent.processor.page;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of Java with their words in colours. Knows comments that begin in a line before. */
final class JavaColours {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//.*|/\\*.*?(\\*/|$))"
              + "|(?<string>\"(\\\\.|[^\"\\\\])*\"?|'(\\\\.|[^'\\\\])*'?)"
              + "|(?<number>\\b\\d[\\w.]*)"
              + "|(?<annotation>@\\w+)"
              + "|(?<word>\\b[A-Za-z_]\\w*\\b)");

  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract boolean break byte case catch char class continue default do double else enum "
                  + "extends false final finally float for if implements import instanceof int "
                  + "interface long new null package private protected public record return short "
                  + "static super switch this throw throws true try var void while yield")
              .split(" "));

  private boolean isInComment;

  /** The next line. */
  String line(String text) {
    StringBuilder out = new StringBuilder();
    String rest = text;
    if (isInComment) {
      int end = text.indexOf("*/");
      isInComment = end < 0;
      int length = end < 0 ? text.length() : end + 2;
      out.append(Html.span("c", text.substring(0, length)));
      rest = text.substring(length);
    }
    Matcher token = TOKEN.matcher(rest);
    int done = 0;
    while (token.find()) {
      out.append(Html.escape(rest.substring(done, token.start())));
      out.append(coloured(token));
      done = token.end();
    }
    return out.append(Html.escape(rest.substring(done))).toString();
  }

  private String coloured(Matcher token) {
    String text = token.group();
    if (token.group("comment") != null) {
      isInComment = text.startsWith("/*") && !text.endsWith("*/");
      return Html.span("c", text);
    }
    if (token.group("string") != null) {
      return Html.span("s", text);
    }
    if (token.group("number") != null) {
      return Html.span("n", text);
    }
    boolean isKeyword = token.group("annotation") != null || KEYWORDS.contains(text);
    return isKeyword ? Html.span("k", text) : Html.escape(text);
  }
}
