package io.cotangent.processor.source;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.cotangent.processor.model.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/**
 * The classes of the running compilation as a class path: those with source as source files, the
 * others as the class files the running compiler reads. The platform's come from {@code platform}.
 */
final class OuterClasses extends ForwardingJavaFileManager<JavaFileManager> {
  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final Skeletons skeletons;

  OuterClasses(
      JavaFileManager platform,
      ProcessingEnvironment environment,
      Trees trees,
      Skeletons skeletons) {
    super(platform);
    this.environment = environment;
    this.trees = trees;
    this.skeletons = skeletons;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location == StandardLocation.SOURCE_PATH) {
      return List.of();
    }
    if (location != StandardLocation.CLASS_PATH) {
      return super.list(location, packageName, kinds, recurse);
    }
    List<JavaFileObject> found = new ArrayList<>();
    if (kinds.contains(JavaFileObject.Kind.SOURCE)) {
      found.addAll(skeletons.of(packageName));
      if (packageName.equals(Models.PACKAGE)) {
        found.addAll(Models.sources());
      }
    }
    for (PackageElement part : environment.getElementUtils().getAllPackageElements(packageName)) {
      if (!isPlatform(part)) {
        for (TypeElement type : ElementFilter.typesIn(part.getEnclosedElements())) {
          if (!skeletons.isGenerated(type.getQualifiedName().toString())) {
            add(type, packageName, kinds, found);
          }
        }
      }
    }
    return found;
  }

  private boolean isPlatform(PackageElement part) {
    ModuleElement module = environment.getElementUtils().getModuleOf(part);
    String name = module == null ? "" : module.getQualifiedName().toString();
    return name.startsWith("java.") || name.startsWith("jdk.");
  }

  private void add(
      TypeElement type,
      String packageName,
      Set<JavaFileObject.Kind> kinds,
      List<JavaFileObject> found) {
    TreePath source = trees.getPath(type);
    if (isEarlierRecord(type, source)) {
      return;
    }
    if (source == null) {
      if (kinds.contains(JavaFileObject.Kind.CLASS)) {
        addClassFiles(type, packageName, found);
      }
    } else if (kinds.contains(JavaFileObject.Kind.SOURCE)) {
      found.add(new ListedFile(source.getCompilationUnit().getSourceFile(), binaryName(type)));
    }
  }

  /**
   * Whether a type is a record with tangents that an earlier compilation left beside its source.
   */
  private static boolean isEarlierRecord(TypeElement type, TreePath source) {
    if (source == null || !GeneratedNames.isOfTangents(type)) {
      return false;
    }
    try {
      JavaFileObject file = source.getCompilationUnit().getSourceFile();
      return file.getCharContent(true).toString().startsWith("// " + Names.FILE_COMMENT);
    } catch (IOException gone) {
      return false;
    }
  }

  /** A class file and those of the member classes, which javac looks for in the same package. */
  private void addClassFiles(TypeElement type, String packageName, List<JavaFileObject> found) {
    JavaFileObject file = classFile(type, packageName);
    if (file == null) {
      return;
    }
    found.add(file);
    for (TypeElement member : ElementFilter.typesIn(type.getEnclosedElements())) {
      addClassFiles(member, packageName, found);
    }
  }

  private String binaryName(TypeElement type) {
    return environment.getElementUtils().getBinaryName(type).toString();
  }

  /** The bytes of a class on the class path or, in a modular project, on the module path. */
  private JavaFileObject classFile(TypeElement type, String packageName) {
    String binaryName = binaryName(type);
    String file = binaryName.substring(binaryName.lastIndexOf('.') + 1) + ".class";
    ModuleElement module = environment.getElementUtils().getModuleOf(type);
    try {
      FileObject bytes =
          module == null || module.isUnnamed()
              ? resource(StandardLocation.CLASS_PATH, packageName, file)
              : resource(
                  StandardLocation.MODULE_PATH,
                  module.getQualifiedName() + "/" + packageName,
                  file);
      return new ClassBytes(binaryName, bytes);
    } catch (IOException | RuntimeException missing) {
      return null; // a class of the platform, or one that went away: not ours to serve
    }
  }

  /** The bytes of a class that has no source here. */
  Optional<byte[]> bytes(String name) {
    TypeElement type = environment.getElementUtils().getTypeElement(name);
    if (type == null || trees.getPath(type) != null) {
      return Optional.empty();
    }
    PackageElement place = environment.getElementUtils().getPackageOf(type);
    JavaFileObject file = classFile(type, place.getQualifiedName().toString());
    if (file == null) {
      return Optional.empty();
    }
    try (InputStream in = file.openInputStream()) {
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileObject resource(StandardLocation location, String packageName, String file)
      throws IOException {
    return environment.getFiler().getResource(location, packageName, file);
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof NamedFile named
        ? named.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    if (file instanceof NamedFile) {
      return location == StandardLocation.CLASS_PATH;
    }
    try {
      return super.contains(location, file);
    } catch (IllegalArgumentException inMemory) {
      return false; // source that is no file on disk, as editors and tests have it
    }
  }

  /** A class file of the running compilation. */
  private static final class ClassBytes extends SimpleJavaFileObject implements NamedFile {
    private final String binaryName;
    private final FileObject bytes;

    ClassBytes(String binaryName, FileObject bytes) {
      super(URI.create("outer:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
      this.binaryName = binaryName;
      this.bytes = bytes;
    }

    @Override
    public String binaryName() {
      return binaryName;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return bytes.openInputStream();
    }
  }
}
