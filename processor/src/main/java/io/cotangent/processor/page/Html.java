package io.cotangent.processor.page;

/** Text in pages. */
final class Html {
  private Html() {}

  /** The text with everything escaped that means something in a page. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** An element of a class, with a text. */
  static String span(String className, String text) {
    return "<span class=\"" + className + "\">" + escape(text) + "</span>";
  }
}
