package io.cotangent.processor.page;

import io.cotangent.processor.adjoint.BorrowedArrays;
import io.cotangent.processor.model.Derived;
import io.cotangent.processor.model.Excerpt;
import io.cotangent.processor.model.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** The folder with the pages of a compilation. */
public final class ReportFolder {
  private final Path folder;
  private final IndexPage index = new IndexPage();

  public ReportFolder(Path folder) {
    this.folder = folder;
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /**
   * Adds the page of a method.
   *
   * @param method the method's source
   * @param finder the method in which a site is
   */
  public void add(
      Derived derived,
      Excerpt method,
      Place.Finder places,
      Function<Object, Optional<Excerpt>> finder)
      throws IOException {
    Files.createDirectories(folder);
    String page = MethodPage.of(derived, BorrowedArrays.complete(derived), method, places, finder);
    Files.writeString(folder.resolve(MethodPage.fileName(derived.signature())), page);
    index.add(derived);
    Files.writeString(folder.resolve("index.html"), index.text());
  }
}
