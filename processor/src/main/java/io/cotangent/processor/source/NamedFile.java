package io.cotangent.processor.source;

/** A file that knows which class it was listed for. */
interface NamedFile {
  String binaryName();
}
