package io.cotangent.processor;

import io.cotangent.processor.emit.TangentRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/**
 * Generated records that an earlier compilation left on the class path. Before version 23 javac
 * fails with an exception where a processor writes the source of a record that it has read as a
 * class file (JDK-8332297), and it reads it as soon as the source is to be written. So the class
 * file is taken over, if it is what would be written.
 */
final class EarlierRecords {
  private static final int FIRST_WITHOUT_ERROR = 23;

  private final ProcessingEnvironment environment;
  private final boolean areRead;

  EarlierRecords(ProcessingEnvironment environment) {
    this.environment = environment;
    this.areRead = Runtime.version().feature() < FIRST_WITHOUT_ERROR;
  }

  /** Writes a record, or takes over the earlier one; gives the file that is in the way, if any. */
  Optional<String> write(String name, TangentRecords.File file) throws IOException {
    TypeElement earlier = areRead ? environment.getElementUtils().getTypeElement(name) : null;
    if (earlier == null) {
      file.writeTo(environment.getFiler());
      return Optional.empty();
    }
    FileObject classFile = find(earlier);
    if (!head(earlier).equals(file.head())) {
      return Optional.of(classFile.getName());
    }
    byte[] bytes;
    try (InputStream in = classFile.openInputStream()) {
      bytes = in.readAllBytes();
    }
    try (OutputStream out = environment.getFiler().createClassFile(name).openOutputStream()) {
      out.write(bytes);
    }
    return Optional.empty();
  }

  private static List<String> head(TypeElement earlier) {
    List<String> head = new ArrayList<>();
    head.add(earlier.getModifiers().contains(Modifier.PUBLIC) ? "public" : "");
    earlier
        .getRecordComponents()
        .forEach(component -> head.add(component.asType() + " " + component.getSimpleName()));
    return head;
  }

  private FileObject find(TypeElement type) throws IOException {
    PackageElement place = environment.getElementUtils().getPackageOf(type);
    String file = type.getSimpleName() + ".class";
    Filer filer = environment.getFiler();
    IOException missing = new IOException(file);
    for (Location location : List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH)) {
      try {
        FileObject found = filer.getResource(location, place.getQualifiedName(), file);
        found.openInputStream().close();
        return found;
      } catch (IOException elsewhere) {
        missing.addSuppressed(elsewhere);
      }
    }
    throw missing;
  }
}
