/** The only package that writes Java: from finished functions to source files. */
package io.cotangent.processor.emit;
