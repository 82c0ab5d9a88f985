/**
 * The front end: finds annotated methods, attributes their source in a compilation of its own, and
 * lowers it. The only package, beside the reporter, that knows the compiler's trees.
 */
package io.cotangent.processor.source;
